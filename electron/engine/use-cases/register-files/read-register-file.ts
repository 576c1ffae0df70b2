import { Failure } from '#shared/contract/failure.ts';
import type { ImportedRegisterReport } from '#shared/contract/register-files.ts';
import type { Origin } from '#shared/register/answer.ts';
import { readDpv } from '#shared/register/dpv/read-dpv.ts';
import { parseRegisterJson } from '#shared/register/json/register-json.ts';
import { layoutIds, layouts, type LayoutId } from '#shared/register/layouts/index.ts';
import { readRegister, type RowReport } from '#shared/register/sheets/read-register.ts';
import { importedRecords, type ImportedRegister } from '#shared/register/sheets/to-records.ts';
import { registerFilesText as text } from '#shared/text/engine/register-files.ts';
import type { CheckedFile } from '#engine/intake/check-file.ts';
import { readSheets } from '#engine/register-files/read-sheets.ts';

/** What a file says, whatever it is written in. */
export interface ReadFile extends ImportedRegister {
  format: string;
  rows: RowReport[];
  passedOver: ImportedRegisterReport['passedOver'];
}

function fromJsonLd(content: string, fileName: string, origin: Origin): ReadFile {
  const read = readDpv(content, origin);
  if (read === 'no-json') throw new Failure('FORMAT_UNKNOWN', text.noJson(fileName));
  if (read === 'no-graph') throw new Failure('FORMAT_UNKNOWN', text.noGraph(fileName));
  if (read === 'no-activities') throw new Failure('FORMAT_UNKNOWN', text.noRegister(fileName));
  if ('context' in read) throw new Failure('FORMAT_UNKNOWN', text.otherContext(fileName, read.context));
  return { ...read, format: 'jsonld', passedOver: [] };
}

function fromJson(content: string, fileName: string, origin: Origin): ReadFile {
  const read = parseRegisterJson(content, origin);
  if (read === 'no-json') throw new Failure('FORMAT_UNKNOWN', text.noJson(fileName));
  if (read === 'other-format') throw new Failure('FORMAT_UNKNOWN', text.otherFormat(fileName));
  if (read === 'other-version') throw new Failure('FORMAT_UNKNOWN', text.otherVersion(fileName));
  if ('place' in read) throw new Failure('FILE_DAMAGED', text.damagedJson(fileName, read.place));
  return { ...read, format: 'json', rows: [], passedOver: [] };
}

/**
 * Reads a register from a workbook, a text file, JSON or JSON-LD.
 * @param layout whose columns it has, where the person knows
 * @throws Failure FORMAT_UNKNOWN, FILE_DAMAGED, JOB_CANCELLED
 */
export async function readRegisterFile(
  file: CheckedFile,
  bytes: Buffer,
  { layout, origin, signal }: { layout: LayoutId | undefined; origin: Origin; signal: AbortSignal },
): Promise<ReadFile> {
  const { fileName } = file;
  const begins = bytes
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (begins.startsWith('{') || begins.startsWith('[')) {
    const content = bytes.toString('utf8').replace(/^\uFEFF/, '');
    return content.includes('"@context"') ? fromJsonLd(content, fileName, origin) : fromJson(content, fileName, origin);
  }
  if (begins.startsWith('%PDF') || begins.startsWith('<'))
    throw new Failure('FORMAT_UNKNOWN', text.cannotImport(fileName));
  const found = readRegister(await readSheets(file, bytes, signal), layout);
  if (found === null)
    throw new Failure(
      'FORMAT_UNKNOWN',
      layout === undefined
        ? text.noLayout(
            fileName,
            layoutIds.map((id) => layouts[id].authority),
          )
        : text.notThisLayout(fileName, layouts[layout].authority),
    );
  if (found.activities.length === 0) throw new Failure('FORMAT_UNKNOWN', text.noActivities(fileName));
  const { layout: format, rows, passedOver } = found;
  return { ...importedRecords(found, origin), format, rows, passedOver };
}
