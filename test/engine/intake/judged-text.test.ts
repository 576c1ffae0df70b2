// Lines of a text that are no rows, texts that are no table, several tables in one text: read right, told, or refused.
import { describe, expect, test } from 'vitest';
import { weighTotals } from '#engine/intake/csv/totals-within.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const names = 'first_name,email,age';
const people = ['Anna,a@example.org,34', 'Ben,b@example.org,41', 'Cara,c@example.org,29'];
const read = (lines: readonly string[], file = 't.csv') => bench.read(`${lines.join('\n')}\n`, {}, file);

describe('lines that are no rows', () => {
  test('the line of names again, as in files put together', async () => {
    const table = await read([names, ...people, names, ...people, names]);
    expect([table.rows, table.rejects.total]).toEqual([6, 2]);
    expect(table.rejects.listed.map(({ kind, line }) => [kind, line])).toEqual([
      ['NAMES', 5],
      ['NAMES', 9],
    ]);
    expect(table.warnings.join()).toContain('comes again 2 times');
  });

  test('subtotals and a grand total that add up, at the top or the bottom', async () => {
    const parts = ['N,Anna,10', 'N,Ben,20', 'Subtotal,,30', 'S,Cara,5', 'S,Dora,7', 'Subtotal,,12', 'Total,,42'];
    const table = await read(['region,name,amount', ...parts]);
    expect([table.rows, table.rejects.total]).toEqual([4, 3]);
    expect((await read(['name,amount', 'Total,30', 'Anna,10', 'Ben,20'])).rows).toBe(2);
  });

  test('what is called a total and adds nothing up stays a row and is told', async () => {
    const table = await read(['name,amount', 'Anna,10', 'Ben,20', 'Total,31', 'Average,15']);
    expect([table.rows, table.rejects.total]).toEqual([4, 0]);
    expect(table.warnings.join()).toContain('2 rows are called a total');
  });

  test('a word that most rows are called by is what they are about', () => {
    expect(
      weighTotals([
        ['total', '1'],
        ['total', '2'],
        ['part', '3'],
      ]),
    ).toEqual({ called: 0, sum: false });
    expect(
      weighTotals([
        ['Anna', '1'],
        ['Ben', '2'],
        ['Total Ulm', '3'],
      ]),
    ).toEqual({ called: 1, sum: true });
  });

  test('a second row of units or of kinds of values belongs to the names', async () => {
    const units = await read(['name,height,weight', ',cm,(kg)', 'Anna,170,60', 'Ben,180,80']);
    expect([units.names, units.rows]).toEqual([['name', 'height - cm', 'weight - (kg)'], 2]);
    const kinds = await read([names, 'string,string,integer', ...people]);
    expect([kinds.names, kinds.rows]).toEqual([names.split(','), 3]);
  });

  test('lines above the table without a blank one below them', async () => {
    const table = await read([
      'Customers, as of today',
      ...[names, ...people].map((line) => line.replaceAll(',', ';')),
    ]);
    expect([table.names, table.rows]).toEqual([names.split(','), 3]);
  });
});

test.each([
  ['mail', 'From: a@example.org\nTo: b@example.org\nSubject: Hello\nDate: Mon, 5 Feb 2024\n\nDear Ben,\n', 'e-mail'],
  ['blocks of keys', 'Name: Anna\nCity: Ulm\n\nName: Ben\nCity: Bonn\n\nName: Cara\nCity: Kiel\n', 'keys and values'],
  ['sections', '[one]\nname=Anna\ncity=Ulm\n[two]\nname=Ben\ncity=Bonn\n', 'keys and values'],
  ['a list in YAML', '- name: Anna\n  city: Ulm\n- name: Ben\n  city: Bonn\n', 'keys and values'],
  ['XML', '<?xml version="1.0"?>\n<people><p>Anna</p></people>\n', 'XML'],
  ['a web page', '<html><body><table><tr><td>Anna</td></tr></table></body></html>\n', 'web page'],
  ['a dump', "-- dump\nCREATE TABLE t (a int);\nINSERT INTO t VALUES (1,'x');\n", 'dump of a database'],
])('%s is refused by name', async (_what, text, word) => {
  const { code, message } = await bench.failure(await bench.file(text, 't.txt'));
  expect([code, message]).toEqual(['FORMAT_UNKNOWN', expect.stringContaining(word)]);
});

test.each([
  ['places and figures', 'Berlin: 34\nParis: 41\nRome: 29\nWien: 12\n', 4],
  ['lines of a log', 'INFO: started\nINFO: read\nWARN: slow\nINFO: ended\nINFO: gone\n', 5],
])('%s are no blocks of keys', async (_what, text, rows) => {
  const table = await bench.read(text, {}, 't.txt');
  // The first line may be taken for names.
  expect(table.rows + table.rejects.total).toBeGreaterThanOrEqual(rows - 1);
});

describe('several tables in one text', () => {
  test.each([
    ['a blank line and other names', [names, ...people, '', 'sku,price', 'A1,3.5', 'B2,4.5']],
    ['titles in brackets', ['[People]', names, ...people, '[Prices]', 'sku,price', 'A1,3.5', 'B2,4.5']],
    ['titles after #', ['# People', names, ...people, '# Prices', 'sku,price', 'A1,3.5', 'B2,4.5']],
  ])('%s: the largest is read, the other is named', async (_what, lines) => {
    const table = await read(lines);
    expect([table.names, table.rows]).toEqual([names.split(','), 3]);
    expect(table.warnings.join()).toMatch(/holds 2 tables/);
  });

  test('a blank line inside one table makes no two of it', async () => {
    const table = await read([names, ...people, '', ...people]);
    expect([table.rows, table.options.table]).toEqual([6, undefined]);
  });
});

describe('the foot of a report', () => {
  const people = Array.from({ length: 12 }, (_, at) => [`Ann${at}`, `ann${at}@example.org`, `${at}/2/2024`]);
  const quoted = (row: readonly string[]) => row.map((cell) => `"${cell}"`).join(',');
  const table = [['First Name', 'Email', 'Created Date'], ...people].map(quoted).join('\n');
  const marks = [
    'Confidential Information - Do Not Distribute',
    'Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.',
  ];

  test.each([
    [
      'lines of their own',
      `\n\n"Contacts"\n"${marks[1]}"\n"${marks[0]}"\n"Generated By:  Ada B  1/1/2026"\n"Acme"\n`,
      5,
    ],
    ['under a sum', `\n\n"Grand Totals (12 records)"\n\n"${marks[0]}"\n"${marks[1]}"\n`, 3],
    ['rows of the table', `\n"Total","12",""\n"${marks[0]}","",""\n"${marks[1]}","",""\n`, 3],
  ])('%s are no rows, and are told', async (_, foot, lines) => {
    const { cells, rejects, warnings } = await bench.read(table + foot);
    expect(cells).toEqual(people);
    expect([rejects.total, new Set(rejects.listed.map(({ kind }) => kind))]).toEqual([lines, new Set(['NOTE'])]);
    expect(warnings.join()).toContain('foot of a report');
  });

  test('of one column only what is known is none of its rows; a blank line may be a row of it', async () => {
    const { cells } = await bench.read(`"Email"\n"a@example.org"\n"b@example.org"\n\n"${marks[0]}"\n"${marks[1]}"\n`);
    expect(cells).toEqual([['a@example.org'], ['b@example.org'], [null]]);
  });
});

describe('a line of names in disorder', () => {
  const rows = 'Ann,ann@example.org,Bonn,7\nBob,bob@example.org,Ulm,8\nCy,cy@example.org,Köln,9\n';
  const read = ['name', 'email', 'city', 'age'];

  test('names parted by spaces over rows parted by commas', async () => {
    const { names, rows: many, warnings } = await bench.read(`name "email" city age\n${rows}`);
    expect([names, many, warnings.join()]).toEqual([read, 3, expect.stringContaining('parted by the space')]);
    // A title of as many words is none.
    const titled = await bench.read(`Customer email city list\n${read.join(',')}\n${rows}`);
    expect([titled.names, titled.rows]).toEqual([read, 3]);
  });

  test.each([
    ['name,"email"city,age', 'an end'],
    ['name,email"city",age', 'a beginning'],
  ])('%s: a delimiter that was forgotten at %s of quotes', async (line) => {
    const { names, rows: many, warnings } = await bench.read(`${line}\n${rows}`);
    expect([names, many]).toEqual([read, 3]);
    expect(warnings.join()).toMatch(/quote/);
  });
});
