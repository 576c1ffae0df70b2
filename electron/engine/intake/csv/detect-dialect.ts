import { csvText } from '#shared/text/engine/csv.ts';
import type { Dialect } from './dialect.ts';
import { parseText, type TextRecord } from './parse-text.ts';

export interface DialectGuess {
  dialect: Omit<Dialect, 'header'>;
  /** Fields of most records. */
  columns: number;
  records: TextRecord[];
  reasons: { delimiter: string; quote: string; escape: string; skipLines: string };
}

// Rarer delimiters count only where none of the usual ones cuts the file evenly.
const tiers = [[',', ';', '\t', '|', '\x01', '\x1f'], ['^', '~'], [' ', ':']];
const sampleRecords = 1000;
const mostPreamble = 20;

interface Candidate {
  delimiter: string;
  quote: string;
  escape: string;
  records: TextRecord[];
  columns: number;
  even: number;
  score: number;
  preamble: number;
}

const mode = (counts: number[]): number => {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  return [...seen].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
};

function weigh(text: string, complete: boolean, delimiter: string, quote: string, escape: string, skipLines: number | undefined): Candidate {
  const body = skipLines === undefined ? { text, line: 1 } : dropLines(text, skipLines);
  const records = parseText(body.text, { delimiter, quote, escape }, { complete, limit: sampleRecords, line: body.line });
  const counts = records.map((record) => record.fields.length);
  const common = mode(counts);
  // A first record of several fields decides between shapes that are about equally frequent.
  const columns = counts[0]! > 1 && counts.filter((count) => count === counts[0]).length >= 0.3 * counts.length ? counts[0]! : common;
  let preamble = 0;
  if (skipLines === undefined && columns > 1) {
    const most = columns > 4 ? 2 : 1;
    while (preamble < Math.min(mostPreamble, records.length) && counts[preamble]! <= most && counts[preamble]! < columns) preamble += 1;
    // Data must follow that is worth the name of a table.
    if (records.length - preamble < 2 || counts.slice(preamble).filter((count) => count === columns).length < 0.8 * (records.length - preamble)) preamble = 0;
  }
  const rest = records.slice(preamble);
  const even = rest.length === 0 ? 0 : rest.filter((record) => record.fields.length === columns && record.sound).length / rest.length;
  const first = rest[0]?.fields.length === columns ? 0 : 0.15;
  return { delimiter, quote, escape, records: rest, columns, even, preamble, score: columns === 1 || !records.some((record) => record.fields.some((field) => field !== '')) ? 0 : even - first - (preamble > 0 ? 0.02 : 0) };
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
 * Delimiter, quote, escape and preamble from the head of a file: the delimiter that cuts most records into the same number (two or
 * more) of fields with sound quotes. A file that none cuts evenly has one column.
 * @param given options that a person has set; they are not guessed
 */
export function detectDialect(text: string, complete: boolean, given: Partial<Dialect>): DialectGuess {
  // A first line such as `sep=;` is an instruction to Excel.
  const told = /^sep=([^\r\n])(?:\r\n|\n|\r)/i.exec(text)?.[1];
  const known = told === undefined ? given : { delimiter: told, skipLines: 1, ...given };
  const quote = known.quote ?? guessQuote(text);
  const escape = known.escape ?? (quote !== '' && text.includes(`\\${quote}`) && backslashEscapes(text, quote) ? '\\' : quote);
  const weighAll = (delimiters: string[]) => delimiters.map((delimiter) => weigh(text, complete, delimiter, quote, escape, known.skipLines)).sort((a, b) => Math.round(b.score * 50) - Math.round(a.score * 50) || b.columns - a.columns || b.score - a.score);
  let best: Candidate | undefined;
  if (known.delimiter === undefined) {
    for (const tier of tiers) {
      // One that does not occur cuts nothing.
      const found = weighAll(tier.filter((delimiter) => text.includes(delimiter)))[0];
      if (found && found.columns > 1 && found.score >= (found.records[0]?.fields.length === found.columns ? 0.25 : 0.6) && (best === undefined || found.score > best.score)) best = found;
      if (best !== undefined) break;
    }
  } else best = weighAll([known.delimiter])[0];
  const single = best === undefined;
  best ??= weigh(text, complete, unusedDelimiter(text), quote, escape, known.skipLines);
  const skipLines = known.skipLines ?? (best.preamble > 0 ? best.records[0]!.line - 1 : 0);
  return {
    dialect: { delimiter: best.delimiter, quote, escape, skipLines },
    columns: best.columns,
    records: best.records,
    reasons: {
      delimiter: told !== undefined && told === best.delimiter ? csvText.delimiterTold(told) : single ? csvText.noDelimiter : csvText.delimiterCuts(best.delimiter, best.even, best.records.length, best.columns),
      quote: quote === '' ? csvText.noQuotes : text.includes(quote) ? quote === '"' ? csvText.doubleQuotes : csvText.singleQuotes : csvText.usualQuotes,
      escape: escape === '\\' ? csvText.quotesEscaped : csvText.quotesDoubled,
      skipLines: told !== undefined && skipLines === 1 ? csvText.firstLineNamesDelimiter : skipLines > 0 ? csvText.linesBefore(skipLines) : csvText.beginsAtOnce,
    },
  };
}

/** Single quotes only where they stand at field borders again and again and double quotes never do. */
function guessQuote(text: string): string {
  const border = (quote: string) => (text.match(new RegExp(`(^|[,;\\t|\\n\\r])${quote}[^${quote}\\n\\r]*${quote}(?=[,;\\t|\\n\\r]|$)`, 'g')) ?? []).length;
  if (text.includes('"') && border('"') > 0) return '"';
  const lines = (text.match(/\n|\r(?!\n)/g) ?? []).length + 1;
  return border("'") >= Math.max(2, 0.5 * Math.min(lines, sampleRecords)) ? "'" : '"';
}

/** `\"` that is not the end of a quoted field ending in a backslash. */
function backslashEscapes(text: string, quote: string): boolean {
  const escaped = text.match(new RegExp(`\\\\${quote}(?![,;\\t|\\n\\r]|$)`, 'g'))?.length ?? 0;
  const doubled = text.match(new RegExp(`[^,;\\t|\\n\\r${quote}\\\\]${quote}${quote}[^,;\\t|\\n\\r${quote}]`, 'g'))?.length ?? 0;
  return escaped > doubled;
}

function unusedDelimiter(text: string): string {
  return ['\t', '\x1f', '\x01', '|', '~', '^'].find((delimiter) => !text.includes(delimiter)) ?? '\x1f';
}
