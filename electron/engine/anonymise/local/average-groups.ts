import { Failure } from '#shared/contract/failure.ts';
import { localText } from '#shared/text/engine/local-recoding.ts';
import { codeArray, type CodedColumn } from '../coded/coded-table.ts';
import { rowsByGroup } from './group-sets.ts';

const numeral = /^[+-]?\d+(\.\d+)?$/;

/** Digits after the point of the value that has most. */
const mostDigits = (values: readonly (string | null)[]): number =>
  values.reduce((most, value) => Math.max(most, value?.split('.')[1]?.length ?? 0), 0);

/**
 * Gives each cell the mean of its group (microaggregation; Domingo-Ferrer and Mateo-Sanz 2002), the rows that have no
 * value left aside. A mean of fewer than `least` values would tell those of few: such a group has no value.
 * @param least fewest values of a mean: the k of the groups
 * @param digits after the point; as many as the column has where absent. Halves are rounded away from nought.
 * @throws Failure RECIPE_INVALID where the column has a text that is no decimal number with a point
 */
export function averageGroups(
  { name, codes, values }: CodedColumn,
  groupOf: Uint32Array,
  groups: number,
  { least, digits = Math.min(12, mostDigits(values)) }: { least: number; digits?: number },
): CodedColumn {
  const numbers = values.map((value) => {
    if (value !== null && !numeral.test(value)) throw new Failure('RECIPE_INVALID', localText.noNumbers(name));
    return value === null ? Number.NaN : Number(value);
  });
  const { start, order } = rowsByGroup(groupOf, groups);
  const known = new Map<string | null, number>();
  const meanOf = Uint32Array.from({ length: groups }, (_, group) => {
    let [sum, count] = [0, 0];
    for (const row of order.subarray(start[group], start[group + 1])) {
      const number = numbers[codes[row]!]!;
      if (Number.isNaN(number)) continue;
      sum += number;
      count += 1;
    }
    const mean = count < Math.max(1, least) ? null : rounded(sum / count, digits);
    const code = known.get(mean) ?? known.size;
    known.set(mean, code);
    return code;
  });
  const averaged = codeArray(known.size, codes.length);
  for (let row = 0; row < codes.length; row += 1) averaged[row] = meanOf[groupOf[row]!]!;
  return { name, codes: averaged, values: [...known.keys()] };
}

/** A decimal number of so many digits; never -0. */
function rounded(mean: number, digits: number): string {
  const whole = Math.round(Number(`${Math.abs(mean)}e${digits}`));
  if (!Number.isFinite(whole)) return String(mean);
  const text = (whole / 10 ** digits).toFixed(digits);
  return mean < 0 && whole > 0 ? `-${text}` : text;
}
