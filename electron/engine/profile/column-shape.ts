import type { ColumnShape } from '#shared/contract/datasets.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { shapeValue } from './shape-value.ts';
import { roundStep, safeBins, type FineBin, type SafeBin } from './safe-bins.ts';

/** A relation's rows, and the column that tells people apart where they have several rows each. */
export interface ShapeSource {
  duck: Duck;
  relation: string;
  person: SourceColumn | null;
  least: number;
}

/**
 * Bins of a number that SQL makes of a value, cut at round edges between the 2nd and the 98th percentile; what lies
 * outside joins the outer bins.
 */
async function binsOf(
  { duck, relation, person, least }: ShapeSource,
  value: string,
  whole: boolean,
): Promise<SafeBin[] | null> {
  const values =
    `(SELECT ${value} AS x, ${person ? quoteIdentifier(person.physical) : 'NULL'} AS p FROM ${relation}) WHERE ` +
    'isfinite(x)';
  const [range] = await duck.query<{ low: number | null; high: number | null }>(
    `SELECT quantile_cont(x, 0.02) AS low, quantile_cont(x, 0.98) AS high FROM ${values}`,
  );
  if (range?.low == null || range.high == null || !(range.high > range.low)) return null;
  const step = whole ? Math.max(1, roundStep(range.low, range.high)) : roundStep(range.low, range.high);
  const [low, high] = [Math.floor(range.low / step), Math.floor(range.high / step)];
  const found = await duck.query<{ bin: number; rows: number; people: number }>(
    `SELECT least(greatest(floor(x / ${step}::DOUBLE), ${low}), ${high}) AS bin, count(*) AS rows, ` +
      `${person ? 'count(DISTINCT p)' : 'count(*)'} AS people FROM ${values} GROUP BY bin`,
  );
  const fine = found.map(({ bin, rows, people }): FineBin => ({
    from: Number((Number(bin) * step).toPrecision(12)),
    rows: Number(rows),
    people: Number(people),
  }));
  return safeBins(fine, { least, repeats: person !== null });
}

/**
 * How a column looks without anybody's value: how full, how many kinds, and bins of its numbers or of the lengths of
 * its texts.
 * @param names whether its values name one person: numbers are shown by their lengths then
 */
export async function columnShape(
  source: ShapeSource,
  column: SourceColumn,
  profile: ColumnProfile,
  { hidden, special, names }: { hidden: boolean; special: boolean; names: boolean },
): Promise<ColumnShape> {
  const { name, rows, nulls, distinct, distinctIsApproximate, minLength, maxLength, valueType, dateForms, numberMark } =
    profile;
  const full = rows - nulls;
  const told = { name, rows, filled: full, distinct, distinctIsApproximate, hidden, special: hidden && special };
  const nothing = { sameLength: null, numbers: null, lengths: null, years: null, kinds: null };
  if (told.special) return { ...told, ...nothing };
  const shaped = { physical: column.physical, valueType, dateForms, numberMark };
  // The digits of what names a person are no amount: 2,000,000 to 5,000,000 tells nothing of card numbers.
  const numeric = !names && (valueType === 'integer' || valueType === 'decimal');
  const dated = valueType === 'date' || valueType === 'timestamp';
  const same = full >= source.least && minLength === maxLength ? minLength : null;
  // Few kinds of a column that may be seen are named with their shares.
  const kinds = !hidden && distinct > 0 && distinct <= 8 ? profile.top.slice(0, 8) : null;
  if (kinds !== null) return { ...told, ...nothing, sameLength: same, kinds };
  if (numeric)
    return {
      ...told,
      ...nothing,
      sameLength: same,
      numbers: await binsOf(source, shapeValue('number', shaped), valueType === 'integer'),
    };
  const found = dated ? await binsOf(source, shapeValue('year', shaped), true) : null;
  // Where some years cannot be told, bars of the others would pass for all.
  const years = found?.reduce((sum, bin) => sum + bin.rows, 0) === full ? found : null;
  const lengths = years === null && same === null ? await binsOf(source, shapeValue('length', shaped), true) : null;
  return { ...told, ...nothing, sameLength: same, years, lengths };
}
