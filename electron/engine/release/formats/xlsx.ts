import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre/xlsx';
import { Failure } from '#shared/contract/failure.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { streamRows, wholeText } from '#engine/analysis/stream-rows.ts';
import { readBack } from '#engine/intake/xlsx/read-back.ts';
import type { SheetRow } from '#engine/intake/xlsx/read-rows.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { readBackBy } from './read-back-by.ts';
import type { OutputColumn, ReadBackInput, ReleaseFormat, WriteInput } from './release-format.ts';
import { sheetDate, sheetMoment, shortest, truth } from './stored-types.ts';

/** What Excel's file format can hold (ECMA-376; limits of Excel 2007 and later). */
const sheet = { rows: 1_048_576, columns: 16_384, cell: 32_767 };

type SheetCell = string | number | boolean | null;

/** How the numbers of days are shown. */
const shownAs: Readonly<Record<string, { numFmt: string }>> = {
  date: { numFmt: 'yyyy-mm-dd' },
  datetime: { numFmt: 'yyyy-mm-dd hh:mm:ss' },
};

/** Days from 1899-12-30 on, as spreadsheets count; UTC, since a cell has no zone. */
const dayNumber = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`) / 86_400_000 + 25_569;

function sheetCell(text: string | null, { stored }: OutputColumn): SheetCell {
  if (text === null) return null;
  if (stored === 'boolean') return text === 'true';
  if (stored === 'number') return Number(text);
  if (stored === 'date') return dayNumber(`${text} 00:00:00`);
  return stored === 'datetime' ? dayNumber(text) : sheetText(text);
}

/** A row of nothing gets one empty text, or the sheet would end before it. */
async function write({ duck, select, columns, path, rows, digest, signal }: WriteInput): Promise<void> {
  if (rows + 1 > sheet.rows || columns.length > sheet.columns)
    throw new Failure(
      'TARGET_UNWRITABLE',
      releaseText.tooLargeForSheet({ rows: sheet.rows - 1, columns: sheet.columns }, rows, columns.length),
    );
  async function* cells(): AsyncGenerator<SheetCell[]> {
    const heads = columns.map((column) => neutralised(column.header, 'cells'));
    digest?.add(heads, columns.length);
    yield heads.map(sheetText);
    for await (const batch of streamRows<(string | null)[]>(
      duck,
      `SELECT ${columns.map(({ physical }) => wholeText(physical)).join(', ')} FROM (${select})`,
    )) {
      throwIfCancelled(signal);
      for (const row of batch) {
        digest?.add(row, columns.length);
        yield row.every((cell) => cell === null) ? [''] : row.map((cell, at) => sheetCell(cell, columns[at]!));
      }
    }
  }
  const bytes = writeXlsxStream(cells(), {
    name: releaseText.sheet,
    columns: columns.map(({ stored }) => shownAs[stored ?? ''] ?? {}),
    zip64: rows * columns.length > 4_000_000,
  });
  await interruptible(duck, signal, () =>
    pipeline(Readable.fromWeb(bytes as ReadableStream), createWriteStream(path, { mode: 0o600 }), { signal }),
  );
}

/**
 * What XML 1.0 cannot hold, and text that looks like an escape, is written as the format asks (ST_Xstring: `_xHHHH_`),
 * so that every reader finds the same text. A cell longer than Excel's limit is refused, never cut.
 */
function sheetText(text: string): string {
  if (text.length > sheet.cell) throw new Failure('TARGET_UNWRITABLE', releaseText.cellTooLong(sheet.cell));
  const escaped = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return (
    text
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, escaped)
  );
}

/**
 * Adds the sheet's rows below its header; an empty cell is nothing, as it was written. The library that wrote them does
 * not read them.
 * @throws Failure INTERNAL where it cannot be read or its texts are not those that were written
 */
async function addRows(
  file: ReadBackInput,
  add: (row: (string | null)[]) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const onRows = async (rows: SheetRow[]): Promise<void> => {
    throwIfCancelled(signal);
    for (const { line, cells } of rows) if (line > 1) add(file.names.map((_, column) => cells[column] || null));
  };
  const differs = new Failure('INTERNAL', releaseText.readBackDiffers);
  const digest = await readBack(file.path, file.names.length, { signal, damaged: differs.message, onRows }).catch(
    (error: unknown) => Promise.reject(error instanceof Failure && error.code === 'FILE_DAMAGED' ? differs : error),
  );
  if (digest !== file.cells) throw differs;
}

/** An Excel workbook of one sheet (ECMA-376). */
export const xlsx: ReleaseFormat = {
  id: 'xlsx',
  spreadsheet: true,
  emptyIsNull: true,
  keepsDigest: true,
  parsed: false,
  stores: [truth, shortest, sheetDate, sheetMoment],
  head: () => '',
  write,
  longestRow: async () => 0,
  readBack: readBackBy(addRows),
};
