import type { Dialect } from './dialect.ts';

/**
 * One record of a text: its fields, which of them were quoted, whether its quotes are sound, where it begins (1-based
 * line), and which signs of the text are its, those that end its line among them (`to` is behind the last).
 */
export interface TextRecord {
  fields: string[];
  quoted: boolean[];
  sound: boolean;
  line: number;
  from: number;
  to: number;
}

type TextDialect = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>;

/** Where reading stands in a text. */
interface Reader {
  text: string;
  dialect: TextDialect;
  /** Whether the text's end is that of the file, and no cut through a record. */
  complete: boolean;
  at: number;
  line: number;
}

/**
 * Cuts a piece of text into records, by the same rules as `scanRecords` does for whole files: used for the head of a
 * file and for headers. Blank lines are left out. A record that the text's end cuts off is left out unless `complete`.
 * @param limit most records returned
 */
export function parseText(
  text: string,
  dialect: TextDialect,
  options: { complete: boolean; limit: number; line?: number },
): TextRecord[] {
  const reader: Reader = { text, dialect, complete: options.complete, at: 0, line: options.line ?? 1 };
  const records: TextRecord[] = [];
  while (reader.at < text.length && records.length < options.limit) {
    const record = readRecord(reader);
    if (record === null) break;
    record.to = reader.at;
    if (record.fields.length > 1 || record.fields[0]!.trim() !== '' || record.quoted[0]) records.push(record);
  }
  return records;
}

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';

/** The record that begins here; null where the text cuts it off. */
function readRecord(reader: Reader): TextRecord | null {
  const { text, dialect, complete } = reader;
  const begin = reader.at;
  const record: TextRecord = { fields: [], quoted: [], sound: true, line: reader.line, from: begin, to: begin };
  for (;;) {
    const start = afterSpaces(reader, reader.at);
    if (dialect.quote === '' || text[start] !== dialect.quote) readBare(reader, record);
    else if (!readQuoted(reader, record, begin, start)) return null;
    if (reader.at >= text.length) return complete ? record : null;
    if (text[reader.at] !== dialect.delimiter) {
      reader.at += text[reader.at] === '\r' && text[reader.at + 1] === '\n' ? 2 : 1;
      reader.line += 1;
      return record;
    }
    reader.at += 1;
    if (reader.at < text.length) continue;
    if (!complete) return null;
    record.fields.push('');
    record.quoted.push(false);
    return record;
  }
}

function afterSpaces({ text, dialect }: Reader, from: number): number {
  let at = from;
  if (dialect.delimiter !== ' ') while (text[at] === ' ') at += 1;
  return at;
}

function readBare(reader: Reader, record: TextRecord): void {
  const { text, dialect } = reader;
  let i = reader.at;
  while (i < text.length && text[i] !== dialect.delimiter && !isLineEnd(text[i])) i += 1;
  record.fields.push(text.slice(reader.at, i));
  record.quoted.push(false);
  reader.at = i;
}

/**
 * The field whose opening quote is at `start`; unsound quotes cost the first physical line of the record, from `begin`,
 * and reading goes on after it.
 * @returns false where the text cuts it off
 */
function readQuoted(reader: Reader, record: TextRecord, begin: number, start: number): boolean {
  const { text, dialect } = reader;
  const inside = readInside(reader, start + 1);
  if (inside === null && !reader.complete) return false;
  const next = inside === null ? text.length : afterSpaces(reader, inside.next);
  if (inside !== null && (next >= text.length || text[next] === dialect.delimiter || isLineEnd(text[next]))) {
    record.fields.push(inside.value);
    reader.at = next;
  } else {
    let end = begin;
    while (end < text.length && !isLineEnd(text[end])) end += 1;
    record.sound = false;
    record.fields = [text.slice(begin, end)];
    record.quoted = [];
    reader.line = record.line;
    reader.at = end;
  }
  record.quoted.push(true);
  return true;
}

/** What stands between quotes, and where reading goes on behind them; null where nothing closes them. */
function readInside(reader: Reader, from: number): { value: string; next: number } | null {
  const { text, dialect } = reader;
  const { quote, escape } = dialect;
  let value = '';
  for (let i = from; i < text.length;) {
    const character = text[i]!;
    const following = text[i + 1];
    if (character === escape && escape !== quote && (following === quote || following === escape)) {
      value += following;
      i += 2;
    } else if (character !== quote) {
      if (character === '\n' || (character === '\r' && following !== '\n')) reader.line += 1;
      value += character;
      i += 1;
    } else if (escape === quote && following === quote) {
      value += quote;
      i += 2;
    } else return { value, next: i + 1 };
  }
  return null;
}
