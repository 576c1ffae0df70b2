import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, silent, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Years back from which a date in a table of persons hardly is about what they do today. */
const longAgo = 25;
const untold = (column: ColumnState): boolean => (best(column)?.score ?? 0) < 0.45;

/**
 * Whole numbers spread like the ages of people: within 0 to 100, median in working life, many different, hardly any
 * zeros.
 */
export function looksLikeAges(column: ColumnState): boolean {
  const { number, distinct, rows, nulls, ascending } = column.facts;
  if (!number || ascending || distinct < Math.min(12, 0.4 * (rows - nulls))) return false;
  const low = number.sorted[Math.floor(0.05 * number.sorted.length)] ?? 0;
  const high = number.sorted[Math.floor(0.95 * number.sorted.length)] ?? 0;
  return (
    number.whole &&
    number.min >= 0 &&
    number.max <= 110 &&
    number.zeroShare < 0.02 &&
    number.median >= 18 &&
    number.median <= 65 &&
    low >= 3 &&
    high - low >= 12 &&
    high >= 35 &&
    distinct >= 10
  );
}

/** From one or nought up to a few: people of hardly any table are all so young, and groups of ages are numbered so. */
const agesAreCodes = ({ facts: { number, distinct, rows } }: ColumnState): boolean =>
  number !== null && number.whole && number.min >= 0 && number.max <= 9 && distinct <= 9 && rows >= 50;

/** A clear name for an age over a few texts that come back: however they are written, they say how old somebody is. */
const namesAgeOverTexts = (column: ColumnState): boolean =>
  (column.hypotheses.get('age')?.header ?? 0) >= clearName &&
  column.facts.number === null &&
  !column.facts.kinds.has('empty') &&
  !column.facts.kinds.has('long_text') &&
  column.facts.distinct >= 2 &&
  column.facts.distinct <= mostGroups &&
  (best(column)?.score ?? 0) < untoldBelow;
const clearName = 0.8;
const mostGroups = 20;
const untoldBelow = 0.45;

/** `datum narodenia`: a word for date, another that is not known, and days of more than a generation. */
const merelyDate = (column: ColumnState): boolean =>
  leads(column, 'date_event') && best(column)?.lone === true && (column.facts.date?.spread ?? 0) >= generation;
const generation = 25;

/**
 * Ages and dates of birth without a telling name, in tables of persons; a date of birth and an age of the same row
 * agree.
 */
export function ageRules(columns: readonly ColumnState[], table: TableContext, thisYear: number): void {
  for (const column of columns) {
    const birth = column.hypotheses.get('date_of_birth');
    const { number } = column.facts;
    if (birth && birth.header > 0.8 && number?.whole && number.min >= 1880 && number.max <= thisYear)
      support(column, 'birth_year', 1, { kind: 'values', detail: evidenceText.table.namesBirthHoldsYears });
  }
  for (const column of columns)
    if (leads(column, 'age') && agesAreCodes(column))
      support(column, 'age_group', (best(column)?.score ?? 0) + 0.1, {
        kind: 'values',
        detail: evidenceText.table.codesOfAges,
      });
  for (const column of columns)
    if (namesAgeOverTexts(column))
      support(column, 'age_group', Math.max(0.6, (best(column)?.score ?? 0) + 0.1), {
        kind: 'header',
        detail: evidenceText.table.namesAgeHoldsGroups,
      });
  if (table.entity !== 'person') {
    const candidates = columns.filter(
      (column) =>
        column.facts.header.mute &&
        untold(column) &&
        looksLikeAges(column) &&
        (column.facts.number?.min ?? 0) >= 14 &&
        (column.facts.number?.max ?? 0) >= 60,
    );
    if (candidates.length === 1 && candidates[0] && table.personShare >= 0.3)
      support(candidates[0], 'age', 0.45, { kind: 'shape', detail: evidenceText.table.spreadLikeAges });
    return;
  }
  const dates = columns.filter(
    (column) =>
      ((silent(column) && (untold(column) || leads(column, 'date_event'))) || merelyDate(column)) &&
      column.facts.date &&
      !column.facts.date.hasTime,
  );
  for (const column of dates) {
    const { date } = column.facts;
    if (
      date &&
      (date.spread >= 18 ||
        (column.facts.header.mute &&
          column.facts.rows >= 20 &&
          column.facts.uniqueness > 0.3 &&
          (date.medianYear ?? thisYear) <= thisYear - longAgo)) &&
      (date.medianYear ?? thisYear) <= thisYear - 18 &&
      (date.medianYear ?? 0) > 1900 &&
      !columns.some((other) => leads(other, 'date_of_birth'))
    )
      support(column, 'date_of_birth', Math.max(0.8, (best(column)?.score ?? 0) + 0.1), {
        kind: 'table',
        detail: evidenceText.table.datesOverYears(date.spread),
      });
  }
  const born = columns.some((column) => leads(column, 'date_of_birth', 'birth_year'));
  for (const column of columns)
    if ((column.facts.header.mute || (!born && silent(column))) && leadsYears(column) && bornThen(column, thisYear))
      support(column, 'birth_year', 0.6, { kind: 'table', detail: evidenceText.table.yearsOfBirth });
  if (columns.some((column) => leads(column, 'age'))) return;
  const candidates = columns.filter((column) => silent(column) && untold(column) && mayBeAges(column, table));
  const birth = columns.find((column) => leads(column, 'date_of_birth') && column.facts.date);
  const age =
    candidates.find((column) => birth && agrees(column, birth)) ?? (candidates.length <= 3 ? candidates[0] : undefined);
  if (age) support(age, 'age', 0.6, { kind: 'table', detail: evidenceText.table.numbersLikeAges });
}

/** Under a name that is not known the table must be about persons by more than their key, and nobody in it a child. */
const mayBeAges = (column: ColumnState, table: TableContext): boolean =>
  looksLikeAges(column) &&
  (column.facts.header.mute ||
    (table.personalColumns >= leastPersonal &&
      table.personShare >= leastShare &&
      (column.facts.number?.min ?? 0) >= grownUp.youngest &&
      (column.facts.number?.max ?? 0) >= grownUp.oldest));
const leastPersonal = 2;
const leastShare = 0.3;
const grownUp = { youngest: 10, oldest: 45 };

const leadsYears = (column: ColumnState): boolean => best(column)?.type === 'year' && (best(column)?.score ?? 0) < 0.45;

/** Years spread over generations, the last of them long enough ago for most to be grown up. */
function bornThen({ facts: { number, distinct } }: ColumnState, thisYear: number): boolean {
  if (!number || distinct < 15) return false;
  const [low = 0, high = 0] = [
    number.sorted[Math.floor(0.05 * number.sorted.length)],
    number.sorted[Math.floor(0.95 * number.sorted.length)],
  ];
  return high - low >= 20 && number.median <= thisYear - 18 && low >= 1900;
}

/** Age and year of birth add up to about the same year in most rows. */
function agrees(age: ColumnState, birth: ColumnState): boolean {
  const sums = new Map<number, number>();
  let rows = 0;
  age.facts.cells.forEach((cell, row) => {
    const year = /(?:19|20)\d{2}/.exec(birth.facts.cells[row] ?? '')?.[0];
    if (cell === null || !year) return;
    rows += 1;
    sums.set(Number(year) + Number(cell), (sums.get(Number(year) + Number(cell)) ?? 0) + 1);
  });
  const [top = 0, second = 0] = [...sums.values()].sort((left, right) => right - left);
  return rows > 3 && top + second >= 0.8 * rows;
}
