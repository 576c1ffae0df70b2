import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const read = (name: string) => bench.readPath(fileURLToPath(new URL(`../../fixtures/intake/${name}`, import.meta.url)));

test('a German export in Windows-1252', async () => {
  const table = await read('kunden-windows-1252.csv');
  expect(table.options).toMatchObject({ encoding: 'windows-1252', delimiter: ';', header: true });
  expect(table.names).toEqual(['Kundennr', 'Name', 'Straße', 'Umsatz']);
  expect(table.cells).toEqual([
    ['0000123', 'Müller, Jörg', 'Bäckergasse 5; Hinterhaus', '1.234,50'],
    ['0000124', 'Groß & Söhne', 'Am Weiher 1', '0,99'],
    ['0000125', 'Café €uro', '', '12,00'],
  ]);
});

test('a Matomo export in UTF-16', async () => {
  const table = await read('visits-utf-16le.tsv');
  expect(table.options).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', header: true });
  expect(table.cells).toEqual([
    ['1', '203.0.113.7', 'São Paulo'],
    ['2', '198.51.100.23', '東京'],
  ]);
});

test('a report with a preamble', async () => {
  const table = await read('report-with-preamble.csv');
  expect(table.names).toEqual(['City', 'Users', 'New users']);
  expect(table.options.skipLines).toBe(5);
  expect(table.cells).toEqual([
    ['Bonn', '120', '30'],
    ['(not set)', '1,204', '77'],
    ['Ulm', '9', '1'],
  ]);
});

test('damaged rows are listed by line and the others are read', async () => {
  const table = await read('damaged-rows.csv');
  expect(table.cells).toEqual([
    ['1', 'Ada', 'fine'],
    ['5', 'Eve', 'two\nlines'],
    ['7', 'Gus', 'last'],
  ]);
  expect(table.rejects.listed.map(({ line, kind }) => [line, kind])).toEqual([
    [3, 'MISSING COLUMNS'],
    [4, 'TOO MANY COLUMNS'],
    [5, 'QUOTES'],
    [8, 'QUOTES'],
  ]);
});

test('a file without a header', async () => {
  const table = await read('no-header.csv');
  expect(table.names).toEqual(['c1', 'c2', 'c3', 'c4']);
  expect(table.rows).toBe(4);
});

test('JSON with one array inside an object', async () => {
  const table = await read('tickets.json');
  expect(table.names).toEqual(['id', 'via.channel', 'via.source.from', 'tags', 'score']);
  expect(table.cells).toEqual([
    ['9007199254740993', 'web', '{}', '["vip","de"]', '4.50'],
    ['2', 'mail', null, null, null],
  ]);
});

test('JSON Lines whose last line was cut off', async () => {
  const table = await read('events.jsonl');
  expect(table.names).toEqual(['event', 'properties.distinct_id', 'properties.time', 'properties.url']);
  expect(table.rows).toBe(2);
  expect(table.rejects.listed.map((row) => row.line)).toEqual([3]);
});
