import { longPattern } from '#shared/domain/long-pattern.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, silent, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Nothing in the name says what the column holds: it is mute, or no type knows a word of it. */
const untold = (column: ColumnState): boolean =>
  silent(column) && ((best(column)?.score ?? 0) < 0.5 || column.facts.header.vague);
const share = (column: ColumnState, test: (value: string) => boolean): number => {
  const values = column.facts.values.slice(0, 300);
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
};

const dialled = longPattern('')`
  ^(?:\+|\(|0)[\d\s()./-]{6,24}(?:\s*(?:x|ext\.?)\s*\d+)?$|
  ^\d{3}[-.\x20]\d{3}[-.\x20]\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?$|
  ^\d{2,4}\x20\d{2,4}\x20\d{2,4}(?:\x20\d{2,4})?$|
  ^\d{3}-\d{3}-\d{3}$|^\d{3}-\d{4}$
`;
const wholePerson = /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;
/** One to four words and a number, as most of Europe writes where somebody lives. */
const housed = /^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){0,3},? \d{1,4} ?[a-z]?$/iu;
const isAddressBook = (columns: readonly ColumnState[]): boolean =>
  columns.some((column) => leads(column, 'first_name', 'last_name', 'full_name')) &&
  !columns.some((column) => leads(column, 'street_address', 'full_address', 'product_id', 'product_name', 'order_id'));
const handle = /^(?=.*\p{L})[\p{L}][\p{L}\d._-]{2,24}$/u;

/** The name says in a word of its own that these are numbers of something, if not of what: `röstlängdsnr`, `roll_no`. */
const namesNumber = ({ facts }: ColumnState): boolean =>
  !facts.header.mute &&
  facts.header.tokens.some((token) => /(?:^(?:id|code|number|ref|kod|codigo|codice)|nummer|nr|numer|nro)$/.test(token));

/**
 * The national form of phone numbers: nought, area or network, subscriber; all about as long and in no order. Keys
 * filled up with noughts begin with two of them.
 */
const afterNought = (column: ColumnState): boolean => {
  const whole = share(column, (value) => /^0[1-9]\d{7,9}$/.test(value));
  return (
    whole >= 0.95 || (whole >= withNought && share(column, (value) => /^(?:0[1-9]|[1-9])\d{7,9}$/.test(value)) >= 0.95)
  );
};
/** What spreadsheets leave of them has no nought; of numbers in no order only one in ten begins with one. */
const withNought = 0.3;

function plainDigits(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    const { facts } = column;
    if (
      !silent(column) ||
      facts.rows < (facts.header.mute ? 5 : 20) ||
      facts.uniqueness < 0.4 ||
      facts.ascending ||
      namesNumber(column) ||
      !afterNought(column)
    )
      continue;
    support(column, 'phone_number', Math.max(0.6, (best(column)?.score ?? 0) + 0.1), {
      kind: 'shape',
      detail: evidenceText.table.digitsLikePhoneNumbers,
    });
  }
}

/** Mobile and whole numbers as countries give them out, without a sign: so many digits, beginning so. */
const given = longPattern('')`
  ^(?:
    1?[2-9]\d{2}[2-9]\d{6}|[6-9]\d{9}|[78][3-9]\d{9}|[67]\d{8}|9[1-9]\d{7}|5[0-9]\d{7}|
    (?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])\d{8,10}|(?:351|353|358|380|420|421|9[67]\d)\d{8,9}
  )$
`;
const numberAlone = ({ facts: { header } }: ColumnState): boolean =>
  header.tokens.length === 1 && header.tokens[0] === 'number';

/** Long numbers in no order beside names of persons, all about as long: what they are called by. */
function digitsBesideNames(columns: readonly ColumnState[]): void {
  const named = columns.some(
    ({ facts, hypotheses }) =>
      (hypotheses.get('full_name')?.score ?? 0) > 0.3 ||
      (hypotheses.get('first_name')?.score ?? 0) >= 0.45 ||
      (hypotheses.get('email_address')?.score ?? 0) >= 0.45 ||
      (facts.header.tokens.length === 1 && facts.header.tokens[0] === 'name'),
  );
  if (!named || columns.some((column) => leads(column, 'phone_number'))) return;
  for (const column of columns) {
    const { facts } = column;
    if (!(numberAlone(column) || (silent(column) && !namesNumber(column))) || (best(column)?.score ?? 0) >= 0.5)
      continue;
    if (!facts.number?.whole || facts.number.decorated > 0 || facts.ascending || facts.values.length < 2) continue;
    if (facts.header.mute && facts.uniqueness < 0.5) continue;
    if (new Set(facts.values.map((value) => value.length)).size > 3) continue;
    if (share(column, (value) => given.test(value)) < 0.9 || evenlyApart(facts.number.sorted)) continue;
    support(column, 'phone_number', Math.max(0.55, (best(column)?.score ?? 0) + 0.1), {
      kind: 'neighbour',
      detail: evidenceText.table.digitsBesideNames,
    });
  }
}
/** Numbers given out one after the other lie close together. */
const evenlyApart = (sorted: Float64Array): boolean =>
  sorted.length > 2 && (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) < 1000 * sorted.length;

/** A bare `name` beside an address or a number to reach somebody under: whose it is, were it only a few. */
function nameBesideContact(columns: readonly ColumnState[]): void {
  if (!columns.some((column) => leads(column, 'email_address', 'phone_number'))) return;
  if (columns.some((column) => leads(column, 'first_name', 'last_name', 'full_name', 'business_name'))) return;
  for (const column of columns) {
    const { header, kinds, distinct, values } = column.facts;
    const name = column.hypotheses.get('full_name');
    if (!name || name.header === 0 || header.tokens.length !== 1 || !kinds.has('text') || distinct < 1) continue;
    const keyed = columns.some((other) => leads(other, 'person_id', 'customer_id', 'user_id', 'employee_id', 'age'));
    const passes = values.length > 0 && (name.share >= 0.3 || (keyed && column.facts.meanWords <= 4));
    if (!passes || (best(column)?.score ?? 0) >= 0.5) continue;
    support(column, 'full_name', Math.max(0.6, (best(column)?.score ?? 0) + 0.1), {
      kind: 'neighbour',
      detail: evidenceText.table.nameBesideContact,
    });
  }
}

/** Beside somebody's name and address a `title` is what he or she works as; titles of things have no e-mail address. */
function titlesOfContacts(columns: readonly ColumnState[]): void {
  if (
    !columns.some((column) => leads(column, 'first_name', 'last_name', 'full_name')) ||
    !columns.some((column) => leads(column, 'email_address', 'phone_number')) ||
    columns.some((column) => leads(column, 'product_id', 'review_text', 'rating')) ||
    (columns.some((column) => leads(column, 'order_id')) && !columns.some((column) => leads(column, 'company_name')))
  )
    return;
  for (const column of columns) {
    const { tokens } = column.facts.header;
    if (tokens.length === 1 && tokens[0] === 'title' && leads(column, 'product_name'))
      support(column, 'job_title', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.titleOfContact,
      });
  }
}

/** So many first names in texts of two to four capitalised words, each but once, that the rows must be persons. */
const mostlyNames = { share: 0.33, rows: 10 };

/** Names of persons in a table of which nothing else says that it is one of persons; names of goods have no first name. */
function wholeNames(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity !== 'other' || table.row !== 'other') return;
  for (const column of columns) {
    const { facts } = column;
    if (
      (best(column)?.type !== 'unknown' && best(column)?.type !== 'full_name') ||
      facts.rows < mostlyNames.rows ||
      facts.uniqueness < 0.9 ||
      (column.hypotheses.get('full_name')?.share ?? 0) < mostlyNames.share ||
      share(column, (value) => wholePerson.test(value)) < 0.9
    )
      continue;
    support(column, 'full_name', 0.65, { kind: 'shape', detail: evidenceText.table.capitalisedWords });
  }
}

/** As addresses are written in Japan, China and Korea: from the province down to the house. */
const fromProvince = longPattern('u')`
  ^(?:
    (?:東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}県).{2,}|
    \p{Script=Han}{2,8}[省市].{0,12}[区區县縣市].{0,30}[路街道号號镇鎮村].*|
    \p{Script=Hangul}{2,7}(?:시|도)\s\p{Script=Hangul}{1,6}(?:시|군|구)\s.+
  )$
`;
/** A part of the address that stands in a column of its own as well. */
const mostRows = 0.9;

/** Texts with a number that name the place of their row, which another column holds by itself: where that place is. */
function wholeAddresses(columns: readonly ColumnState[]): void {
  const places = columns.filter((column) => leads(column, 'city', 'postal_code') && column.facts.meanLength >= 3);
  for (const column of columns) {
    const { facts } = column;
    if (!untold(column) || facts.values.length < 4 || facts.number || facts.date) continue;
    const namesPlace = places.some((place) => {
      const rows = facts.cells.flatMap((cell, row) => {
        const other = place.facts.cells[row];
        return cell === null || !other
          ? []
          : [cell !== other && cell.includes(other) && /\d/.test(cell.replace(other, ''))];
      });
      return rows.length >= 4 && rows.filter(Boolean).length >= mostRows * rows.length;
    });
    if (!namesPlace && share(column, (value) => fromProvince.test(value)) < mostRows) continue;
    support(column, 'full_address', Math.max(0.6, (best(column)?.score ?? 0) + 0.1), {
      kind: 'neighbour',
      detail: evidenceText.table.wholeAddress,
    });
  }
}

/** Phone numbers, names and login names without a telling header, in tables of persons. */
export function contactRules(columns: readonly ColumnState[], table: TableContext): void {
  plainDigits(columns);
  digitsBesideNames(columns);
  nameBesideContact(columns);
  wholeNames(columns, table);
  if (table.entity !== 'person') return;
  titlesOfContacts(columns);
  wholeAddresses(columns);
  for (const column of columns) {
    const { facts } = column;
    if (!untold(column) || facts.values.length < 4 || facts.uniqueness < 0.3) continue;
    if (
      !facts.number?.decimals &&
      !facts.date &&
      !namesNumber(column) &&
      share(
        column,
        (value) =>
          dialled.test(value) &&
          !value.startsWith('000') &&
          value.replace(/\D/g, '').length >= 6 &&
          value.replace(/\D/g, '').length <= 15,
      ) >= 0.6
    )
      support(column, 'phone_number', facts.header.vague ? Math.max(0.85, (best(column)?.score ?? 0) + 0.1) : 0.85, {
        kind: 'shape',
        detail: evidenceText.table.likePhoneNumbers,
      });
    else if (
      share(column, (value) => wholePerson.test(value)) >= 0.9 &&
      (column.hypotheses.get('full_name')?.share ?? 0) >= 0.2
    )
      support(column, 'full_name', 0.65, { kind: 'shape', detail: evidenceText.table.capitalisedWords });
    else if (isAddressBook(columns) && facts.uniqueness > 0.5 && share(column, (value) => housed.test(value)) >= 0.9)
      support(column, 'street_address', 0.6, { kind: 'shape', detail: evidenceText.table.wordsAndNumber });
    else if (
      facts.kinds.has('code') === false &&
      facts.uniqueness > 0.95 &&
      facts.rows >= 20 &&
      facts.meanWords === 1 &&
      share(column, (value) => handle.test(value)) >= 0.97 &&
      share(column, (value) => /\d/.test(value)) >= 0.05 &&
      columns.some((other) => leads(other, 'email_address'))
    )
      support(column, 'username', 0.5, { kind: 'shape', detail: evidenceText.table.wordOfItsOwn });
  }
}
