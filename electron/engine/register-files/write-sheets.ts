import { writeXlsx } from 'hucre/xlsx';
import { Failure } from '#shared/contract/failure.ts';
import { csvText } from '#shared/domain/csv-text.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import type { Sheet } from '#shared/register/sheets/sheet.ts';
import { registerFilesText as text } from '#shared/text/engine/register-files.ts';

/** What Excel shows in one cell (ECMA-376; limits of Excel 2007 and later). */
const longestCell = 32_767;
const widest = 46;
const narrowest = 12;

/** A cell as text that no spreadsheet runs. */
function cellText(value: string | null): string | null {
  if (value === null || value === '') return null;
  const safe = neutralised(value, 'cells');
  if (safe.length > longestCell) throw new Failure('TARGET_UNWRITABLE', text.cellTooLong(longestCell));
  return safe
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

const widthOf = (rows: readonly (string | null)[][], column: number): number => {
  const longest = rows
    .slice(0, 200)
    .map((row) => Math.max(...(row[column] ?? '').split('\n').map(({ length }) => length)));
  return Math.min(widest, Math.max(narrowest, ...longest.map((length) => length + 2)));
};

/**
 * A workbook (ECMA-376) of sheets of texts: headings bold, long texts in lines, set for print.
 * @param asOf the moment that it bears (ISO 8601 or a day): one state gives the same bytes
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  headings: ReadonlyMap<Sheet, number>,
  asOf: string,
): Promise<Uint8Array> {
  return writeXlsx({
    properties: { modified: new Date(asOf) },
    sheets: sheets.map((sheet) => {
      const columns = Math.max(1, ...sheet.rows.map(({ length }) => length));
      const head = headings.get(sheet);
      const wrapped = { alignment: { wrapText: true, vertical: 'top' as const } };
      const cells = new Map(
        sheet.rows.flatMap((row, at) =>
          row.map((_, column) => {
            const isHead = head === undefined ? column === 0 : at === head || (at < head && column === 0);
            return [`${at},${column}`, { style: isHead ? { ...wrapped, font: { bold: true } } : wrapped }] as const;
          }),
        ),
      );
      return {
        name: sheet.name,
        columns: Array.from({ length: columns }, (_, column) => ({ width: widthOf(sheet.rows, column) })),
        rows: sheet.rows.map((row) => row.map(cellText)),
        cells,
        pageSetup: { orientation: head === undefined ? ('portrait' as const) : ('landscape' as const) },
      };
    }),
  });
}

/** A text file (RFC 4180) in UTF-8 with its mark, by which spreadsheets know the letters. */
export const writeCsv = (sheet: Sheet): string =>
  `\uFEFF${csvText(sheet.rows.map((row) => row.map((cell) => cell ?? '')))}`;
