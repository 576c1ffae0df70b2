import { analyse, type Match } from 'chardet';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { type Language, pages, wordIn } from './alphabets.ts';
import { textReader } from './text-reader.ts';

/** An encoding that bytes may be in, and how well the text then reads: 0…1. */
interface Candidate {
  encoding: TextEncoding;
  score: number;
}

export interface LegacyGuess {
  encoding: TextEncoding;
  confidence: number;
  /** How well the text then reads: about 1 where all its words are those of one language. */
  reads: number;
  /** What else it could be: those that are not far behind. */
  others: TextEncoding[];
}

const sampleBytes = 32_768;
/** The detector's other names, for pages that it calls otherwise. */
const otherNames: Partial<Record<TextEncoding, readonly string[]>> = {
  'windows-1252': ['ISO-8859-1'],
  'windows-1250': ['ISO-8859-2'],
  'windows-1253': ['ISO-8859-7'],
  'windows-1254': ['ISO-8859-9'],
  'windows-1255': ['ISO-8859-8'],
  'windows-1256': ['ISO-8859-6'],
};
/** Below this share of words of one language a page is no candidate. */
const least = 0.5;
/** Of pages under which a text reads about equally well the one that is met more often. */
const lessOften = 0.003;
/** With fewer different letters than these beyond ASCII, how often a page is met counts for more: one letter fits many. */
const telling = 4;
const notFarBehind = 0.1;
/** How much words of several languages count beside those of one. */
const ofSeveral = 0.92;
const mostOthers = 3;
const mostWords = 800;

/** The first lines that hold a byte beyond ASCII: the others say nothing. */
function tellingLines(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  for (let from = 0; from < bytes.length && size < sampleBytes;) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(from, Math.min(to, from + sampleBytes));
    if (line.some((byte) => byte >= 0x80)) {
      parts.push(line);
      size += line.length;
    }
    from = to;
  }
  return Buffer.concat(parts);
}

/** Letters, and signs that do not stand beside them in any text as quotation marks, dashes and currencies do. */
const wordsAndSigns = /(?:[\p{L}\p{M}]|[^\p{ASCII}\s\u00a0\u2010-\u203a€£«»¿¡°§])+/gu;
const beyondAscii = /[^\p{ASCII}]/u;

/** The words of a text with a letter beyond ASCII. */
const tellingWords = (text: string): string[] =>
  (text.match(wordsAndSigns) ?? []).filter((word) => beyondAscii.test(word)).slice(0, mostWords);

function decode(bytes: Buffer, encoding: TextEncoding): string | null {
  try {
    return textReader(encoding).read(bytes, false);
  } catch {
    // Unknown to this runtime.
    return null;
  }
}

/** Signs of quotation and the like right before a word, and no other behind it: the page has no letter at their place. */
const strayBefore =
  /(?<![\p{L}\p{N}])[\u2013-\u2026\u2030\u2039\u203a\u2122](?=\p{L})(?![^\n]{0,80}[\u2019\u201c\u201d\u203a»])/gu;

/**
 * How well the words are those of the one language, of some, in which they read best; or, not quite as well, each of the
 * one that it fits: people of several Western countries stand in one table.
 */
function bestLanguage(text: string, languages: readonly Language[]): number {
  const words = tellingWords(text);
  const strays = text.match(strayBefore)?.length ?? 0;
  if (words.length === 0) return 0;
  const fits = words.map((word) => languages.map((language) => wordIn(language, word)));
  const alone = Math.max(...languages.map((_language, at) => fits.reduce((sum, fit) => sum + fit[at]!, 0)));
  // Letters of Icelandic are those of others in other pages: beside words of other languages they say little.
  const mixing = languages.flatMap((language, at) => (language === 'icelandic' ? [] : [at]));
  const together = ofSeveral * fits.reduce((sum, fit) => sum + Math.max(...mixing.map((at) => fit[at]!)), 0);
  return Math.max(alone, languages.includes('french') ? together : 0) / (words.length + strays);
}

/** The pages of one byte a letter under which the text reads as words of a language, the best first. */
function readAsLanguages(bytes: Buffer): Candidate[] {
  const different = new Set(bytes.filter((byte) => byte >= 0x80)).size;
  const rarer = lessOften * Math.max(1, telling / Math.max(1, different)) ** 2;
  return pages
    .flatMap(([encoding, languages], at): Candidate[] => {
      const text = decode(bytes, encoding);
      const score = text === null ? 0 : bestLanguage(text, languages) - rarer * at;
      return score < least ? [] : [{ encoding, score }];
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Encodings of several bytes a character: the detector's name, and the first bytes of the commonest characters. */
const ofSeveralBytes: [TextEncoding, name: string, common: readonly (readonly [number, number])[]][] = [
  // Where two hold all characters for common, the one for which fewer are.
  ['euc-kr', 'EUC-KR', [[0xb0, 0xc8]]],
  [
    'euc-jp',
    'EUC-JP',
    [
      [0xa4, 0xa5],
      [0xb0, 0xcf],
    ],
  ],
  ['gb18030', 'GB18030', [[0xb0, 0xd7]]],
  [
    'shift_jis',
    'Shift_JIS',
    [
      [0x82, 0x83],
      [0x88, 0x97],
    ],
  ],
  ['big5', 'Big5', [[0xa4, 0xc6]]],
];

/** Characters of Chinese, Japanese or Korean: what is read in the wrong encoding has others between. */
const eastAsian =
  /^(?:[A-Z]{0,4}[\p{Script=Han}\u3040-\u30ff々〆\uff01-\uff5e]{2,}|[\p{Script=Han}]|\p{Script=Hangul}+|[\uff61-\uff9f]{3,})$/u;

/** Of the characters of two bytes, the share that is common. */
function commonShare(bytes: Buffer, common: readonly (readonly [number, number])[]): number {
  let all = 0;
  let good = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    all += 1;
    if (common.some(([from, to]) => byte >= from && byte <= to)) good += 1;
    at += 1;
  }
  return all === 0 ? 0 : good / all;
}

/** Encodings of several bytes, by how much of the text is words then, how common their characters are, and the detector. */
function readAsEastAsian(bytes: Buffer, found: readonly Match[]): Candidate[] {
  return ofSeveralBytes.flatMap(([encoding, name, common]): Candidate[] => {
    const text = decode(bytes, encoding);
    if (text === null) return [];
    const words = tellingWords(text);
    const good = words.filter((word) => eastAsian.test(word)).length / Math.max(1, words.length);
    const sure = (found.find((one) => one.name === name)?.confidence ?? 0) / 100;
    const score = good ** 4 * (0.4 + 0.58 * commonShare(bytes, common) + 0.02 * sure);
    return score < least ? [] : [{ encoding, score }];
  });
}

/**
 * The encoding of a text that is not Unicode: the page under which its words are those of one language best, or the
 * encoding of several bytes that chardet (the detector of ICU) finds most likely. Never certain: callers say so.
 */
export function detectLegacy(head: Buffer): LegacyGuess {
  const bytes = tellingLines(head);
  const found = analyse(bytes);
  const confidenceOf = (encoding: TextEncoding): number =>
    Math.max(
      0,
      ...found
        .filter(({ name }) => name.toLowerCase() === encoding || otherNames[encoding]?.includes(name))
        .map(({ confidence }) => confidence),
    );
  const candidates = [...readAsEastAsian(bytes, found), ...readAsLanguages(bytes)].toSorted(
    (a, b) => b.score - a.score,
  );
  const [first] = candidates;
  if (first === undefined || first.score === 0)
    return { encoding: 'windows-1252', confidence: 0, reads: 0, others: [] };
  const text = decode(bytes, first.encoding);
  const others = candidates
    .filter(({ encoding, score }) => score >= first.score - notFarBehind && decode(bytes, encoding) !== text)
    .slice(0, mostOthers);
  return {
    encoding: first.encoding,
    confidence: confidenceOf(first.encoding),
    reads: first.score,
    others: others.map(({ encoding }) => encoding),
  };
}
