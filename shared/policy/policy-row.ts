import type { PolicyUnit } from '#shared/domain/policy-override.ts';

/** The least and the most that a workspace may set, both allowed. */
export interface Bounds {
  minimum: number;
  maximum: number;
}

/**
 * One fact that law, a platform or the product's own policy sets and may change: which value holds of which subject
 * since when, and who says so.
 */
export interface PolicyRow<Id extends string = string, Subject extends string = string> {
  id: Id;
  /** A country (ISO 3166-1 alpha-2), a semantic type, a platform or a column flag; `*`: whoever has no row of its own. */
  subject: Subject;
  /** A whole number. */
  value: number;
  unit: PolicyUnit;
  /** YYYY-MM-DD; null only where the row is pending and no day is known. */
  validFrom: string | null;
  /** Article, act, document or page; `Product policy` where it is ours. */
  source: string;
  /** YYYY-MM-DD on which somebody last looked it up. */
  checkedOn: string;
  /** Proposed, or not confirmed: it is shown and decides nothing. */
  pending: boolean;
  note: string;
  bounds: Bounds;
}

/** What a row says for itself; the rest it has from its topic. */
type WrittenRow<Subject extends string> = Omit<
  PolicyRow<string, Subject>,
  'id' | 'unit' | 'pending' | 'note' | 'bounds'
> & {
  pending?: true;
  note?: string;
  /** Where the topic's bounds are too wide for this row. */
  bounds?: Bounds;
};

/** All rows about one thing. A further row is a further line of `rows`. */
export interface PolicyTopic<Id extends string = string, Subject extends string = string> {
  id: Id;
  unit: PolicyUnit;
  bounds: Bounds;
  rows: readonly PolicyRow<Id, Subject>[];
}

/** A topic as it is written in its file; id and subjects are kept as literals, so that the list gives their unions. */
export const policyTopic = <const Id extends string, const Subject extends string>({
  rows,
  ...topic
}: {
  id: Id;
  unit: PolicyUnit;
  bounds: Bounds;
  rows: readonly WrittenRow<Subject>[];
}): PolicyTopic<Id, Subject> => ({
  ...topic,
  rows: rows.map((row) => ({ ...topic, pending: false, note: '', ...row })),
});
