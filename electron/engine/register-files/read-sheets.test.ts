import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFile } from '#engine/intake/check-file.ts';
import { readSheets } from './read-sheets.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'custos-sheets-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = async (name: string) => {
  const path = join(folder, name);
  return readSheets(await checkFile(path), await readFile(path), undefined);
};
const refused = { code: 'FILE_DAMAGED', message: expect.stringContaining('more than 20,000 rows in all') };

it('counts lines within quotes as rows, since what follows keeps the number of its line', async () => {
  const withBreaks = (breaks: number) => `name,purpose\n"Payroll${'\n'.repeat(breaks)}",pay\nHiring,hire\n`;
  writeFileSync(join(folder, 'many.csv'), withBreaks(20_000));
  await expect(read('many.csv')).rejects.toMatchObject(refused);
  writeFileSync(join(folder, 'few.csv'), withBreaks(3));
  const [sheet] = await read('few.csv');
  expect(sheet?.rows.map(([first]) => first ?? null)).toEqual(['name', 'Payroll\n\n\n', null, null, null, 'Hiring']);
});

it('counts the rows of all sheets of a workbook, empty ones included', async () => {
  const write = async (name: string, ...last: number[]): Promise<void> => {
    const book = new ExcelJS.Workbook();
    for (const [at, row] of last.entries()) book.addWorksheet(`Sheet ${at + 1}`).getCell(row, 1).value = 'Payroll';
    await book.xlsx.writeFile(join(folder, name));
  };
  await write('many.xlsx', 9000, 9000, 2001);
  await expect(read('many.xlsx')).rejects.toMatchObject(refused);
  await write('few.xlsx', 9000, 9000, 2000);
  expect((await read('few.xlsx')).map(({ rows }) => rows.length)).toEqual([9000, 9000, 2000]);
});
