import type { IdentifierKind } from '#shared/domain/written-value.ts';

/**
 * Something in a text that has the form of an identifier. `rule` says which form; where chance alone lets one in ten of
 * such forms pass the check digit, `passes` tells those that do not, so that a column can be judged by how many more
 * than chance do.
 */
export interface Mention {
  kind: IdentifierKind;
  rule: string;
  passes: boolean;
  /** Passes needed beyond what chance gives, in standard deviations; 0: one is enough. */
  beyondChance: number;
}

export const sure = (kind: IdentifierKind, rule: string): Mention => ({ kind, rule, passes: true, beyondChance: 0 });
