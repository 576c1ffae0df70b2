import { textReader } from '../encoding/text-reader.ts';
import { createReadStream } from 'node:fs';
import { Failure } from '#shared/contract/failure.ts';
import { csvText } from '#shared/text/engine/csv.ts';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { detectHeader } from './detect-header.ts';
import { parseText } from './parse-text.ts';

/** One of several tables in a text. Lines are physical ones, 1-based. */
export interface TextTable {
  /** Made of its first column names; unique in the file. */
  name: string;
  /** Lines of the names and of the last row. */
  first: number;
  last: number;
  rows: number;
}

const mostTables = 1000;
/** Characters of a line that are looked at. */
const longestLook = 65_536;
const commentWithDate = /^#.*:\s*\d{8}\s*$/;
const bareComment = /^#\s*$/;

/** The lines of a text, each cut after 64 Ki characters, with the number of quotes in all of it. */
async function* linesOf(path: string, encoding: TextEncoding): AsyncGenerator<{ text: string; quotes: number }> {
  const reader = textReader(encoding);
  let line = { text: '', quotes: 0 };
  let carry = '';
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let text = carry + reader.read(piece, true);
    // A CR at the end may be half of a CRLF.
    carry = text.endsWith('\r') ? '\r' : '';
    if (carry !== '') text = text.slice(0, -1);
    const parts = text.split(/\r\n|\n|\r/);
    for (const [at, part] of parts.entries()) {
      line = {
        text: `${line.text}${part.slice(0, longestLook)}`.slice(0, longestLook),
        quotes: line.quotes + part.split('"').length - 1,
      };
      if (at === parts.length - 1) break;
      yield line;
      line = { text: '', quotes: 0 };
    }
  }
  yield line;
}

/**
 * The tables of a text in which one stands below the other, each under comment lines or a blank line. A table ends with
 * a blank line or a comment that can be no row of it; a value that only begins with `#` ends nothing.
 * @param titled a line without a delimiter above a table's names is its title
 * @throws Failure FILE_DAMAGED where there are more than a report has
 */
export async function findTables(
  path: string,
  encoding: TextEncoding,
  { delimiter, titled }: { delimiter: string; titled: boolean },
  fileName: string,
): Promise<TextTable[]> {
  const tables: (TextTable & { names: string })[] = [];
  let title = '';
  let open: (typeof tables)[number] | null = null;
  let inQuotes = false;
  let number = 0;
  for await (const { text, quotes } of linesOf(path, encoding)) {
    number += 1;
    const begins = titled && isBlank(text, delimiter) ? '' : text.trimStart();
    const noRow =
      begins.startsWith('#') &&
      (!open ||
        commentWithDate.test(begins) ||
        bareComment.test(begins) ||
        (open.names.includes(delimiter) && !text.includes(delimiter)));
    // No field runs on over the head of the next table: a quote that was never closed ends there.
    const marked = titled && !inQuotes && isMarkedTitle(text, delimiter);
    const ends = commentWithDate.test(begins) || (!inQuotes && (begins === '' || noRow || marked));
    if (ends) {
      open = null;
      inQuotes = false;
      if (marked) title = unmarked(text);
      continue;
    }
    if (!open && titled && isTitle(text, delimiter)) {
      title = text;
      continue;
    }
    if (!open) {
      open = { name: titleIn(title), first: number, last: number, rows: 0, names: text };
      title = '';
      if (tables.push(open) > mostTables)
        throw new Failure('FILE_DAMAGED', csvText.tooManyTables(fileName, mostTables));
    } else {
      open.last = number;
      if (!inQuotes) open.rows += 1;
    }
    if (quotes % 2 === 1) inQuotes = !inQuotes;
  }
  return nameTables(tables, delimiter);
}

const unpadded = (text: string, delimiter: string): string => {
  let end = text.length;
  while (end > 0 && (text[end - 1] === delimiter || text[end - 1] === ' ')) end -= 1;
  return text.slice(0, end);
};
/** A line of nothing but delimiters parts tables as an empty one does. */
const isBlank = (text: string, delimiter: string): boolean => unpadded(text, delimiter).trim() === '';
/** A line of one cell, its others empty. */
const isTitle = (text: string, delimiter: string): boolean => !unpadded(text, delimiter).includes(delimiter);

/** `[Customers]`, `# Orders`, `=== Items ===`: a line that is a title wherever it stands. */
const isMarkedTitle = (text: string, delimiter: string): boolean =>
  isTitle(text, delimiter) &&
  /^\s*(?:\[[^\]]+\]|#{1,3} ?\S.*|={2,} ?\S.*|\*{2,} ?\S.*)$/.test(unpadded(text, delimiter));
const unmarked = (text: string): string => text.replaceAll(/^[\s[#=*]+|[\s\]=*,;|]+$/g, '');

const mostBlocks = 200;
const mostJudged = 100;
/** So much must speak for the names of a table that has no title. */
const clearLead = 1;
const delimiters = [',', ';', '\t', '|'];

/** Whether the lines of a block are a table, under a title or not: names and a row at least, each of as many cells. */
function blockOf(
  lines: readonly string[],
  delimiter: string,
): { titled: boolean; columns: number; names: string; header: boolean; named: boolean } | null {
  const titled = isTitle(lines[0]!, delimiter);
  const rows = titled ? lines.slice(1) : lines;
  const records = rows.flatMap((line) =>
    parseText(line, { delimiter, quote: '"', escape: '"' }, { complete: true, limit: 1 }),
  );
  const columns = records[0]?.fields.length ?? 1;
  if (rows.length < 2 || columns < 2 || records.some(({ fields }) => fields.length !== columns)) return null;
  const { header, lead } = detectHeader(records.slice(0, mostJudged));
  return { titled, columns, names: rows[0]!, header, named: header && lead >= clearLead };
}

/**
 * The delimiter of a text that is several tables, each under a title of its own, or after a blank line and of another
 * width than the one above or under names of its own; null where it is none. Doubtful texts are none: they are read as one table.
 */
export function delimiterOfTitled(text: string, complete: boolean): string | null {
  const lines = text.split(/\r\n|\n|\r/);
  const known = complete ? lines : lines.slice(0, -1);
  return delimiters.find((delimiter) => text.includes(delimiter) && isSeveral(known, delimiter)) ?? null;
}

function isSeveral(lines: readonly string[], delimiter: string): boolean {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    const parts = isBlank(line, delimiter) || isMarkedTitle(line, delimiter);
    if (parts && blocks.at(-1)!.length > 0 && blocks.push([]) > mostBlocks) break;
    if (!isBlank(line, delimiter)) blocks.at(-1)!.push(line);
  }
  const found = blocks.filter((block) => block.length > 0).map((block) => blockOf(block, delimiter));
  if (found.length < 2 || found.includes(null)) return false;
  // Below a comment in a table its rows go on: each block has names of its own.
  if (found.some((block) => block!.titled))
    return (
      found.every((block) => block!.header) &&
      found.every((block, at) => at === 0 || block!.titled || block!.columns !== found[at - 1]!.columns)
    );
  // Without titles the first line of each must be names, and others than those above.
  const names = new Set(found.map((block) => block!.names));
  return names.size === found.length && found.every((block) => block!.named);
}

const titleIn = (text: string): string => text.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim().slice(0, 60);

function nameTables(tables: readonly (TextTable & { names: string })[], delimiter: string): TextTable[] {
  const taken = new Set<string>();
  return tables.map(({ names, ...table }, at) => {
    const fields =
      table.name !== ''
        ? [table.name]
        : (parseText(names, { delimiter, quote: '"', escape: '"' }, { complete: true, limit: 1 })[0]?.fields.map(
            (field) => field.replaceAll(/\s+/g, ' ').trim().slice(0, 60),
          ) ?? []);
    const base = `${
      fields
        .slice(0, 2)
        .filter((field) => field !== '')
        .join(', ') || String(at + 1)
    }${fields.length > 2 ? ', …' : ''}`;
    let name = base;
    for (let k = 2; taken.has(name); k += 1) name = `${base} (${k})`;
    taken.add(name);
    return { ...table, name };
  });
}

/** The first Mi characters of a table, its names first. */
export async function readTableHead(path: string, encoding: TextEncoding, { first, last }: TextTable): Promise<string> {
  const lines: string[] = [];
  let number = 0;
  let size = 0;
  for await (const { text } of linesOf(path, encoding)) {
    number += 1;
    if (number > last || size > 1024 * 1024) break;
    if (number < first) continue;
    lines.push(text);
    size += text.length;
  }
  return `${lines.join('\n')}\n`;
}
