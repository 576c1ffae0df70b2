import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '#shared/channels/channel.ts';
import { channelById, channels } from '#shared/channels/index.ts';
import { parseText } from '#engine/intake/csv/parse-text.ts';
import { exampleBytes, openAndClassify } from './open-example.ts';

let root = '';
let count = 0;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-workbooks-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));
const place = (name: string) => join(root, `${(count += 1)}-${name}`);
const open = (path: string, options?: Parameters<typeof openAndClassify>[2]) =>
  openAndClassify(path, join(root, 'work'), options);

/** An example with its lines as rows of a sheet, blank lines where they are, numbers as numbers. */
const asWorkbook = async ({ example }: Channel, change: (rows: string[][]) => string[][] = (rows) => rows) => {
  const delimiter = example.text.includes('\t') ? '\t' : ',';
  const records = parseText(example.text, { delimiter, quote: '"', escape: '"' }, { complete: true, limit: 1000 });
  const rows: string[][] = [];
  for (const { line, fields } of records) rows[line - 1 < rows.length ? rows.length : line - 1] = fields;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Report');
  for (const [at, row] of change(Array.from(rows, (row) => row ?? [])).entries())
    sheet.getRow(at + 1).values = row.map((cell) =>
      cell === '' ? null : /^\d{1,9}(\.\d*[1-9])?$/.test(cell) && !/^0\d/.test(cell) ? Number(cell) : cell,
    );
  const path = place('report.xlsx');
  await workbook.xlsx.writeFile(path);
  return path;
};
// A sheet holds one table.
const delimited = channels.filter(
  ({ example, reading }) => example.fileName.endsWith('.csv') && !reading.severalTables,
);

describe.each(delimited.map((channel) => [channel.id, channel] as const))('%s as a workbook', (_id, channel) => {
  it('is the same table as its text: system, names, rows, totals, types', async () => {
    const text = place(channel.example.fileName);
    await writeFile(text, exampleBytes(channel.example));
    const [own, theirs] = [await open(await asWorkbook(channel)), await open(text)];
    expect(own.classification.source?.preset).toBe(channel.id);
    expect(own.source.columns.map(({ name }) => name)).toEqual(theirs.source.columns.map(({ name }) => name));
    expect([own.source.rows, own.source.rejects.listed.map(({ kind }) => kind)]).toEqual([
      theirs.source.rows,
      theirs.source.rejects.listed.map(({ kind }) => kind),
    ]);
    const types = Object.fromEntries(own.classification.columns.map(({ name, type }) => [name, type]));
    expect(Object.fromEntries(Object.keys(channel.example.expect).map((name) => [name, types[name]]))).toEqual(
      channel.example.expect,
    );
  });
});

describe('totals in a workbook', () => {
  const ads = channelById('google-ads')!;

  it('are set aside with their row, said and counted; kept when a person wants them', async () => {
    const path = await asWorkbook(ads);
    const { source, cells } = await open(path);
    expect(source.rejects).toEqual({
      total: 3,
      listed: [9, 10, 11].map((line) => ({
        line,
        column: null,
        kind: 'TOTAL',
        detail: 'The row sums up others, as reports do at their top or end; kept, it would double every sum.',
      })),
    });
    expect(source.warnings).toContain(
      '3 rows of totals sum up the others and were left out: they are listed among the rejected rows.',
    );
    expect(source.options).toEqual({
      format: 'xlsx',
      table: 'Report',
      header: true,
      skipLines: 2,
      layout: 'google-ads',
      totals: 'leave-out',
    });
    expect(cells.map((row) => row.at(-1))).toEqual(['21.00', '18.00', '77.00', null, '4.00']);
    const kept = await open(path, { totals: 'keep' });
    expect([kept.source.rows, kept.source.rejects.total]).toEqual([8, 0]);
    const plain = await open(path, { layout: 'none' });
    expect([plain.source.rows, plain.classification.source]).toEqual([8, null]);
    expect(plain.cells[3]).toContain(' --');
    expect((await open(path, source.options)).cells).toEqual(cells);
  });

  it('wider than the table they are still totals, and in another language', async () => {
    const { source } = await open(
      await asWorkbook(channelById('ga4-exploration')!, (rows) =>
        rows.map((row) => row.map((cell) => (cell === 'Grand total' ? 'Gesamt' : cell))),
      ),
    );
    expect([source.columns.length, source.rows, source.rejects.listed.map(({ line, kind }) => [line, kind])]).toEqual([
      6,
      6,
      [[8, 'TOTAL']],
    ]);
  });

  it('alone are no table; a sheet without the layout is refused with what to do', async () => {
    await expect(open(await asWorkbook(ads, (rows) => [...rows.slice(0, 3), ...rows.slice(8)]))).rejects.toMatchObject({
      code: 'FILE_EMPTY',
      message: expect.stringContaining('holds only rows that sum up others'),
    });
    await expect(open(await asWorkbook(ads), { layout: 'surveymonkey' })).rejects.toMatchObject({
      code: 'WRONG_USAGE',
      message: expect.stringContaining('is not laid out like'),
    });
  });
});
