import { analyse } from 'chardet';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { textReader } from './text-reader.ts';

/** An encoding that bytes may be in: how sure the detector is (0…100), and how much of the text then reads as words. */
interface Candidate {
  encoding: TextEncoding;
  confidence: number;
  /** Words with a letter beyond ASCII that are written as words are, of all: 0…1; and how many there are. */
  words: number;
  count: number;
}

export interface LegacyGuess {
  encoding: TextEncoding;
  confidence: number;
  /** What else it could be: those that are not far behind. */
  others: TextEncoding[];
}

const sampleBytes = 32_768;
/**
 * What the detector's names may be. It tells a Windows page from the ISO one by signs that a short text need not have, so
 * both are tried: the first that reads as words is taken.
 */
const families: Record<string, readonly TextEncoding[]> = {
  'ISO-8859-1': ['windows-1252'],
  'windows-1252': ['windows-1252'],
  // Of all its languages Polish alone has letters at places where the other page has other letters.
  'ISO-8859-2': ['iso-8859-2', 'windows-1250'],
  'ISO-8859-2/pl': ['windows-1250', 'iso-8859-2'],
  'windows-1250': ['windows-1250', 'iso-8859-2'],
  'ISO-8859-5': ['iso-8859-5'],
  'windows-1251': ['windows-1251'],
  'ISO-8859-6': ['iso-8859-6'],
  'windows-1256': ['windows-1256'],
  'ISO-8859-7': ['windows-1253', 'iso-8859-7'],
  'windows-1253': ['windows-1253', 'iso-8859-7'],
  'ISO-8859-8': ['windows-1255'],
  'windows-1255': ['windows-1255'],
  'ISO-8859-9': ['windows-1254'],
  'windows-1254': ['windows-1254'],
  'windows-1257': ['windows-1257'],
  'windows-874': ['windows-874'],
  'KOI8-R': ['koi8-r', 'koi8-u'],
  Shift_JIS: ['shift_jis'],
  'EUC-JP': ['euc-jp'],
  'EUC-KR': ['euc-kr'],
  GB18030: ['gb18030'],
  Big5: ['big5'],
};
/** Encodings that the detector does not know: taken only where what it knows does not read as words. */
const unknownToDetector: readonly TextEncoding[] = ['macintosh', 'ibm866', 'x-mac-cyrillic'];
const readsAsWords = 0.95;
const clearlyBetter = 0.15;
const enoughWords = 3;
const mostOthers = 3;

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

/** One case or a capital at the beginning; scripts without cases are words as they stand. */
const wordly = /^(?:\p{Ll}+|\p{Lu}\p{Ll}*|\p{Lu}+|[\p{Lo}\p{Lm}\p{Mn}\p{Mc}]+)$/u;

/** Letters that a page has and the languages it is for do not. */
const strange: Partial<Record<TextEncoding, RegExp>> = { 'windows-1252': /[šžŠŽ]/, 'windows-1254': /[šŠ]/ };

/** Letters of two scripts in one word: of the bytes of one alphabet read as another. */
const twoScripts = /(?=.*\p{Script=Latin}).*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** The words with a letter beyond ASCII, and the share of them that are written as words are. */
function wordsOf(text: string, encoding: TextEncoding): Pick<Candidate, 'words' | 'count'> {
  let count = 0;
  let good = 0;
  for (const [word] of text.matchAll(wordsAndSigns)) {
    if (!/[^\p{ASCII}]/u.test(word)) continue;
    count += 1;
    if (wordly.test(word) && !twoScripts.test(word) && !strange[encoding]?.test(word)) good += 1;
  }
  return { words: count === 0 ? 0 : good / count, count };
}

function weigh(bytes: Buffer, encoding: TextEncoding, confidence: number): Candidate | null {
  try {
    return { encoding, confidence, ...wordsOf(textReader(encoding).read(bytes, false), encoding) };
  } catch {
    // Unknown to this runtime.
    return null;
  }
}

/** The member of a family under which the text reads best; of equal ones the first. */
const bestOf = (bytes: Buffer, family: readonly TextEncoding[], confidence: number): Candidate | null =>
  family
    .map((encoding) => weigh(bytes, encoding, confidence))
    .reduce((best, one) => (one !== null && (best === null || one.words > best.words) ? one : best), null);

const score = ({ confidence, words }: Candidate): number => confidence * words ** 4;

/**
 * The encoding of a text that is not Unicode: what chardet (the detector of ICU) finds most likely, held against what the
 * text then reads like. Never certain: callers say so.
 */
export function detectLegacy(head: Buffer): LegacyGuess {
  const bytes = tellingLines(head);
  const seen = new Set<TextEncoding>();
  const candidates = analyse(bytes)
    .flatMap(({ name, confidence, lang }) => {
      const family = families[`${name}/${lang}`] ?? families[name];
      const found = family && bestOf(bytes, family, confidence);
      if (!found || seen.has(found.encoding)) return [];
      seen.add(found.encoding);
      return [found];
    })
    .sort((a, b) => score(b) - score(a));
  const [first, ...rest] = candidates;
  const words = first?.words ?? 0;
  const other = words < readsAsWords ? bestOf(bytes, unknownToDetector, 0) : null;
  if (other !== null && other.count >= enoughWords && other.words >= Math.max(readsAsWords, words + clearlyBetter))
    return { encoding: other.encoding, confidence: 0, others: first === undefined ? [] : [first.encoding] };
  if (first === undefined || score(first) === 0) return { encoding: 'windows-1252', confidence: 0, others: [] };
  const close = rest.filter((one) => score(one) >= 0.4 * score(first));
  return {
    encoding: first.encoding,
    confidence: first.confidence,
    others: close.slice(0, mostOthers).map(({ encoding }) => encoding),
  };
}
