import type { AssociationMeasure, KeptPair } from '#shared/domain/kept-figures.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { correlationRatio, cramersV, pearson, type SideColumn } from './association.ts';

/** One side of a comparison: the same columns in the same order on both. */
export interface Side {
  columns: readonly SideColumn[];
  /** Of the rows; null: each counts once. */
  weights: Float64Array | null;
}

function measured(by: AssociationMeasure, { columns, weights }: Side, a: number, b: number): number {
  const [one, other] = [columns[a]!, columns[b]!];
  switch (by) {
    case 'pearson':
      return pearson(one.numbers!, other.numbers!, weights);
    case 'ratio':
      return one.numbers === null
        ? correlationRatio(one, other.numbers!, weights)
        : correlationRatio(other, one.numbers, weights);
    case 'cramer':
      return cramersV(one, other, weights);
  }
}

/**
 * How strongly every two columns go together on both sides, by the same measure: Pearson's r where both are numbers on
 * both sides, the correlation ratio where one is, Cramér's V else.
 * @throws Failure JOB_CANCELLED
 */
export async function comparePairs(
  before: Side,
  after: Side,
  { signal, onShare }: { signal?: AbortSignal | undefined; onShare?: (share: number) => void } = {},
): Promise<KeptPair[]> {
  const many = before.columns.length;
  const isNumber = (at: number): boolean => before.columns[at]!.numbers !== null && after.columns[at]!.numbers !== null;
  // A number on one side alone is held together by its categories.
  const alike = ({ columns, weights }: Side): Side => ({
    weights,
    columns: columns.map((column, at) => (isNumber(at) ? column : { ...column, numbers: null })),
  });
  const [was, is] = [alike(before), alike(after)];
  const pairs: KeptPair[] = [];
  for (let a = 0; a < many; a += 1) {
    for (let b = a + 1; b < many; b += 1) {
      const by = isNumber(a) && isNumber(b) ? 'pearson' : isNumber(a) || isNumber(b) ? 'ratio' : 'cramer';
      pairs.push({ a, b, by, before: measured(by, was, a, b), after: measured(by, is, a, b) });
      await breathe(signal);
    }
    onShare?.((a + 1) / many);
  }
  return pairs;
}

/** What is weaker before may be chance (Cohen 1988: 0.1 is a small effect). */
const together = 0.1;

/** Σ min(before, after) / Σ before over the pairs that go together before; null where none does. */
export function keptShare(pairs: readonly KeptPair[]): number | null {
  const strong = pairs.filter(({ before }) => before >= together);
  const before = strong.reduce((sum, pair) => sum + pair.before, 0);
  return before === 0 ? null : strong.reduce((sum, pair) => sum + Math.min(pair.before, pair.after), 0) / before;
}
