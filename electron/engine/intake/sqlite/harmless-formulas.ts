import { wordList } from '#shared/domain/word-list.ts';
import type { SqlWord } from './schema-words.ts';
import type { DefinedColumn } from './table-formulas.ts';

/** What may stand before a bracket: functions whose work and result are no larger than all that they are given. */
const known = new Set(
  wordList(`
    as in and or not when then else case between is varchar nvarchar char character decimal numeric
    lower upper length abs round sign floor ceil ceiling coalesce ifnull nullif iif min max typeof cast concat
    trim ltrim rtrim substr substring date time datetime strftime julianday unixepoch
  `),
);
/** Go through one text for each place of another, or ask more of the file. */
const refused = new Set(wordList('like glob regexp match select exists raise'));
const trims = new Set(['trim', 'ltrim', 'rtrim']);
/** More words than all formulas of a table have, each column that they name replaced by its own formula. */
const mostWords = 4000;
/** A value in JSON is written anew, and what stood as one byte may then be written with six. */
const rewritten = 8;
/** What a number is as text, and what a sign of a date's pattern may become. */
const numberBytes = 32;
const patternTimes = 16;

/** What working out a formula may take, for any row. */
export interface FormulaCost {
  words: number;
  /** Bytes of the result and of all values on the way to it: so many times the bytes of each stored cell, and `fixed`. */
  held: Map<string, number>;
  result: Map<string, number>;
  fixed: number;
}

const add = (into: Map<string, number>, from: ReadonlyMap<string, number>, times = 1): void => {
  for (const [column, count] of from) into.set(column, (into.get(column) ?? 0) + count * times);
};

const callAt = (words: readonly SqlWord[], at: number): boolean =>
  words[at]!.name !== null && words[at + 1]?.text === '(';

/**
 * Only spaces are cut off, and off one value: a set of signs is gone through for each sign, a pattern that is no
 * literal has no bound.
 */
function plainCall(words: readonly SqlWord[], at: number): boolean {
  const { name, quoted } = words[at]!;
  if (quoted || !known.has(name!)) return false;
  if (trims.has(name!)) return words[at + 2]?.name !== null && words[at + 3]?.text === ')';
  return name !== 'strftime' || words[at + 2]?.text.startsWith("'") === true;
}

/** A formula's own words by what they do; null where one of them may cost without bound. */
function ownCost(words: readonly SqlWord[]): { steps: number; times: number; fixed: number } | null {
  let [steps, times, fixed] = [1, 1, 0];
  for (const [at, { text, name, quoted }] of words.entries()) {
    if (!quoted && name !== null && refused.has(name)) return null;
    const call = callAt(words, at);
    if (call && !plainCall(words, at)) return null;
    if (call || text === '||' || text.startsWith('->') || name === 'case') steps += 1;
    if (text.startsWith('->')) times = rewritten;
    fixed += numberBytes + (name === null ? text.length * patternTimes : 0);
  }
  return { steps, times, fixed };
}

/**
 * The columns whose formulas can be worked out at a bounded cost, by name, nothing being able to stop one that runs.
 * The bounds hold whatever the cells are; when in doubt a column is not among them.
 */
export function harmlessFormulas(
  columns: readonly DefinedColumn[],
  isComputed: (name: string) => boolean,
): Map<string, FormulaCost> {
  const defined = new Map(columns.map((column) => [column.name, column]));
  const costs = new Map<string, FormulaCost | null>();
  const costOf = (name: string): FormulaCost | null => {
    const found = costs.get(name);
    if (found !== undefined) return found;
    // Whoever comes back to it while it is worked out goes in a circle.
    costs.set(name, null);
    const cost = workOut(defined.get(name)?.formula ?? null);
    costs.set(name, cost);
    return cost;
  };
  const workOut = (words: SqlWord[] | null): FormulaCost | null => {
    const own = words === null ? null : ownCost(words);
    if (words === null || own === null) return null;
    const cost: FormulaCost = { words: words.length, held: new Map(), result: new Map(), fixed: own.fixed };
    for (const [at, { name }] of words.entries()) {
      if (name === null || !defined.has(name) || callAt(words, at)) continue;
      const part = isComputed(name) ? costOf(name) : stored(name);
      if (part === null) return null;
      cost.words += part.words;
      cost.fixed += part.fixed;
      add(cost.result, part.result, own.times);
      add(cost.held, part.held);
      if (cost.words > mostWords) return null;
    }
    // Each step may hold a value as large as the result.
    add(cost.held, cost.result, own.steps);
    cost.fixed *= own.steps;
    return cost;
  };
  for (const { name } of columns) if (isComputed(name)) costOf(name);
  return new Map([...costs].flatMap(([name, cost]) => (cost === null ? [] : [[name, cost]])));
}

const stored = (name: string): FormulaCost => ({
  words: 1,
  held: new Map([[name, 1]]),
  result: new Map([[name, 1]]),
  fixed: 0,
});

/** All of them worked out for one row, as they are when it is read; null where together they are too many. */
export function costTogether(costs: Iterable<FormulaCost>): Pick<FormulaCost, 'held' | 'fixed'> | null {
  const held = new Map<string, number>();
  let [words, fixed] = [0, 0];
  for (const cost of costs) {
    words += cost.words;
    fixed += cost.fixed;
    add(held, cost.held);
  }
  return words > mostWords ? null : { held, fixed };
}
