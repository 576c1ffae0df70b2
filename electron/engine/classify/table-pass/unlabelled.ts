import { semanticTypeById, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, silent, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';
import { isPartOfDay } from './parts-of-days.ts';

/** Share of personal columns from which an untold column of the same table is taken for personal too. */
const mostlyPersonal = 0.6;

/** Rows with one of these are what persons did, not the persons. */
const ofDeeds: readonly SemanticTypeId[] = [
  'order_id',
  'order_date',
  'product_id',
  'product_name',
  'quantity',
  'ticket_id',
  'ticket_text',
  'ticket_subject',
  'event_name',
  'page_url',
  'social_post_text',
  'review_text',
  'search_term',
  'booking_id',
];
/** Web addresses and host names. */
export const isAddress = ({ facts }: ColumnState): boolean =>
  facts.number === null &&
  facts.values.slice(0, 50).filter((value) => /^https?:|^[\w-]+(?:\.[\w-]+)+$/.test(value)).length >
    0.5 * Math.min(50, facts.values.length);

const long = 5;
/** How systems shorten the names of coded facts: `FAMST`, `MAR`. */
const shortened = /^[A-Z][A-Z0-9_]{1,7}$/;
const fewCodes = 25;
/** Kinds of deeds (a state, a channel) are few; the keys and names of persons are not. */
const fewKinds = 15;

/** A national number of its own in every row: each row is one person, whatever else is known of the table. */
const numbersOnePerson = (column: ColumnState): boolean =>
  leads(column, 'national_id') && column.facts.uniqueness > 0.9 && column.facts.rows >= 5;

/**
 * A code of its own in every row that nothing names, in a table with one row for each person, is somebody's number: of
 * a document, an account, a file.
 */
function numbersOfPersons(columns: readonly ColumnState[]): void {
  if (columns.some((column) => leads(column, ...ofDeeds))) return;
  for (const column of columns) {
    const { facts } = column;
    const bareNumber = best(column)?.type === 'numeric_metric' && facts.number?.whole === true;
    if (best(column)?.type !== 'record_id' && !bareNumber) continue;
    if (
      !silent(column) ||
      facts.rows < 20 ||
      facts.uniqueness <= 0.95 ||
      facts.ascending ||
      facts.meanLength < long ||
      isAddress(column)
    )
      continue;
    // A measure has as many digits as it needs; numbers of documents are all as long.
    if (
      facts.number &&
      facts.values.filter((value) => Math.abs(value.length - facts.meanLength) < 0.5).length < 0.9 * facts.values.length
    )
      continue;
    support(column, 'person_id', (best(column)?.score ?? 0) + 0.08, {
      kind: 'table',
      detail: evidenceText.table.unnamedCode,
    });
  }
}

/**
 * A moment to the minute, another in nearly every row: the rows are what happened, and a figure or one of a few words
 * in them is about that.
 */
export const momentOfDeed = ({ facts }: ColumnState): boolean =>
  facts.date?.hasTime === true && facts.uniqueness > 0.5 && facts.rows >= 20;

/**
 * Registers say by their first columns whom each row is about, and keep yes and no for their own use as well (active,
 * confirmed); what is collected for study has neither names nor addresses, and its yes and no are facts.
 */
export const isRegistersOwn = (column: ColumnState, columns: readonly ColumnState[]): boolean =>
  column.facts.header.mute &&
  column.facts.kinds.has('boolean') &&
  columns.some((other) => {
    const first = best(other);
    return first !== undefined && first.score >= 0.45 && semanticTypeById(first.type)?.class === 'linked';
  });

/**
 * Without a telling name, a few different words in a table of persons describe the person; nobody can say how, so it
 * stays for review.
 */
export function unlabelledRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity !== 'person' || table.personShare < mostlyPersonal) return;
  if (table.personalColumns < 3 && !columns.some(numbersOnePerson)) return;
  numbersOfPersons(columns);
  const deeds = columns.some(momentOfDeed);
  for (const column of columns) {
    const { facts } = column;
    // A name nobody knows over words that repeat is as good as none; over numbers it is mostly a measure.
    const coded =
      shortened.test(facts.header.text) &&
      silent(column) &&
      facts.number?.whole === true &&
      facts.number.min >= 0 &&
      facts.distinct <= fewCodes &&
      facts.rows >= 4 * facts.distinct;
    const mute = facts.header.mute || coded || best(column)?.type === 'unknown';
    if (
      !mute ||
      (best(column)?.score ?? 0) >= 0.4 ||
      facts.kinds.has('empty') ||
      facts.distinct < 2 ||
      facts.kinds.has('date') ||
      facts.ascending ||
      facts.kinds.has('long_text')
    )
      continue;
    if (best(column)?.type === 'year' || isPartOfDay(column, columns) || isRegistersOwn(column, columns)) continue;
    const measure = facts.number !== null && facts.uniqueness > 0.5;
    if (deeds && facts.header.mute && (facts.number !== null || facts.distinct <= fewKinds)) continue;
    if (measure || isAddress(column)) continue;
    if (table.row === 'visit' && !facts.header.mute) continue;
    support(column, 'person_attribute', 0.42, { kind: 'table', detail: evidenceText.table.unnamedAmongPersons });
  }
}
