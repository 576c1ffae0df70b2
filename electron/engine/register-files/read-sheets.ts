import { Failure } from '#shared/contract/failure.ts';
import type { Merge, Sheet } from '#shared/register/sheets/sheet.ts';
import { registerFilesText as text } from '#shared/text/engine/register-files.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import type { CheckedFile } from '#engine/intake/check-file.ts';
import { detectDialect } from '#engine/intake/csv/detect-dialect.ts';
import { textReader } from '#engine/intake/encoding/text-reader.ts';
import { detectEncoding } from '#engine/intake/csv/detect-encoding.ts';
import { parseText } from '#engine/intake/csv/parse-text.ts';
import { readRows } from '#engine/intake/xlsx/read-rows.ts';
import { runWorker } from '#engine/intake/xlsx/run-worker.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';

/** A register is a document: more than this is something else. */
export const largestRegister = 64 * 1024 ** 2;
/** Of all sheets together, those counted that are empty and stand before one that is not. */
const mostRows = 20_000;
const mostSheets = 5_000;
const mostCells = 2_000_000;

async function workbookSheets(file: CheckedFile, signal: AbortSignal | undefined): Promise<Sheet[]> {
  const damaged = workbookText.unreadable(file.fileName);
  let names: string[] = [];
  await runWorker(
    file,
    { kind: 'sheets' },
    { signal, damaged, onSheets: (found) => (names = found.map(({ name }) => name)) },
  );
  if (names.length > mostSheets) throw new Failure('FILE_DAMAGED', text.tooLarge(file.fileName));
  const sheets: Sheet[] = [];
  let cells = 0;
  let before = 0;
  for (const name of names) {
    throwIfCancelled(signal);
    const rows: Sheet['rows'] = [];
    await readRows(file, name, {
      maxRows: mostRows - before + 1,
      signal,
      onRows: async (found) => {
        for (const row of found) {
          cells += row.cells.length;
          if (cells > mostCells) throw new Failure('FILE_DAMAGED', text.tooLarge(file.fileName));
          if (before + row.line > mostRows)
            throw new Failure('FILE_DAMAGED', text.tooManyRows(file.fileName, mostRows));
          while (rows.length < row.line - 1) rows.push([]);
          rows.push(row.cells);
        }
      },
    });
    let merges: Merge[] = [];
    await runWorker(file, { kind: 'merges', sheet: name }, { signal, damaged, onMerges: (found) => (merges = found) });
    sheets.push({ name, rows, merges });
    before += rows.length;
  }
  return sheets;
}

function textSheets(bytes: Buffer, fileName: string): Sheet[] {
  const { encoding, bom } = detectEncoding(bytes.subarray(0, 65_536));
  const body = bytes.subarray(bom);
  const content = textReader(encoding).read(body, false);
  const { dialect } = detectDialect(content.slice(0, 1_000_000), content.length <= 1_000_000, {});
  const records = parseText(content, dialect, { complete: true, limit: mostRows + 1 });
  // A line break within quotes counts, too: lines are padded, so that each row keeps the number it has in the file.
  if (records.length > mostRows || (records.at(-1)?.line ?? 0) > mostRows)
    throw new Failure('FILE_DAMAGED', text.tooManyRows(fileName, mostRows));
  const rows: Sheet['rows'] = [];
  for (const { fields, line } of records) {
    while (rows.length < line - 1) rows.push([]);
    rows.push(fields.map((field) => (field === '' ? null : field)));
  }
  return [{ name: fileName, rows, merges: [] }];
}

/**
 * The sheets of a workbook, or the table of a text file, as texts.
 * @throws Failure FILE_DAMAGED where it cannot be read or is larger than a register can be
 */
export async function readSheets(file: CheckedFile, bytes: Buffer, signal: AbortSignal | undefined): Promise<Sheet[]> {
  const isZip = file.head[0] === 0x50 && file.head[1] === 0x4b;
  return isZip ? workbookSheets(file, signal) : textSheets(bytes, file.fileName);
}
