import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import type { SettingProblem } from './operation.ts';

const words = operationsText.valueLists;

/** Per column the values that may appear in it, as pairs of a column and a value; '' for no value. */
export const valueLists = z.array(z.tuple([z.string(), z.string()])).max(100_000);

const problem = (code: string, sentence: string): SettingProblem => ({ setting: 'values', code, sentence });

/** Every column has its list, and no list is about anything else: what is not in a list can appear nowhere. */
export function checkValueLists({
  columns,
  values,
}: {
  columns: readonly string[];
  values: readonly (readonly [string, string])[];
}): SettingProblem[] {
  const lists = new Map(columns.map((column) => [column, new Set<string>()]));
  for (const [column, value] of values) {
    const list = lists.get(column);
    if (list === undefined) return [problem('value-of-no-column', words.valueOfNoColumn(column))];
    if (list.has(value)) return [problem('value-twice', words.valueTwice(column))];
    list.add(value);
  }
  const short = [...lists].find(([, list]) => list.size < 2);
  return short === undefined ? [] : [problem('too-few-values', words.tooFewValues(short[0]))];
}
