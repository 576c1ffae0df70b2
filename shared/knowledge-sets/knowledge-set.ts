import type { Finding } from '#shared/domain/finding.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/** What somebody knows of a person without the file. What it is called and why is in `shared/text/knowledge-sets.ts`. */
export interface KnowledgeSet<Id extends string = string> {
  readonly id: Id;
  /** Types of columns that are known; `everything`: whatever they are. */
  readonly types: readonly SemanticTypeId[] | 'everything';
}

/** So that the id keeps its own type. */
export const knowledgeSet = <const Id extends string>(set: KnowledgeSet<Id>): KnowledgeSet<Id> => set;

/** Whether somebody with this knowledge knows a column of this kind of a person. */
export const isKnown = ({ types }: KnowledgeSet, { type }: Pick<Finding, 'type'>): boolean =>
  types === 'everything' || types.includes(type);
