import { arxLine } from '#shared/hierarchies/arx-line.ts';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { textReader } from '#engine/intake/encoding/text-reader.ts';
import { decodeHead, detectEncoding } from '#engine/intake/csv/detect-encoding.ts';
import { parseText } from '#engine/intake/csv/parse-text.ts';
import { arxDialect, parseHierarchy } from './parse-hierarchy.ts';

/**
 * Writes a hierarchy in ARX's form: a line per value, `;` between the fields, no header. Like a file it was read from:
 * rows that are the same give the same bytes; a row that stayed keeps its line as it stood there, and the others take the
 * file's encoding, line ends and quotes. Without one: UTF-8, `\n`, quotes where they are needed.
 * @param rows each a value and its labels, all of one length
 * @param like the bytes of the file that the rows were read from; null: none
 */
export function writeHierarchy(rows: readonly (readonly string[])[], like: Buffer | null): Buffer {
  if (like === null) return Buffer.from(rows.map((row) => `${arxLine(row)}\n`).join(''));
  const before = parseHierarchy(like, '').rows;
  if (JSON.stringify(before) === JSON.stringify(rows)) return like;
  const { encoding, bom } = detectEncoding(like);
  return encode(linesLike(rows, decodeHead(like, encoding)), encoding, bom > 0);
}

function linesLike(rows: readonly (readonly string[])[], content: string): string {
  const records = parseText(content, arxDialect, { complete: true, limit: Infinity });
  const lineOf = new Map<string, string>();
  const ends = new Map<string, number>();
  let quoteAll = true;
  for (const { fields, quoted, from, to } of records) {
    const whole = content.slice(from, to);
    const line = whole.replace(/(?:\r\n|\r|\n)$/, '');
    const end = whole.slice(line.length);
    if (end !== '') ends.set(end, (ends.get(end) ?? 0) + 1);
    quoteAll &&= quoted.every(Boolean);
    const key = JSON.stringify(fields);
    if (!lineOf.has(key)) lineOf.set(key, line);
  }
  const usual = [...ends].reduce((most, next) => (next[1] > most[1] ? next : most), ['\n', 0] as [string, number])[0];
  const lines = rows.map((row) => lineOf.get(JSON.stringify(row)) ?? arxLine(row, quoteAll));
  return lines.join(usual) + (/[\r\n]$/.test(content) ? usual : '');
}

/** The byte of each character that an encoding of single bytes has beyond ASCII. */
const singleBytes = (encoding: TextEncoding): Map<string, number> =>
  new Map(
    Array.from({ length: 128 }, (_, at) => [textReader(encoding).read(Uint8Array.of(128 + at), false), 128 + at]),
  );

/** In the given encoding; where that lacks a character, UTF-8 with its mark, which all readers of the others know. */
function encode(content: string, encoding: TextEncoding, mark: boolean): Buffer {
  if (encoding === 'utf-16le') return Buffer.from((mark ? '\ufeff' : '') + content, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from((mark ? '\ufeff' : '') + content, 'utf16le').swap16();
  if (encoding !== 'utf-8') {
    const known = singleBytes(encoding);
    const bytes = [...content].map((sign) => (sign.codePointAt(0)! < 128 ? sign.codePointAt(0)! : known.get(sign)));
    if (bytes.every((byte) => byte !== undefined)) return Buffer.from(bytes);
    return Buffer.from(`\ufeff${content}`);
  }
  return Buffer.from((mark ? '\ufeff' : '') + content);
}
