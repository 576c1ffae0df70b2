import type { SemanticType, ValueTools } from '#shared/semantic-types/semantic-type.ts';
import type { ColumnFacts } from './column-facts.ts';

/** Distinct values a check is run on; the first ones decide whether the rest are worth it. */
const looked = 400;
const probe = 40;

const spreads = new Map<number, readonly number[]>();

/** Positions spread evenly over the distinct values; remembered, because every type asks for the same few. */
function spread(length: number, count: number): readonly number[] {
  const key = length * (looked + 1) + count;
  const known = spreads.get(key);
  if (known) return known;
  const step = Math.max(1, length / count);
  const made = Array.from({ length: Math.min(length, count) }, (_, at) => Math.floor(at * step));
  spreads.set(key, made);
  return made;
}

const coded = /^\d{1,2}(?:\. |\) |: |=|\.(?=[\p{L}<>])) ?(?=[\p{L}<>])/u;
const fewCodes = 60;
const worded = new WeakMap<ColumnFacts, readonly string[]>();

/** The values without the codes that statistics programs write before them: `7. Cohabiting`, `3=Ward`. */
function wordsOf(facts: ColumnFacts): readonly string[] {
  const known = worded.get(facts);
  if (known) return known;
  const all =
    facts.values.length > 0 && facts.values.length <= fewCodes && facts.values.every((value) => coded.test(value));
  const words = all ? facts.values.map((value) => value.replace(coded, '')) : facts.values;
  worded.set(facts, words);
  return words;
}

export interface CheckedShare {
  passed: number;
  of: number;
  /** Of the different values looked at. */
  share: number;
  /** Of the rows that hold them. */
  rowShare: number;
}

/** Share of the column's distinct values that pass the type's check. */
export function checkValues(type: SemanticType, facts: ColumnFacts, tools: ValueTools): CheckedShare {
  const check = type.valueCheck;
  if (!check || facts.values.length === 0) return { passed: 0, of: 0, share: 0, rowShare: 0 };
  const words = wordsOf(facts);
  const run = (positions: readonly number[]): CheckedShare => {
    let [passed, passedRows, rows] = [0, 0, 0];
    for (const at of positions) {
      const count = facts.counts[at] ?? 0;
      const good = check(words[at] ?? '', tools);
      rows += count;
      if (good) [passed, passedRows] = [passed + 1, passedRows + count];
    }
    return { passed, of: positions.length, share: passed / positions.length, rowShare: passedRows / Math.max(1, rows) };
  };
  const first = run(spread(facts.values.length, probe));
  const hopeless = first.share < 0.5 * Math.min(type.columnRule?.minShare ?? 0.5, type.columnRule?.vetoBelow ?? 1);
  return facts.values.length <= probe || hopeless ? first : run(spread(facts.values.length, looked));
}
