import { Failure } from '#shared/contract/failure.ts';
import type { ImportedRegisterReport } from '#shared/contract/register-files.ts';
import type { Origin } from '#shared/register/answer.ts';
import { readDpv } from '#shared/register/dpv/read-dpv.ts';
import { parseRegisterJson } from '#shared/register/json/register-json.ts';
import { layoutIds, layouts } from '#shared/register/layouts/index.ts';
import { cellOf } from '#shared/register/sheets/cells/index.ts';
import { namedTwice } from '#shared/register/sheets/import-fields.ts';
import {
  readRegister,
  type HowToRead,
  type ReadRegister,
  type RowReport,
} from '#shared/register/sheets/read-register.ts';
import { seenHeadings } from '#shared/register/sheets/seen-headings.ts';
import type { Sheet } from '#shared/register/sheets/sheet.ts';
import { importedRecords, type ImportedRegister } from '#shared/register/sheets/to-records.ts';
import { registerFilesText as text } from '#shared/text/engine/register-files.ts';
import type { CheckedFile } from '#engine/intake/check-file.ts';
import { readSheets } from '#engine/register-files/read-sheets.ts';

/** What a file says, whatever it is written in. */
export interface ReadFile extends ImportedRegister {
  format: string;
  rows: RowReport[];
  passedOver: ImportedRegisterReport['passedOver'];
  columns: ImportedRegisterReport['columns'];
}

function fromJsonLd(content: string, fileName: string, origin: Origin): ReadFile {
  const read = readDpv(content, origin);
  if (read === 'no-json') throw new Failure('FORMAT_UNKNOWN', text.noJson(fileName));
  if (read === 'no-graph') throw new Failure('FORMAT_UNKNOWN', text.noGraph(fileName));
  if (read === 'no-activities') throw new Failure('FORMAT_UNKNOWN', text.noRegister(fileName));
  if ('context' in read) throw new Failure('FORMAT_UNKNOWN', text.otherContext(fileName, read.context));
  return { ...read, format: 'jsonld', passedOver: [], columns: [] };
}

function fromJson(content: string, fileName: string, origin: Origin): ReadFile {
  const read = parseRegisterJson(content, origin);
  if (read === 'no-json') throw new Failure('FORMAT_UNKNOWN', text.noJson(fileName));
  if (read === 'other-format') throw new Failure('FORMAT_UNKNOWN', text.otherFormat(fileName));
  if (read === 'other-version') throw new Failure('FORMAT_UNKNOWN', text.otherVersion(fileName));
  if ('place' in read) throw new Failure('FILE_DAMAGED', text.damagedJson(fileName, read.place));
  return { ...read, format: 'json', rows: [], passedOver: [], columns: [] };
}

/**
 * Reads a register from a workbook, a text file, JSON or JSON-LD.
 * @param how whose columns it has, and what they hold, where the person knows
 * @throws Failure FORMAT_UNKNOWN, FILE_DAMAGED, JOB_CANCELLED
 */
export async function readRegisterFile(
  file: CheckedFile,
  bytes: Buffer,
  { layout, columns, origin, signal }: HowToRead & { origin: Origin; signal: AbortSignal },
): Promise<ReadFile> {
  const { fileName } = file;
  const begins = bytes
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (begins.startsWith('{') || begins.startsWith('[')) {
    const content = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const named = columns?.map(({ heading }) => heading) ?? [];
    if (named.length > 0) throw new Failure('WRONG_USAGE', text.headingAbsent(fileName, named, []));
    return content.includes('"@context"') ? fromJsonLd(content, fileName, origin) : fromJson(content, fileName, origin);
  }
  if (begins.startsWith('%PDF') || begins.startsWith('<'))
    throw new Failure('FORMAT_UNKNOWN', text.cannotImport(fileName));
  const sheets = await readSheets(file, bytes, signal);
  const found = readTable(sheets, fileName, { layout, columns });
  if (found.activities.length === 0) throw new Failure('FORMAT_UNKNOWN', text.noActivities(fileName));
  return { ...importedRecords(found, origin), ...found, format: found.layout };
}

/** @throws Failure FORMAT_UNKNOWN where no layout fits, WRONG_USAGE where the columns named are not those of the file */
function readTable(sheets: readonly Sheet[], fileName: string, how: HowToRead): ReadRegister {
  const twice = namedTwice(how.columns ?? []);
  if (twice !== null) throw new Failure('WRONG_USAGE', text.namedTwice(twice));
  const found = readRegister(sheets, how);
  const absent = found?.absent ?? how.columns?.map(({ heading }) => heading) ?? [];
  if (absent.length > 0)
    throw new Failure('WRONG_USAGE', text.headingAbsent(fileName, absent, headingsIn(found, sheets)));
  if (found !== null) return found;
  const { layout } = how;
  if (layout !== undefined)
    throw new Failure('FORMAT_UNKNOWN', text.notThisLayout(fileName, layouts[layout].authority));
  const authorities = layoutIds.map((id) => layouts[id].authority);
  throw new Failure('FORMAT_UNKNOWN', text.noLayout(fileName, authorities, seenHeadings(sheets), lookedFor));
}

/** Headings of the table that was found, else what stands where headings would. */
const headingsIn = (found: ReadRegister | null, sheets: readonly Sheet[]): string[] =>
  found === null ? seenHeadings(sheets) : [...new Set(found.columns.map(({ heading }) => heading))];

/** What a table has to have to be taken for a register: the headings that the law's own words give. */
const lookedFor = layouts.dpc.tables
  .flatMap(({ role, columns }) => (role === 'controller' ? columns : []))
  .filter(({ cell }) => cell === 'name' || cellOf(cell).law === true)
  .map(({ heading }) => heading);
