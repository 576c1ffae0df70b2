import type { GuardFinding } from '#shared/domain/guardrail.ts';

/**
 * What a recipe can do about columns that a guardrail found: write them coarser, leave them out, or do with an
 * identifier what the kind of release allows (a keyed hash, or nothing of it).
 */
export const fixWays = ['coarsen', 'drop', 'replace'] as const;
export type FixWay = (typeof fixWays)[number];

export interface ColumnFix {
  way: FixWay;
  /** Names of outputs. */
  columns: string[];
}

/** By guardrail and reason; a reason that is not here takes a person's choice. */
const ways: Readonly<Record<string, Readonly<Record<string, FixWay>>>> = {
  E1: {
    'exact-in-targeting': 'coarsen',
    'exact-in-output': 'coarsen',
    'events-in-targeting': 'drop',
    'events-in-output': 'drop',
  },
  E3: {
    'in-plain-text': 'replace',
    'left-in-anonymised': 'replace',
    'online-in-plain-text': 'replace',
    'own-words': 'drop',
    'digests-of-the-source': 'drop',
  },
  E4: { 'in-targeting': 'drop', 'stands-in': 'drop' },
  E5: { 'in-targeting': 'drop', 'stands-in': 'drop' },
  G3: { 'not-needed': 'drop', 'decided-not-needed': 'drop' },
};

/**
 * Stand-ins are left out where each was found by itself or with one other. What all columns tell together has no
 * column to blame: a person chooses.
 */
function isOfFewColumns({ reason, columns }: Pick<GuardFinding, 'reason' | 'columns'>): boolean {
  const found = reason?.values['found'];
  if (!Array.isArray(found)) return true;
  const told = found.flatMap((each) => (typeof each === 'object' ? [each] : []));
  const named = told.reduce((sum, each) => sum + Number(each['columns'] ?? 0), 0);
  return told.every((each) => each['by'] !== '') && columns.length <= named;
}

/** What a recipe can do about a finding without anybody's choice; null where it can do nothing. */
export function fixOf({
  id,
  verdict,
  reason,
  columns,
}: Pick<GuardFinding, 'id' | 'verdict' | 'reason' | 'columns'>): ColumnFix | null {
  const way = reason === undefined ? undefined : ways[id]?.[reason.code];
  if (verdict === 'pass' || way === undefined || columns.length === 0) return null;
  return isOfFewColumns({ reason, columns }) ? { way, columns } : null;
}
