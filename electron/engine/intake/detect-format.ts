import { Failure } from '#shared/contract/failure.ts';
import type { Detection, SourceFormat } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import type { CheckedFile } from './check-file.ts';
import { decodeHead, detectEncoding } from './csv/detect-encoding.ts';
import { looksLikeDuckDb } from './duckdb/storage-header.ts';
import { looksLikeBalancer } from './log/load-balancer.ts';
import { looksLikeLog } from './log/parse-log-line.ts';
import { looksLikeW3c } from './log/w3c-extended.ts';
import { noTable } from './no-table.ts';

const begins = (head: Buffer, text: string) => head.subarray(0, text.length).toString('latin1') === text;

/** Binary formats that people try, by their first bytes, with what to do instead. */
const foreign: [string, (file: string) => string][] = [
  ['%PDF', intakeText.isPdf],
  ['\xd0\xcf\x11\xe0', intakeText.isOldOffice],
  ['7z\xbc\xaf', (file) => intakeText.isArchive(file, '7-Zip')],
  ['Rar!', (file) => intakeText.isArchive(file, 'RAR')],
  ['\x28\xb5\x2f\xfd', (file) => intakeText.isCompressed(file, 'Zstandard')],
  ['BZh', (file) => intakeText.isCompressed(file, 'bzip2')],
  ['\xfd7zXZ', (file) => intakeText.isCompressed(file, 'xz')],
  ['\x89PNG', intakeText.isPicture],
  ['\xff\xd8\xff', intakeText.isPicture],
  ['GIF8', intakeText.isPicture],
  ['\x7fELF', intakeText.isProgram],
  ['MZ\x90', intakeText.isProgram],
];

/** Behind the first name of a tape archive (POSIX.1-1988). */
const tarMark = { at: 257, text: 'ustar' };

/**
 * Format of a file: its first bytes decide, its ending only between formats that are both plain text.
 * @throws Failure FORMAT_UNKNOWN for binary files that hold no table, FILE_DAMAGED for ones that were cut off
 */
export function detectFormat(file: CheckedFile): { format: SourceFormat; detection: Detection } {
  const { head, fileName, ending } = file;
  const found = (format: SourceFormat, reason: string) => ({
    format,
    detection: { option: 'format', value: format, reason },
  });
  if (begins(head, 'PAR1') || begins(head, 'PARE')) return found('parquet', intakeText.looksParquet);
  if (begins(head, 'SQLite format 3\0')) return found('sqlite', intakeText.looksSqlite);
  if (begins(head, 'PK\x03\x04') || begins(head, 'PK\x05\x06')) {
    if (ending === '.xlsx' || ending === '.xlsm' || head.includes('[Content_Types].xml') || head.includes('xl/'))
      return found('xlsx', intakeText.looksXlsx);
    throw new Failure('FORMAT_UNKNOWN', intakeText.isOtherDocument(fileName));
  }
  if (begins(head.subarray(tarMark.at), tarMark.text))
    throw new Failure('FORMAT_UNKNOWN', intakeText.isArchive(fileName, 'tar'));
  if (looksLikeDuckDb(head)) return found('duckdb', intakeText.looksDuckDb);
  for (const [mark, sentence] of foreign)
    if (begins(head, mark)) throw new Failure('FORMAT_UNKNOWN', sentence(fileName));
  for (const [endings, format] of [
    [['.parquet', '.pq'], 'parquet'],
    [['.xlsx', '.xlsm'], 'xlsx'],
    [['.sqlite', '.sqlite3', '.db'], 'sqlite'],
    [['.duckdb', '.ddb'], 'duckdb'],
  ] as const) {
    if ((endings as readonly string[]).includes(ending))
      throw new Failure('FILE_DAMAGED', intakeText.namedLike(fileName, format));
  }
  const { encoding } = detectEncoding(head);
  const text = decodeHead(head, encoding);
  if (looksBinary(text.replace(/(?<=[^\0])\0+$/, '')))
    throw new Failure('FORMAT_UNKNOWN', intakeText.isOtherBinary(fileName));
  const start = withoutSeparator(text);
  const jsonEnding = ['.json', '.jsonl', '.ndjson', '.geojson'].includes(ending);
  if (start.startsWith('{') || (start.startsWith('[') && (jsonEnding || /^\[\s*([[{\]"\d-]|$)/.test(start)))) {
    if (ending === '.jsonl' || ending === '.ndjson' || linesOfJson(text))
      return found('jsonl', intakeText.looksJsonLines);
    if (jsonEnding || /^[[{]\s*([[{"\]}]|$)/.test(start))
      return found('json', start.startsWith('[') ? intakeText.looksJsonArray : intakeText.looksJsonObject);
  }
  if (jsonEnding) throw new Failure('FILE_DAMAGED', intakeText.namedLikeJson(fileName));
  if (/^BEGIN:VCARD\s/i.test(start)) return found('vcard', intakeText.looksCards);
  const other = noTable(text);
  if (other !== null) throw new Failure('FORMAT_UNKNOWN', other(fileName));
  if (looksLikeW3c(text)) return found('log', intakeText.looksW3c);
  if (looksLikeBalancer(text)) return found('log', intakeText.looksBalancer);
  if (looksLikeLog(text)) return found('log', intakeText.looksLog);
  return found(
    'csv',
    ending === '.csv' || ending === '.tsv' || ending === '.txt'
      ? intakeText.looksTextByEnding(ending)
      : intakeText.looksText,
  );
}

/** The beginning of a text, without the sign that JSON text sequences put before each value (RFC 7464). */
function withoutSeparator(text: string): string {
  const start = text.trimStart();
  return start.startsWith('\u001e') ? start.slice(1).trimStart() : start;
}

/** Whether most of the first lines (two or more, the last one may be cut) are JSON objects of their own. */
function linesOfJson(text: string): boolean {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 20);
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

/** So few control characters are strays of a terminal or of an old system, where a short text holds them. */
const strays = { most: 16, share: 0.08 };

/** Control characters that no text has, NUL apart (damaged exports hold a few), in more than one place of a hundred. */
function looksBinary(text: string): boolean {
  let control = 0;
  let nul = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) nul += 1;
    else if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 1 && code !== 31)
      control += 1;
  }
  const few = control <= strays.most && control <= strays.share * text.length;
  return (control > 0.01 * text.length && !few) || nul > 0.3 * text.length;
}

/** The format that a person has chosen, else the detected one. */
export const chooseFormat = (
  file: CheckedFile,
  chosen: SourceFormat | undefined,
): { format: SourceFormat; detection: Detection } =>
  chosen === undefined
    ? detectFormat(file)
    : { format: chosen, detection: { option: 'format', value: chosen, reason: intakeText.chosenByPerson } };
