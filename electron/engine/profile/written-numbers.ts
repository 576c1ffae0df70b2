import type { NumberMark } from '#shared/domain/profile.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { quoteText } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

const whole = String.raw`(?:0|[1-9]\d*)`;
/** What stands between groups of digits whatever the decimal mark: blanks of all widths and apostrophes. */
const between = String.raw`\s'’\x{00A0}\x{2009}\x{202F}`;
const currency = '[$€£¥]';

/**
 * A number as people write it: groups of three digits, or of two before the last three as in India, a currency or per
 * cent sign at an end. No leading zeros: those would be lost.
 */
const numberWith = (mark: string, group: string): string => {
  const groups = String.raw`[1-9]\d{0,2}(?:[${group}${between}]\d{3})+`;
  const indian = group === ',' ? String.raw`|[1-9]\d?(?:,\d{2})+,\d{3}` : '';
  return String.raw`[+-]?(?:${currency}\s?)?(?:${groups}${indian}|${whole})(?:${mark}\d+)?(?:[\s\x{00A0}\x{202F}]?(?:${currency}|%))?`;
};

/** The two ways of writing numbers, by their decimal mark. */
export const numberForms: readonly { mark: NumberMark; is: (value: string) => string }[] = [
  { mark: '.', is: (value) => `regexp_full_match(${value}, ${quoteText(numberWith('\\.', ','))})` },
  { mark: ',', is: (value) => `regexp_full_match(${value}, ${quoteText(numberWith(',', '.'))})` },
];

/** SQL of the number that a text says: as it stands, or with this decimal mark where it is written as people write. */
export const numberSql = (value: string, mark: NumberMark | null): string =>
  mark === null
    ? `TRY_CAST(${value} AS DOUBLE)`
    : duckDialect.functions['parse-number'](
        [value, quoteText(mark)],
        [{ kind: 'null' }, { kind: 'text', value: mark }],
      );

/** A column of numbers as people write them. */
export interface WrittenNumbers {
  mark: NumberMark;
  /** No fractions are written. */
  whole: boolean;
  lowest: number;
  highest: number;
}

/**
 * The decimal mark of a column in which every value is a number, and its range; null where it is none, where both marks
 * could be meant (`1,234` in every row), where all values are groups of digits of one length (a telephone number, a
 * reference), and where it needs no reading.
 */
export async function writtenNumbers(duck: Duck, values: string): Promise<WrittenNumbers | null> {
  const facts = numberForms.map(({ mark, is }, form) => {
    const read = numberSql('v', mark);
    return `bool_and(${is('v')}) AS is${form}, min(${read}) AS low${form}, max(${read}) AS high${form}`;
  });
  const [row] = await duck.query(
    `SELECT ${facts.join(', ')}, bool_or(contains(v, '.')) AS points, bool_or(contains(v, ',')) AS commas, ` +
      `bool_or(regexp_full_match(v, '[+-]?\\d+')) AS bare, bool_and(TRY_CAST(v AS DOUBLE) IS NOT NULL) AS plain, ` +
      `min(length(v)) = max(length(v)) AS alike FROM ${values}`,
  );
  if (row === undefined) return null;
  const form = chosenForm(row);
  if (form === null) return null;
  const { mark } = numberForms[form]!;
  const fractions = row[mark === '.' ? 'points' : 'commas'] === true;
  if (!fractions && row['alike'] === true) return null;
  return { mark, lowest: Number(row[`low${form}`]), highest: Number(row[`high${form}`]), whole: !fractions };
}

/** Which of `numberForms` a column is in; null where none, where both could be, or where it is plain as it stands. */
function chosenForm(row: Record<string, unknown>): number | null {
  const [point, comma] = [row['is0'] === true, row['is1'] === true];
  if (!point && !comma) return null;
  if (point !== comma) return point ? (row['plain'] === true ? null : 0) : 1;
  const [points, commas] = [row['points'] === true, row['commas'] === true];
  if (!points && !commas) return row['plain'] === true ? null : 0;
  // Groups of three behind one mark, beside whole numbers without: decimals would not all have three digits.
  if (points === commas || row['bare'] !== true) return null;
  return points ? 1 : 0;
}
