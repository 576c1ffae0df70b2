import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { parseNumber } from '../numbers.ts';
import { best, support, type ColumnState } from '../hypothesis.ts';

const untold = (column: ColumnState): boolean => column.facts.header.mute && (best(column)?.score ?? 0) < 0.45;

/** Where the middle nine tenths of what grown people measure lie: centimetres, kilograms. */
const bodies = { height: [125, 212], weight: [28, 150] } as const;
const middle = { height: [150, 188], weight: [45, 100] } as const;
/** Different values that a measure has, and rows that a correlation needs. */
const leastDistinct = 15;
const leastRows = 30;
/** Tall people weigh more: in samples of grown people the correlation is 0.4 to 0.8. */
const leastCorrelation = 0.3;

function spreadLike(column: ColumnState, of: 'height' | 'weight'): boolean {
  const { number, distinct, ascending } = column.facts;
  if (!number || ascending || distinct < leastDistinct) return false;
  const at = (share: number): number => number.sorted[Math.floor(share * (number.sorted.length - 1))] ?? 0;
  const [[low, high], [from, to]] = [bodies[of], middle[of]];
  return at(0.05) >= low && at(0.95) <= high && at(0.5) >= from && at(0.5) <= to && at(0.95) - at(0.05) >= 8;
}

/** Pearson's correlation of two columns over the rows that have both; 0 where they are few. */
function correlation(left: ColumnState, right: ColumnState): number {
  const pairs = left.facts.cells.flatMap((cell, row) => {
    const [x, y] = [cell, right.facts.cells[row] ?? null].map((text) => (text === null ? null : parseNumber(text)));
    return x === null || x === undefined || y === null || y === undefined ? [] : [[x, y] as const];
  });
  if (pairs.length < leastRows) return 0;
  const mean = (of: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const sum = (term: (x: number, y: number) => number): number =>
    pairs.reduce((total, [x, y]) => total + term(x - meanX, y - meanY), 0);
  const scale = Math.sqrt(sum((x) => x * x) * sum((_x, y) => y * y));
  return scale === 0 ? 0 : sum((x, y) => x * y) / scale;
}

/** Two neighbours spread like heights and weights, of which the taller rows are the heavier. */
function heightAndWeight(columns: readonly ColumnState[]): void {
  for (const [at, column] of columns.entries()) {
    const next = columns[at + 1];
    if (!next || !untold(column) || !untold(next)) continue;
    const order: readonly (readonly ['height' | 'weight', 'height' | 'weight'])[] = [
      ['height', 'weight'],
      ['weight', 'height'],
    ];
    const found = order.find(([one, other]) => spreadLike(column, one) && spreadLike(next, other));
    if (!found || correlation(column, next) < leastCorrelation) continue;
    for (const [which, state] of [
      [found[0], column],
      [found[1], next],
    ] as const)
      support(state, which, 0.6, { kind: 'neighbour', detail: evidenceText.table.heightAndWeight });
    return;
  }
}

/** The letter beside M (man, muž, mężczyzna) that stands for a woman in some language. */
const letters = /^(?:[MFWKZŽVDX]|m[fwkzžvdx]?)$/iu;
const ofWomen = /^[FWKZŽV]$/iu;

/** One letter for men and one for women, each in a good part of the rows. */
function genderLetters(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    const { values, counts, kinds } = column.facts;
    if (!untold(column) || kinds.has('integer') || values.length < 2 || values.length > 3) continue;
    const filled = counts.reduce((sum, count) => sum + count, 0);
    const share = (test: (value: string) => boolean): number =>
      values.reduce((sum, value, at) => sum + (test(value) ? (counts[at] ?? 0) : 0), 0) / Math.max(1, filled);
    if (!values.every((value) => letters.test(value))) continue;
    if (share((value) => /^m$/i.test(value)) < 0.15 || share((value) => ofWomen.test(value)) < 0.15) continue;
    support(column, 'gender', 0.5, { kind: 'vocabulary', detail: evidenceText.table.lettersOfGender });
  }
}

const han = /^\p{Script=Han}{1,4}$/u;
/** Of names in Chinese characters so many are known surnames; places and goods that short hardly are. */
const leastSurnames = 0.3;

/** Surnames in Chinese characters: short, varied, and a good part of them known. */
function hanSurnames(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    const { values } = column.facts;
    if (!untold(column) || values.length < 10 || (column.hypotheses.get('last_name')?.share ?? 0) < leastSurnames)
      continue;
    if (values.filter((value) => han.test(value)).length < 0.9 * values.length) continue;
    support(column, 'last_name', 0.55, { kind: 'vocabulary', detail: evidenceText.table.hanSurnames });
  }
}

/** Numbers of persons whose written form hardly anything else has, by country. */
const forms: readonly RegExp[] = [
  // Brazil (CPF), Italy (codice fiscale), France (NIR in groups), Finland (henkilötunnus)
  /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
  /^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/i,
  /^[12] \d{2} \d{2} \d{2} \d{3} \d{3} \d{2}$/,
  /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A]\d{3}[0-9A-Y]$/,
];

const pad = '(?:0[1-9]|[12]\\d|3[01])';
/** The day of birth at the beginning, in either order, and a running number: Sweden, Denmark, Poland, Norway, Korea. */
const withBirthday = new RegExp(
  `^(?:(?:\\d{2})?\\d{2}(?:0[1-9]|1[0-2]|2[1-9]|3[0-2])${pad}|${pad}(?:0[1-9]|1[0-2])\\d{2})(?:[-+]\\d{4,7}|\\d{4,5})$`,
);
/** Numbers that are no dates pass for one now and then: so many must be days, of so many different months. */
const birthdays = { share: 0.97, different: 8, rows: 20 };

/** Numbers of ten digits and more, of their own in every row, that all begin with a day. */
function beginWithBirthday({ facts }: ColumnState): boolean {
  const { values, uniqueness, rows, ascending } = facts;
  if (rows < birthdays.rows || uniqueness < 0.9 || ascending) return false;
  if (new Set(values.map((value) => value.length)).size > 2) return false;
  if (values.filter((value) => withBirthday.test(value)).length < birthdays.share * values.length) return false;
  return new Set(values.map((value) => value.slice(0, 4))).size >= birthdays.different;
}

function formsOfNumbers(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    const { values, header } = column.facts;
    if (!header.mute || values.length < 4) continue;
    const written = forms.some((form) => values.filter((value) => form.test(value)).length >= 0.9 * values.length);
    if (!written && !beginWithBirthday(column)) continue;
    support(column, 'national_id', Math.max(0.6, (best(column)?.score ?? 0) + 0.1), {
      kind: 'shape',
      detail: evidenceText.table.formOfNationalId,
    });
  }
}

/** What only persons have, told without a name by how its values are written or go together. */
export function unnamedPersonRules(columns: readonly ColumnState[]): void {
  formsOfNumbers(columns);
  hanSurnames(columns);
  genderLetters(columns);
  heightAndWeight(columns);
}

/** Measures of bodies, of which two in one row make it a person. */
export const ofBodies: readonly SemanticTypeId[] = ['height', 'weight', 'bmi', 'vital_sign'];
