import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, silent, support, type ColumnState } from '../hypothesis.ts';
import { looksLikeAges } from './ages.ts';
import type { TableContext } from './entity.ts';

/** Rows from which the spread of a column says anything. */
const leastRows = 30;
/** Of a code or a choice there are so many different values at most, and each comes back so often. */
const choice = { distinct: 25, times: 4 };
/** Share of the other columns that are choices where one is an age: forms about persons consist of those. */
const mostlyChoices = 0.5;
/** What goods, pages and orders have, which are sorted into kinds as persons are. */
const ofOthers: readonly SemanticTypeId[] = [
  'product_id',
  'product_name',
  'price',
  'page_url',
  'url_part',
  'ip_address',
  'latitude',
  'longitude',
  'company_name',
  'business_name',
];

const untold = (column: ColumnState): boolean => (best(column)?.score ?? 0) < 0.45;

const isChoice = ({ facts }: ColumnState): boolean =>
  facts.kinds.has('boolean') ||
  (facts.distinct >= 2 && facts.distinct <= choice.distinct && facts.rows >= choice.times * facts.distinct);

/** Ages of grown people for the most part: some are old, and hardly anybody very old. */
const grownUp = ({ facts: { number } }: ColumnState): boolean =>
  number !== null && number.min >= 10 && number.max >= 45 && number.max <= 100;

/** A form filled in about persons: figures spread like ages in one column, and one of a few answers in most others. */
function ageAmongChoices(columns: readonly ColumnState[]): void {
  const filled = columns.filter(({ facts }) => !facts.kinds.has('empty') && facts.distinct > 1);
  const ages = filled.filter((column) => untold(column) && looksLikeAges(column) && grownUp(column));
  const age = ages[0];
  if (!age || ages.length > 2 || age.facts.rows < leastRows) return;
  if (filled.some(({ facts }) => facts.date !== null)) return;
  const others = filled.filter((column) => column !== age);
  if (others.filter(isChoice).length < mostlyChoices * others.length || others.length < 3) return;
  support(age, 'age', 0.46, { kind: 'shape', detail: evidenceText.table.agesAmongChoices });
}

const leastKeys = 10;
/** A key of the row comes but once, and a kind comes in nearly every row. */
const comesBack = { least: 0.01, most: 0.9 };
/** Sorted by who did it, each has as many rows as there are days. */
const panel = 0.5;
const month = /^\d{4}[-/.]\d{1,2}$/;
const numbered = /^(\p{L}{1,5}[-_ ]?)\d{2,12}$/u;
const randomKey = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^[0-9a-f]{12,40}$/i;

/** Written like numbers of a register: all as long, or one letter or word and a number, or random. */
function isKey({ facts }: ColumnState): boolean {
  const { values, number, distinct, uniqueness, rows, ascending } = facts;
  if (distinct < leastKeys || rows < leastRows || (ascending && uniqueness > panel)) return false;
  if (uniqueness < comesBack.least || uniqueness > comesBack.most) return false;
  if (number) {
    if (!number.whole || number.decorated > 0 || number.min < 1) return false;
    // Years come back as well.
    if (number.min >= 1900 && number.max <= 2100) return false;
    const digits = new Set(values.map((value) => value.length));
    return (digits.size === 1 && number.max >= 1000) || evenly(number.sorted);
  }
  const stem = numbered.exec(values[0] ?? '')?.[1];
  return (
    (stem !== undefined && values.every((value) => numbered.exec(value)?.[1] === stem)) ||
    values.every((value) => randomKey.test(value))
  );
}

/** Counted on from one, each about as often: so are keys, and hardly what is measured. */
function evenly(sorted: Float64Array): boolean {
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const span = at(1) - at(0);
  return (
    at(0) <= 0.05 * at(1) + 1 &&
    span >= 3 * leastKeys &&
    [0.25, 0.5, 0.75].every((share) => Math.abs(at(share) - at(0) - share * span) <= 0.08 * span)
  );
}

const isDay = ({ facts: { date, values, distinct } }: ColumnState): boolean =>
  (date !== null && distinct >= leastKeys) || (values.length >= 3 && values.every((value) => month.test(value)));

/** A log: each row has its day or moment. The first key in it that comes back is whose doing the row is. */
function keyOfDoers(columns: readonly ColumnState[]): void {
  if (!columns.some(isDay)) return;
  const key = columns.slice(0, amongFirst).find((column) => silent(column) && untold(column) && isKey(column));
  if (key) support(key, 'person_id', 0.46, { kind: 'shape', detail: evidenceText.table.keyOfDoers });
}
const amongFirst = 4;

/** Reads from the values alone that rows without column names are persons. */
export function unnamedRowRules(columns: readonly ColumnState[], table: TableContext): void {
  if (!columns.every(({ facts }) => facts.header.mute)) return;
  if (table.entity !== 'other' || columns.some((column) => leads(column, ...ofOthers))) return;
  ageAmongChoices(columns);
}

/** In a log: whose doing its rows are. */
export function unnamedDoerRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity === 'other' || table.entity === 'thing') keyOfDoers(columns);
}
