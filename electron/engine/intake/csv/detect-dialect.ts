import { csvText } from '#shared/text/engine/csv.ts';
import { scoreHeader } from './detect-header.ts';
import type { Dialect } from './dialect.ts';
import { namesDespiteQuote } from './odd-names.ts';
import { cutsBetweenValues, delimiterOfHeader } from './judge-cut.ts';
import { paddedPreamble } from './padded-preamble.ts';
import { namesFirst, rareDelimiter } from './rare-delimiter.ts';
import { swallowsRows } from './swallowed-rows.ts';
import { parseText, type TextRecord } from './parse-text.ts';
import { inEnvelope, recordKinds } from './record-kinds.ts';

export interface DialectGuess {
  dialect: Omit<Dialect, 'header'>;
  /** Fields of most records. */
  columns: number;
  records: TextRecord[];
  reasons: { delimiter: string; quote: string; escape: string; skipLines: string };
  /** Rows are uneven, and the line of names alone gave the delimiter. */
  byHeader: boolean;
  /** A choice made for the person that she should know of. */
  warnings: string[];
}

// Rarer delimiters count only where none of the usual ones cuts the file evenly.
const tiers = [
  [',', ';', '\t', '|', '\x01', '\x1f'],
  ['^', '~'],
  [' ', ':'],
];
const sampleRecords = 1000;
const headCharacters = 65_536;
const mostPreamble = 20;
const nearlyAll = 0.95;

interface Candidate {
  delimiter: string;
  quote: string;
  escape: string;
  /** Without the lines before the table, and with them. */
  records: TextRecord[];
  all: TextRecord[];
  columns: number;
  even: number;
  score: number;
  preamble: number;
  /** Its first line gives names in spite of a stray quote. */
  strayQuote: boolean;
}

const mode = (counts: number[]): number => {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  return [...seen].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
};

/** Records without comments: lines that begin with a hash and are not cut. They say nothing of how rows are. */
const rowsOf = (records: readonly TextRecord[]): readonly TextRecord[] =>
  records.filter(({ fields }) => fields.length > 1 || !fields[0]!.startsWith('#'));

function weigh(
  text: string,
  complete: boolean,
  delimiter: string,
  quote: string,
  escape: string,
  skipLines: number | undefined,
): Candidate {
  const body = skipLines === undefined ? { text, line: 1 } : dropLines(text, skipLines);
  const records = parseText(
    body.text,
    { delimiter, quote, escape },
    { complete, limit: sampleRecords, line: body.line },
  );
  const usual = mode(records.slice(1).map(({ fields }) => fields.length));
  const names = records[0] && namesDespiteQuote(records[0], { delimiter, quote }, usual);
  if (names) records[0] = names;
  const counts = records.map((record) => record.fields.length);
  const common = mode(rowsOf(records).map(({ fields }) => fields.length));
  // A first record of several fields decides between shapes that are about equally frequent.
  const columns =
    counts[0]! > 1 && counts.filter((count) => count === counts[0]).length >= 0.3 * counts.length ? counts[0]! : common;
  let preamble = 0;
  if (skipLines === undefined && columns > 1) {
    const most = columns > 3 ? 2 : 1;
    while (
      preamble < Math.min(mostPreamble, records.length) &&
      counts[preamble]! <= most &&
      counts[preamble]! < columns
    )
      preamble += 1;
    // Data must follow that is worth the name of a table.
    const table = rowsOf(records.slice(preamble));
    if (
      table.length < 2 ||
      table.filter(({ fields }) => fields.length === columns).length < 0.8 * table.length ||
      // One line of two fields right above the rows may be the names of some of them.
      (preamble === 1 && columns === 4 && counts[0] === 2 && records[1]!.line - records[0]!.line === 1)
    )
      preamble = 0;
    preamble = Math.max(preamble, shorterAbove(records, columns));
  }
  if (skipLines === undefined && preamble === 0 && columns > 1)
    preamble = inEnvelope(records, columns) ? 1 : paddedPreamble(records, columns);
  const rest = records.slice(preamble);
  const judged = columns > 1 ? rowsOf(rest) : rest;
  const even =
    judged.length === 0
      ? 0
      : judged.filter((record) => record.fields.length === columns && record.sound).length / judged.length;
  const first = rest[0]?.fields.length === columns ? 0 : 0.15;
  return {
    delimiter,
    quote,
    escape,
    records: rest,
    all: records,
    columns,
    even,
    preamble,
    strayQuote: names !== null && names !== undefined,
    score:
      columns === 1 || !records.some((record) => record.fields.some((field) => field !== ''))
        ? 0
        : even - first - (preamble > 0 ? 0.02 : 0),
  };
}

/** Lines of fewer fields above a line that names as many columns as the rows have: two or more. */
function shorterAbove(records: readonly TextRecord[], columns: number): number {
  const above = records.findIndex(({ fields }) => fields.length === columns);
  if (columns < 3 || above < 2 || above > mostPreamble || records.length - above < 3) return 0;
  const table = records.slice(above);
  const names = table[0]!.fields.map((cell) => cell.trim());
  const even = table.filter(({ fields }) => fields.length === columns).length >= 0.8 * table.length;
  if (!even || names.includes('') || new Set(names).size < columns || names.some((name) => /^[\d.,+-]/.test(name)))
    return 0;
  const { header, lead } = scoreHeader(table);
  return header && lead > 0 ? above : 0;
}

/** Whether nearly every comma of a text stands between digits, and another delimiter parts its lines: decimals. */
function areDecimals(text: string): boolean {
  const head = text.slice(0, headCharacters);
  const commas = head.match(/,/g)?.length ?? 0;
  const decimals = head.match(/\d,\d{1,3}(?!\d)/g)?.length ?? 0;
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return (
    decimals >= nearlyAll * commas &&
    [';', '\t', '|'].some(
      (sign) => lines.filter((line) => line.split(sign).length > 2).length >= nearlyAll * lines.length,
    )
  );
}

function dropLines(text: string, lines: number): { text: string; line: number } {
  let at = 0;
  for (let index = 0; index < lines; index += 1) {
    const end = text.slice(at).search(/\r\n|\n|\r/);
    if (end < 0) return { text: '', line: lines + 1 };
    at += end + (text.startsWith('\r\n', at + end) ? 2 : 1);
  }
  return { text: text.slice(at), line: lines + 1 };
}

/**
 * Delimiter, quote, escape and preamble from the head of a file: the delimiter that cuts most records into the same
 * number (two or more) of fields with sound quotes. A file that none cuts evenly has one column.
 * @param given options that a person has set; they are not guessed
 */
export function detectDialect(text: string, complete: boolean, given: Partial<Dialect>): DialectGuess {
  // A first line such as `sep=;` is an instruction to Excel.
  const told = /^sep=([^\r\n])(?:\r\n|\n|\r)/i.exec(text)?.[1];
  const known = told === undefined ? given : { delimiter: told, skipLines: 1, ...given };
  const readings = quotings(text, known).map((quoting) => readAs(text, complete, quoting, known));
  // Of equal ones the first: a doubled quote is what RFC 4180 says, and a backslash before it is text.
  // One that cuts the text says more than one that leaves it whole.
  const plain = readings.reduce(
    (best, one) =>
      soundly(one.best) > soundly(best.best) || (best.single && !one.single && isSound(one)) ? one : best,
    readings[0]!,
  );
  const literal =
    known.quote === undefined && known.escape === undefined ? withoutQuotes(text, complete, plain, known) : null;
  const {
    best,
    quoting: { quote, escape },
    single,
    byHeader,
  } = literal ?? plain;
  const skipLines = known.skipLines ?? (best.preamble > 0 ? best.records[0]!.line - 1 : 0);
  const kinds = recordKinds(best.all, best.columns);
  const warnings = [
    ...(literal ? [csvText.quotesAreText] : []),
    ...(best.strayQuote && best.preamble === 0 ? [csvText.quoteInNames] : []),
    ...(byHeader ? [csvText.delimiterByHeader(best.delimiter, best.columns)] : []),
    ...(single && plain.refused !== null ? [csvText.notCutAt(plain.refused)] : []),
    ...(kinds > 1 ? [csvText.recordTypes(kinds)] : []),
  ];
  return {
    dialect: { delimiter: best.delimiter, quote, escape, skipLines },
    columns: best.columns,
    records: best.records,
    byHeader,
    warnings,
    reasons: {
      delimiter:
        told !== undefined && told === best.delimiter
          ? csvText.delimiterTold(told)
          : single
            ? plain.refused === null
              ? csvText.noDelimiter
              : csvText.notCutAt(plain.refused)
            : byHeader
              ? csvText.delimiterByHeader(best.delimiter, best.columns)
              : csvText.delimiterCuts(best.delimiter, best.even, best.records.length, best.columns),
      quote: literal
        ? csvText.quotesAreText
        : quote === ''
          ? csvText.noQuotes
          : text.includes(quote)
            ? quote === '"'
              ? csvText.doubleQuotes
              : csvText.singleQuotes
            : csvText.usualQuotes,
      escape: escape === '\\' ? csvText.quotesEscaped : csvText.quotesDoubled,
      skipLines:
        told !== undefined && skipLines === 1
          ? csvText.firstLineNamesDelimiter
          : skipLines > 0
            ? csvText.linesBefore(skipLines)
            : csvText.beginsAtOnce,
    },
  };
}

interface Quoting {
  quote: string;
  escape: string;
}

/** A text as it is read with certain quotes. */
interface Reading {
  quoting: Quoting;
  best: Candidate;
  /** No delimiter cuts it: one column. */
  single: boolean;
  byHeader: boolean;
  /** A delimiter that cuts it evenly, but through its values. */
  refused: string | null;
}

/** The ways of quoting that a text may have. */
function quotings(text: string, known: Partial<Dialect>): Quoting[] {
  const quote = known.quote ?? guessQuote(text);
  if (known.escape !== undefined) return [{ quote, escape: known.escape }];
  const doubled = { quote, escape: quote };
  return quote !== '' && text.includes(`\\${quote}`) ? [doubled, { quote, escape: '\\' }] : [doubled];
}

/** Records that are as they should be, of all. */
const soundly = ({ even, records, score }: Candidate): number =>
  score > 0 ? even : records.filter(({ sound }) => sound).length / Math.max(1, records.length);

const isSound = ({ best }: Reading): boolean => soundly(best) >= nearlyAll;

function readAs(text: string, complete: boolean, quoting: Quoting, known: Partial<Dialect>): Reading {
  const { quote, escape } = quoting;
  const weighOne = (delimiter: string) => weigh(text, complete, delimiter, quote, escape, known.skipLines);
  const ranked = (delimiters: string[]) =>
    delimiters
      .map(weighOne)
      .sort(
        (a, b) => Math.round(b.score * 50) - Math.round(a.score * 50) || b.columns - a.columns || b.score - a.score,
      );
  const found = (best: Candidate, byHeader = false): Reading => ({
    quoting,
    best,
    single: false,
    byHeader,
    refused: null,
  });
  if (known.delimiter !== undefined) return found(ranked([known.delimiter])[0]!);
  const rare = rareDelimiter(text);
  if (rare !== null) return found(weighOne(rare));
  let refused: string | null = null;
  for (const [at, tier] of tiers.entries()) {
    // One that does not occur cuts nothing.
    for (const candidate of ranked(tier.filter((delimiter) => text.includes(delimiter)))) {
      const { all, columns } = candidate;
      const least = candidate.records[0]?.fields.length === columns || recordKinds(all, columns) > 1 ? 0.25 : 0.6;
      if (candidate.columns < 2 || candidate.score < least) continue;
      if (candidate.delimiter === ',' && areDecimals(text)) continue;
      if (cutsBetweenValues({ ...candidate, records: all, above: candidate.preamble })) return found(candidate);
      refused ??= candidate.delimiter;
    }
    if (at > 0 || refused !== null) continue;
    const given = delimiterOfHeader((delimiter) => weighOne(delimiter).all);
    if (given !== null) {
      const { all, ...candidate } = weighOne(given);
      return found({ ...candidate, all, records: all, preamble: 0, columns: all[0]!.fields.length }, true);
    }
  }
  return { quoting, best: weighOne(unusedDelimiter(text)), single: true, byHeader: false, refused };
}

/**
 * The same text with quotes that are text, where those that open and never close, or only rows further down, outnumber
 * by far the fields that are quoted; null where quotes quote.
 */
function withoutQuotes(
  text: string,
  complete: boolean,
  { best, quoting }: Reading,
  known: Partial<Dialect>,
): Reading | null {
  const swallowing = best.records.filter((record) => swallowsRows(record, best));
  const broken = best.records.filter(({ sound }) => !sound).length + swallowing.length;
  const quoted =
    best.records.filter(({ sound, quoted: fields }) => sound && fields.some(Boolean)).length - swallowing.length;
  if (quoting.quote !== '' && best.columns === 1 && text.includes(quoting.quote)) {
    // Quotes that only seem to open fields keep every delimiter from cutting.
    const cut = readAs(text, complete, { quote: '', escape: '' }, known);
    return !cut.single && cut.refused === null && isSound(cut) && namesFirst(cut.best) ? cut : null;
  }
  const tabs = best.delimiter === '\t';
  if (
    quoting.quote === '' ||
    (!(tabs && soundly(best) < nearlyAll) && (broken <= 4 * quoted || broken < (tabs ? 1 : 2)))
  )
    return null;
  const literal = readAs(text, complete, { quote: '', escape: '' }, known);
  if (broken <= 4 * quoted && !isEvenAsWritten(literal.best, best)) return null;
  const better =
    soundly(literal.best) > soundly(best) || (swallowing.length > 0 && soundly(literal.best) >= soundly(best));
  return better && literal.best.delimiter === best.delimiter ? literal : null;
}

/** Whether tabs part every line evenly where quotes are text, and fewer rows hold a quoted cell than quotes break. */
function isEvenAsWritten(literal: Candidate, quoted: Candidate): boolean {
  const whole = literal.records.filter(({ fields }) => fields.some((cell) => /^"(?:[^"]|"")*"$/.test(cell))).length;
  return literal.even === 1 && whole < literal.records.length * (1 - quoted.even);
}

/** Single quotes only where they stand at field borders again and again and double quotes never do. */
function guessQuote(text: string): string {
  const border = (quote: string) =>
    (text.match(new RegExp(`(^|[,;\\t|\\n\\r])${quote}[^${quote}\\n\\r]*${quote}(?=[,;\\t|\\n\\r]|$)`, 'g')) ?? [])
      .length;
  if (text.includes('"') && border('"') > 0) return '"';
  const lines = (text.match(/\n|\r(?!\n)/g) ?? []).length + 1;
  return border("'") >= Math.max(2, 0.5 * Math.min(lines, sampleRecords)) ? "'" : '"';
}

function unusedDelimiter(text: string): string {
  return ['\t', '\x1f', '\x01', '|', '~', '^'].find((delimiter) => !text.includes(delimiter)) ?? '\x1f';
}
