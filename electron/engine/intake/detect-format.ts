import { extname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { Detection, SourceFormat } from '#shared/domain/intake.ts';
import type { CheckedFile } from './check-file.ts';
import { decodeHead, detectEncoding } from './csv/detect-encoding.ts';
import { looksLikeLog } from './log/parse-log-line.ts';

const begins = (head: Buffer, text: string) => head.subarray(0, text.length).toString('latin1') === text;

/** Binary formats that people try, by their first bytes, with what to do instead. */
const foreign: [string, string][] = [
  ['%PDF', 'a PDF document: export the table behind it as CSV'],
  ['\xd0\xcf\x11\xe0', 'an old Excel or Office file (.xls): save it as .xlsx or CSV'],
  ['\x1f\x8b', 'compressed with gzip: unpack it first'],
  ['7z\xbc\xaf', 'a 7-Zip archive: unpack it first'],
  ['Rar!', 'a RAR archive: unpack it first'],
  ['\x28\xb5\x2f\xfd', 'compressed with Zstandard: unpack it first'],
  ['BZh', 'compressed with bzip2: unpack it first'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
];

/**
 * Format of a file: its first bytes decide, its ending only between formats that are both plain text.
 * @throws Failure FORMAT_UNKNOWN for binary files that hold no table, FILE_DAMAGED for ones that were cut off
 */
export function detectFormat(file: CheckedFile): { format: SourceFormat; detection: Detection } {
  const { head, fileName } = file;
  const ending = extname(fileName).toLowerCase();
  const found = (format: SourceFormat, reason: string) => ({ format, detection: { option: 'format', value: format, reason } });
  if (begins(head, 'PAR1')) return found('parquet', 'The file begins with the mark of Parquet.');
  if (begins(head, 'SQLite format 3\0')) return found('sqlite', 'The file begins with the mark of SQLite.');
  if (begins(head, 'PK\x03\x04') || begins(head, 'PK\x05\x06')) {
    if (ending === '.xlsx' || ending === '.xlsm' || head.includes('[Content_Types].xml') || head.includes('xl/')) return found('xlsx', 'The file is a ZIP package as Excel writes it.');
    throw new Failure('FORMAT_UNKNOWN', `“${fileName}” is a ZIP archive: unpack it first and open the table inside.`);
  }
  for (const [mark, words] of foreign) if (begins(head, mark)) throw new Failure('FORMAT_UNKNOWN', `“${fileName}” is ${words}.`);
  for (const [endings, words] of [[['.parquet', '.pq'], 'a Parquet file'], [['.xlsx', '.xlsm'], 'an Excel workbook'], [['.sqlite', '.sqlite3', '.db'], 'a SQLite database']] as const) {
    if ((endings as readonly string[]).includes(ending)) throw new Failure('FILE_DAMAGED', `“${fileName}” is named like ${words} but does not begin like one: it is damaged or was cut off; get it again.`);
  }
  const { encoding } = detectEncoding(head);
  const text = decodeHead(head, encoding);
  if (looksBinary(text)) throw new Failure('FORMAT_UNKNOWN', `“${fileName}” is a binary file of a kind that is not known here: export the table as CSV, JSON, Parquet, XLSX or SQLite.`);
  const start = text.trimStart();
  const jsonEnding = ['.json', '.jsonl', '.ndjson', '.geojson'].includes(ending);
  if (start.startsWith('{') || (start.startsWith('[') && (jsonEnding || /^\[\s*([[{\]"\d-]|$)/.test(start)))) {
    if (ending === '.jsonl' || ending === '.ndjson' || linesOfJson(text)) return found('jsonl', 'Every line is a JSON value of its own.');
    if (jsonEnding || /^[[{]\s*([[{"\]}]|$)/.test(start)) return found('json', start.startsWith('[') ? 'The text begins like a JSON array.' : 'The text begins like a JSON object.');
  }
  if (jsonEnding) throw new Failure('FILE_DAMAGED', `“${fileName}” is named like JSON, but line 1 does not begin with { or [: export it again, or rename it if it is a CSV file.`);
  if (looksLikeLog(text)) return found('log', 'The lines are requests to a web server, as access logs write them.');
  return found('csv', ending === '.csv' || ending === '.tsv' || ending === '.txt' ? `The content is plain text and the name ends in ${ending}.` : 'The content is plain text.');
}

/** Whether most of the first lines (two or more, the last one may be cut) are JSON objects of their own. */
function linesOfJson(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim()).filter((line) => line !== '').slice(0, 20);
  const objects = lines.filter((line) => line.startsWith('{') && isJson(line)).length;
  return lines.length > 1 && objects > 0.5 * lines.length;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Control characters that no text has, NUL apart (damaged exports hold a few), in more than one place of a hundred. */
function looksBinary(text: string): boolean {
  let control = 0;
  let nul = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) nul += 1;
    else if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 1 && code !== 31) control += 1;
  }
  return control > 0.01 * text.length || nul > 0.3 * text.length;
}

/** The format that a person has chosen, else the detected one. */
export const chooseFormat = (file: CheckedFile, chosen: SourceFormat | undefined): { format: SourceFormat; detection: Detection } =>
  chosen === undefined ? detectFormat(file) : { format: chosen, detection: { option: 'format', value: chosen, reason: 'Chosen by a person.' } };
