import { semanticTypeById } from '#shared/semantic-types/index.ts';

/** Types say themselves what they are; no guardrail keeps a list of their names. */
export const isFreeTextType = (id: string): boolean => semanticTypeById(id)?.freeText === 'always';
export const isScoreType = (id: string): boolean => semanticTypeById(id)?.score === true;
/** Its values are groups that an outcome is audited against. */
export const isAuditGroupType = (id: string): boolean => semanticTypeById(id)?.auditGroup === true;
/** What a column of the type tells, wherever its values do not say otherwise. */
export const flagsOfType = (id: string) => semanticTypeById(id)?.flags ?? [];
