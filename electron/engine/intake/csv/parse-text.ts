import type { Dialect } from './dialect.ts';

/**
 * One record of a text: its fields, which of them were quoted, whether its quotes are sound, and where it begins
 * (1-based line).
 */
export interface TextRecord {
  fields: string[];
  quoted: boolean[];
  sound: boolean;
  line: number;
}

/**
 * Cuts a piece of text into records, by the same rules as `scanRecords` does for whole files: used for the head of a
 * file and for headers. Blank lines are left out. A record that the text's end cuts off is left out unless `complete`.
 * @param limit most records returned
 */
export function parseText(
  text: string,
  dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>,
  options: { complete: boolean; limit: number; line?: number },
): TextRecord[] {
  const { delimiter, quote, escape } = dialect;
  const records: TextRecord[] = [];
  const end = text.length;
  let at = 0;
  let line = options.line ?? 1;
  while (at < end && records.length < options.limit) {
    const record: TextRecord = { fields: [], quoted: [], sound: true, line };
    const begin = at;
    let closed = false;
    while (!closed) {
      let start = at;
      if (delimiter !== ' ') while (text[start] === ' ') start += 1;
      if (quote !== '' && text[start] === quote) {
        let value = '';
        let i = start + 1;
        for (;;) {
          if (i >= end) {
            if (!options.complete) return records;
            record.sound = false;
            break;
          }
          const ch = text[i]!;
          if (ch === escape && escape !== quote && (text[i + 1] === quote || text[i + 1] === escape)) {
            value += text[i + 1];
            i += 2;
          } else if (ch === quote) {
            if (escape === quote && text[i + 1] === quote) {
              value += quote;
              i += 2;
            } else {
              i += 1;
              break;
            }
          } else {
            if (ch === '\n' || (ch === '\r' && text[i + 1] !== '\n')) line += 1;
            value += ch;
            i += 1;
          }
        }
        if (delimiter !== ' ') while (text[i] === ' ') i += 1;
        if (i < end && text[i] !== delimiter && text[i] !== '\n' && text[i] !== '\r') record.sound = false;
        if (!record.sound) {
          // Unsound quotes cost their first physical line; reading goes on after it.
          i = begin;
          while (i < end && text[i] !== '\n' && text[i] !== '\r') i += 1;
          value = text.slice(begin, i);
          line = record.line;
          record.fields = [];
          record.quoted = [];
        }
        record.fields.push(value);
        record.quoted.push(true);
        at = i;
      } else {
        let i = at;
        while (i < end && text[i] !== delimiter && text[i] !== '\n' && text[i] !== '\r') i += 1;
        record.fields.push(text.slice(at, i));
        record.quoted.push(false);
        at = i;
      }
      if (at >= end) {
        if (!options.complete) return records;
        closed = true;
      } else if (text[at] === delimiter) {
        at += 1;
        if (at >= end && options.complete) {
          record.fields.push('');
          record.quoted.push(false);
          closed = true;
        } else if (at >= end) return records;
      } else {
        at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
        line += 1;
        closed = true;
      }
    }
    if (record.fields.length > 1 || record.fields[0]!.trim() !== '' || record.quoted[0]) records.push(record);
  }
  return records;
}
