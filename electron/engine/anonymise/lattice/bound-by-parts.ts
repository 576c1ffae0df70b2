import type { Pace } from './pace.ts';
import type { LatticeInput, LatticeResult } from './search.ts';

/** Choices of a part that are few enough for its optimum to be proven within seconds. */
const usualChoices = 15_000;

interface PartsOptions {
  /** Of `pace`, until which all parts have to be done. */
  seconds: number;
  pace: Pace;
  /** Finds the best for some of the columns, or a bound where the time is over. */
  search: (part: LatticeInput) => Promise<LatticeResult>;
  /** About so many a part has at most. */
  choices?: number;
}

type Columns = LatticeInput['columns'][number][];

/** The columns in as few parts of few choices as they fall into in their order, the parts about equally large. */
function partsOf(columns: LatticeInput['columns'], choices: number): Columns[] {
  const sizes = columns.map(({ least, most }) => Math.log(most - least + 1));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const each = all / Math.ceil(all / Math.log(choices) - 1e-9);
  const parts: Columns[] = [[]];
  let filled = 0;
  for (const [at, column] of columns.entries()) {
    // Half a column beyond its share is as near to it as half a column short.
    if (filled + sizes[at]! / 2 > each * parts.length) parts.push([]);
    parts.at(-1)!.push(column);
    filled += sizes[at]!;
  }
  return parts;
}

const weightOf = (columns: LatticeInput['columns']): number => columns.reduce((sum, { weight }) => sum + weight, 0);

/**
 * What no choice of levels scores below, from the optimum of some columns at a time. Under all columns a class is part
 * of one under some of them, so what these lose, suppressed rows with it, is never less than the best of them alone; and
 * a loss that is the mean of the columns' is the sum of what its parts lose.
 * @returns −Infinity where the loss is no such mean, or the parts tell nothing
 * @throws Failure JOB_CANCELLED
 */
export async function boundByParts(
  input: LatticeInput,
  { seconds, pace, search, choices = usualChoices }: PartsOptions,
): Promise<number> {
  const whole = weightOf(input.columns);
  if ((input.utility !== 'loss' && input.utility !== 'precision') || whole === 0) return -Infinity;
  const parts = partsOf(input.columns, choices);
  if (parts.length < 2) return -Infinity;
  // Only what fails in a part because it fails under all columns may be asked of it.
  const rules = input.rules.filter(({ firm }) => firm);
  let sum = 0;
  for (const [at, columns] of parts.entries()) {
    const left = Math.max(0, (seconds - pace.seconds) / (parts.length - at));
    const { bound } = await search({ ...input, columns, rules, seconds: left, onProgress: undefined });
    // Where nothing holds in a part nothing holds at all, which the search itself has to find.
    if (!Number.isFinite(bound)) return -Infinity;
    sum += bound * weightOf(columns);
  }
  return sum / whole;
}
