import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelById } from '#shared/channels/index.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { exampleBytes, openAndClassify } from './open-example.ts';

let root = '';
let count = 0;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-tables-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));
const write = async (content: string | Buffer) => {
  const path = join(root, `${(count += 1)}.csv`);
  await writeFile(path, content);
  return path;
};
const open = (path: string, options?: Parameters<typeof openAndClassify>[2]) =>
  openAndClassify(path, join(root, 'work'), options);
const { text } = channelById('ga4-report')!.example;
const head = text.slice(0, text.indexOf('Nth day'));
const names = [
  'Nth day, Average engagement time',
  'Event name, Event count',
  'Page title and screen class, Views',
  'Country ID, City, …',
];

describe('a snapshot of several reports in one file', () => {
  it('is read as its largest table; the others are named with their rows, and none of their lines is rejected', async () => {
    const path = await write(text);
    const { source, cells } = await open(path);
    expect(cells).toEqual([
      ['Home', '1584'],
      ['Coats', '508'],
      ['Socks, wool', '488'],
      ['#1 in parkas', '386'],
      ['Basket', '296'],
      ['Thanks', '62'],
    ]);
    expect(source.rejects).toEqual({ total: 0, listed: [] });
    expect(source.warnings).toEqual([
      'The file holds 4 tables and “Page title and screen class, Views” is read; not read: “Nth day, Average ' +
        'engagement time” (5 rows), “Event name, Event count” (3 rows), “Country ID, City, …” (2 rows). Choose ' +
        'another table to read it.',
    ]);
    expect((await sniffSource(path, { directory: join(root, 'work') })).tables).toEqual(names);
    const said = Object.fromEntries(source.detections.map(({ option, value, reason }) => [option, [value, reason]]));
    expect(said['table']).toEqual([names[2], 'Of 4 tables in the file it has the most rows.']);
    expect(said['layout']).toEqual([
      'Google Analytics 4, report or snapshot of several (CSV)',
      'The lines above the table are those that it writes.',
    ]);
    expect(source.sha256).toBe(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  });

  it('any table of it can be chosen, by name as by the lines before it', async () => {
    const path = await write(text);
    const first = await open(path, { table: names[0]! });
    expect([first.source.columns.map(({ name }) => name), first.source.rows, first.cells[4]]).toEqual([
      ['Nth day', 'Average engagement time'],
      5,
      ['0004', '53.047619047618'],
    ]);
    const last = await open(path, { table: names[3]! });
    expect([last.source.columns.map(({ name }) => name), last.cells]).toEqual([
      ['Country ID', 'City', 'Active users'],
      [
        ['DE', 'Hamburg', '210'],
        ['FR', 'Lyon', '122'],
      ],
    ]);
    expect(last.classification.columns.map(({ type }) => type)).toEqual(['country', 'city', 'session_count']);
    const skipped = await open(path, { skipLines: last.source.options.skipLines! });
    expect([skipped.cells, skipped.source.options]).toEqual([last.cells, last.source.options]);
    await expect(open(path, { table: 'Sheet 1' })).rejects.toMatchObject({
      code: 'WRONG_USAGE',
      message: expect.stringContaining('choose one of its 4 tables'),
    });
  });

  it('as a plain table it keeps every line, as a row or among the rejected', async () => {
    const { source } = await open(await write(text), { layout: 'none' });
    expect(source.options.table).toBeUndefined();
    expect(source.rows + source.rejects.total).toBeGreaterThan(15);
  });
});

describe('what may stand in such a file', () => {
  const table = (rows: string[]) => `${head}Event name,Event count\n${rows.join('\n')}\n`;

  it('a damaged row is rejected with its line in the file, in the table that is read and in no other', async () => {
    const path = await write(text.replace('Coats,508', 'Coats,508,7').replace('add_to_cart,419', 'add_to_cart'));
    const { source } = await open(path);
    expect([source.rows, source.rejects.listed.map(({ line, kind }) => [line, kind])]).toEqual([
      5,
      [[28, 'TOO MANY COLUMNS']],
    ]);
    expect((await readFile(path, 'utf8')).split('\n')[27]).toBe('Coats,508,7');
  });

  it('the sum of all rows is left out', async () => {
    const { source } = await open(await write(table([',700,Grand total', 'page_view,500', 'purchase,200'])));
    expect([source.rows, source.rejects.listed.map(({ kind }) => kind)]).toEqual([2, ['TOTAL']]);
    expect(source.warnings).not.toContain(expect.stringContaining('not read'));
  });

  it('tables under blank lines alone, with equal names, in UTF-16 with CRLF', async () => {
    const lines =
      `${table(['page_view,500', 'purchase,200'])}\nEvent name,Event count\nsearch,1\n\n\nCity,Active ` +
      `users\nLyon,9\nTurin,8\n\t\nHits\n`;
    const path = await write(exampleBytes({ text: lines.replaceAll('\n', '\r\n'), encoding: 'utf-16le-bom' }));
    expect((await sniffSource(path, { directory: join(root, 'work') })).tables).toEqual([
      'Event name, Event count',
      'Event name, Event count (2)',
      'City, Active users',
      'Hits',
    ]);
    expect((await open(path)).cells).toEqual([
      ['page_view', '500'],
      ['purchase', '200'],
    ]);
    expect((await open(path, { table: 'Event name, Event count (2)' })).cells).toEqual([['search', '1']]);
    await expect(open(path, { table: 'Hits' })).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  });

  it('blank lines and number signs inside a quoted cell end no table; a quote never closed ends with the next one', async () => {
    const quoted = await open(await write(table(['"two\n\n# lines",3', 'purchase,200'])));
    expect(quoted.cells).toEqual([
      ['two\n\n# lines', '3'],
      ['purchase', '200'],
    ]);
    const broken = await open(
      await write(
        `${table(['"page_view,500', 'search,3'])}\n${head.slice(head.indexOf('# Start'))}City,Active users\nLyon,` +
          `9\nTurin,8\nCork,7\n`,
      ),
    );
    expect([broken.source.columns[0]?.name, broken.source.rows]).toEqual(['City', 3]);
  });

  it('more tables than a report has are refused', async () => {
    await expect(open(await write(`${head}${'a,b\n1,2\n\n'.repeat(1001)}`))).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
      message: expect.stringContaining('more than 1,000 tables'),
    });
  });
});
