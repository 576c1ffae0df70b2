import { isAscii, isUtf8 } from 'node:buffer';
import { csvText } from '#shared/text/engine/csv.ts';
import { mixedEncoding, type TextEncoding } from '#shared/domain/text-encoding.ts';
import { detectLegacy } from '../encoding/detect-legacy.ts';
import { textReader } from '../encoding/text-reader.ts';

export interface EncodingGuess {
  encoding: TextEncoding;
  /** Bytes of the byte order mark. */
  bom: number;
  reason: string;
  /** It may well be another: that is told. */
  doubtful?: boolean;
}

const utf8Sequence = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** The sequences by which a text goes over to Japanese characters (ISO-2022-JP, RFC 1468). */
// oxlint-disable-next-line no-control-regex
const begunByEscape = /\u001b\$[@B]/;

/**
 * Encoding of a text from its first bytes, in the order that is safest: byte order mark, zero bytes at every second
 * place (UTF-16 without a mark), UTF-8 (all of it, or most of what is beyond ASCII), a detector's guess. What the head says
 * is checked against the whole file when it is opened.
 */
export function detectEncoding(head: Buffer): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', bom: 3, reason: csvText.bomUtf8 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2, reason: csvText.bomUtf16le };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2, reason: csvText.bomUtf16be };
  const pairs = Math.min(head.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs; index += 1) {
    if (head[2 * index] === 0) even += 1;
    if (head[2 * index + 1] === 0) odd += 1;
  }
  if (pairs >= 2 && odd >= 0.4 * pairs && even < 0.1 * pairs)
    return { encoding: 'utf-16le', bom: 0, reason: csvText.zeroSecond };
  if (pairs >= 2 && even >= 0.4 * pairs && odd < 0.1 * pairs)
    return { encoding: 'utf-16be', bom: 0, reason: csvText.zeroFirst };
  if (begunByEscape.test(head.toString('latin1', 0, 65_536)) && isUtf8(head))
    return { encoding: 'iso-2022-jp', bom: 0, reason: csvText.escapesOfJapanese };
  if (isUtf8(wholeSequences(head))) return { encoding: 'utf-8', bom: 0, reason: csvText.validUtf8 };
  const text = head.toString('latin1');
  const sequences = text.match(utf8Sequence)?.length ?? 0;
  const stray = text.replace(utf8Sequence, '').match(/[\x80-\xff]/g)?.length ?? 0;
  if (sequences > stray || (utf8LineShare(head) >= mixedFrom && detectLegacy(head).reads < readsWell))
    return { encoding: mixedEncoding, bom: 0, reason: csvText.mostlyUtf8 };
  return { ...legacyEncoding(head), bom: 0 };
}

/** From this share on lines are UTF-8 on purpose: those of another encoding are so by chance, and seldom. */
const mixedFrom = 0.25;
/** Few lines of another encoding can be valid UTF-8 by chance: all of it reads as one language then. */
const readsWell = 0.85;
const mostLines = 2_000;

/** Of the lines with a byte beyond ASCII, the share that is valid UTF-8. */
function utf8LineShare(head: Buffer): number {
  let all = 0;
  let valid = 0;
  for (let from = 0; from < head.length && all < mostLines;) {
    const found = head.indexOf(10, from);
    const line = head.subarray(from, found < 0 ? head.length : found);
    from += line.length + 1;
    if (isAscii(line)) continue;
    all += 1;
    if (isUtf8(line)) valid += 1;
  }
  return all === 0 ? 0 : valid / all;
}

/** What a text that is not Unicode is in, with the doubt about it. */
export function legacyEncoding(bytes: Buffer): Pick<EncodingGuess, 'encoding' | 'reason' | 'doubtful'> {
  const { encoding, confidence, reads, others } = detectLegacy(bytes);
  const doubtful = others.length > 0 || reads < readsWell;
  return { encoding, reason: csvText.likelyEncoding(encoding, confidence, others), doubtful };
}

/** The bytes without a multi-byte sequence that their end cuts. */
export function wholeSequences(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back < bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** Text of the first bytes of a file; a character cut by the end is left out. */
export function decodeHead(head: Buffer, encoding: TextEncoding): string {
  if (encoding !== 'utf-8') return textReader(encoding).read(head, encoding !== mixedEncoding);
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  return wholeSequences(head.subarray(mark)).toString('utf8');
}
