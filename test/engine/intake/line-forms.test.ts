import { describe, expect, test } from 'vitest';
import { openSource } from '#engine/intake/open-source.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const people = [
  ['Anna', 'Köln', '34', '2024-01-05'],
  ['Ben', 'Bonn', '41', '2024-02-11'],
  ['Cara', 'Ulm', '29', '2024-03-02'],
  ['Dora', 'Trier', '55', '2024-03-09'],
];
const names = ['first_name', 'city', 'age', 'joined'];
const lines = (sign: string, rows: readonly string[][] = people) => rows.map((row) => row.join(sign));
const sniff = async (content: string, name = 't.csv') =>
  sniffSource(await bench.file(content, name), { directory: bench.work() });

describe('lines of another form than one delimiter between fields', () => {
  test.each([
    [';', ','],
    ['\t', ';'],
    [',', '|'],
    ['|', '\t'],
  ])('names parted by %j over rows parted by %j', async (of, rows) => {
    const table = await bench.read(`${names.join(of)}\n${lines(rows).join('\n')}\n`);
    expect(table.names).toEqual(names);
    expect(table.cells).toEqual(people);
    expect(table.options).toMatchObject({ delimiter: rows, namesDelimiter: of });
    expect(table.warnings.join()).toContain('each is read by its own');
  });

  test.each(['||', '::', '~|~', '^^', '|^|', '<|>', '##'])('the signs %s as the delimiter', async (delimiter) => {
    const rows = [...people, [`"a${delimiter}b"`, 'two "quoted" words', '', '']];
    const table = await bench.read(`${[names, ...rows].map((row) => row.join(delimiter)).join('\r\n')}`);
    expect(table.names).toEqual(names);
    expect(table.cells.slice(0, 4)).toEqual(people);
    expect(table.cells[4]![0]).toBe(`a${delimiter}b`);
    expect(table.options.delimiter).toBe(delimiter);
    // The settled options read the same again.
    const path = await bench.file([names, ...people].map((row) => row.join(delimiter)).join('\n'), 'again.txt');
    const again = await openSource(path, { directory: bench.work(), options: table.options });
    expect(again.rows).toBe(4);
    await again.close();
  });

  test('signs that recur inside values part nothing: network addresses, shares, links', async () => {
    expect((await bench.read('address\nfe80::1\nfe80::2\nfe80::3\n')).names).toEqual(['address']);
    expect((await bench.read('a,b,c\n5%,6%,7%\n8%,9%,1%\n')).names).toEqual(['a', 'b', 'c']);
    expect((await bench.read('id,link\n1,http://x.example/a\n2,http://x.example/b\n')).names).toEqual(['id', 'link']);
  });

  test('every line one quoted field with a row inside', async () => {
    const text = [names.join(','), ...lines(',').map((line) => line.replace('Anna', '""An, na""'))];
    const table = await bench.read(`${text.map((line) => `"${line}"`).join('\n')}\n`);
    expect(table.names).toEqual(names);
    expect(table.cells[0]).toEqual(['An, na', 'Köln', '34', '2024-01-05']);
    expect(table.cells).toHaveLength(4);
    // A list of quoted names is a list.
    const list = await bench.read('"name"\n"Berg, Anna"\n"Roth, Ben"\n"Lind, Cara"\n');
    expect(list.cells).toEqual([['Berg, Anna'], ['Roth, Ben'], ['Lind, Cara']]);
  });

  test('tables drawn with bars and lines', async () => {
    const drawn = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const markdown = [drawn(names), '|---|:--:|--:|---|', ...people.map(drawn)].join('\n');
    expect((await bench.read(markdown, {}, 't.md')).cells).toEqual(people);
    const mysql = ['+----+----+', '| id | city |', '+----+----+', '| 1 | Ulm |', '| 2 |  |', '+----+----+'].join('\n');
    const table = await bench.read(mysql, {}, 't.txt');
    expect([table.names, table.cells]).toEqual([
      ['id', 'city'],
      [
        ['1', 'Ulm'],
        ['2', null],
      ],
    ]);
    const psql = [' id | city ', '----+------', '  1 | Ulm', '  2 | Bonn', '(2 rows)'].join('\n');
    const second = await bench.read(psql, {}, 't.txt');
    expect([second.cells, second.rejects.total]).toEqual([
      [
        ['1', 'Ulm'],
        ['2', 'Bonn'],
      ],
      1,
    ]);
  });
});

describe('a line of names that is one short', () => {
  test('the first column names the rows where that fits what the values are', async () => {
    const rows = people.map((row, at) => [String(at + 1), ...row]);
    const table = await bench.read(`${names.join(',')}\n${lines(',', rows).join('\n')}\n`);
    expect(table.names).toEqual(['unnamed_1', ...names]);
    expect(table.warnings.join()).toContain('one name less');
    const last = await bench.read(`first_name,city,age\n${lines(',').join('\n')}\n`);
    expect(last.names).toEqual(['first_name', 'city', 'age', 'unnamed_4']);
    expect(last.cells).toEqual(people);
  });

  test('a person says it the other way', async () => {
    const path = await bench.file(`first_name,city,age\n${lines(',').join('\n')}\n`);
    const sniffed = await sniffSource(path, { directory: bench.work(), options: { rowNames: true } });
    expect(sniffed.columns.map(({ name }) => name)).toEqual(['unnamed_1', 'first_name', 'city', 'age']);
  });
});

describe('other readings', () => {
  test('none where one reading is right', async () => {
    expect((await sniff('id,email\n1,a@example.org\n2,b@example.org\n')).alternatives).toEqual([]);
  });

  test('words under words: the header is a choice, which is told', async () => {
    const text = 'alpha,beta\nred,small\nblue,large\ngreen,oval\n';
    expect((await sniff(text)).alternatives).toEqual([{ changed: { header: false }, columns: 2 }]);
    expect((await bench.read(text)).warnings.join()).toContain('--no-header');
  });

  test('a delimiter that cuts as well is offered with its columns', async () => {
    const text = 'x;y,z\n1;2,3\n4;5,6\n';
    const { alternatives, options } = await sniff(text);
    expect(alternatives.map(({ changed }) => changed.delimiter)).toContain(options.delimiter === ',' ? ';' : ',');
  });
});

const padded = (cells: readonly string[], widths: readonly number[]): string =>
  cells.map((cell, at) => (widths[at]! < 0 ? cell.padStart(-widths[at]!) : cell.padEnd(widths[at]!))).join('');
const clients = Array.from({ length: 14 }, (_, at) => [
  String(1000 + 37 * at),
  ['Ann', 'Bernhard', 'Cem'][at % 3]!,
  ['Öz', 'von der Heide', 'Li', 'Schmidt'][at % 4]!,
  `${at * 91}.50`,
  `19${50 + at}-0${1 + (at % 9)}-12`,
]);
const clientNames = ['NO', 'FIRST', 'LAST', 'BALANCE', 'BORN'];
const widths = [8, 12, 16, -9, -11];

test('columns at fixed places are found, with names, titles above and a foot below', async () => {
  const lines = [clientNames, ...clients].map((row) => padded(row, widths));
  const table = await bench.read(lines.join('\r\n'), {}, 'a.txt');
  expect([table.names, table.cells]).toEqual([clientNames, clients]);
  expect(table.options.columnsAt).toEqual([1, 9, 21, expect.any(Number), expect.any(Number)]);
  expect(table.warnings.join()).toContain('fixed places');
  const again = await bench.read(lines.join('\r\n'), { options: table.options }, 'a.txt');
  expect([again.names, again.cells]).toEqual([clientNames, clients]);
  const report = [
    'CLIENTS   PAGE 1',
    'RUN DATE 2026-11-01',
    '',
    ...lines,
    '   **** END OF REPORT, 14 RECORDS SELECTED ****',
  ];
  const titled = await bench.read(report.join('\n'), {}, 'b.txt');
  expect([titled.names, titled.cells, titled.rejects.total]).toEqual([clientNames, clients, 1]);
  const bare = await bench.read(lines.slice(1).join('\n'), {}, 'c.dat');
  expect([bare.cells, bare.options.header]).toEqual([clients, false]);
});

test('a blank inside the cells of a column parts nothing where its name goes on over it', async () => {
  const rows = Array.from({ length: 14 }, (_, n) => [
    `${10000 + n}`,
    ['Bonn', 'Hamburg'][n % 2]!,
    `+49 30 ${5255054 + n}`,
  ]);
  const lines = [['number', 'city', 'phone'], ...rows].map((row) => padded(row, [8, 9, 14]));
  const table = await bench.read(lines.join('\n'), {}, 'a.txt');
  expect([table.names, table.cells]).toEqual([['number', 'city', 'phone'], rows]);
});

test('a line of dashes below the names says where columns begin', async () => {
  const console = [
    'id          name                 city',
    '----------- -------------------- ----------',
    '          1 Ann Li               Bonn',
    '         20 Bernhard of Ulm      "Köln"',
    '',
    '(2 rows affected)',
  ];
  const { names, cells, rejects } = await bench.read(console.join('\n'));
  expect([names, cells, rejects.total]).toEqual([
    ['id', 'name', 'city'],
    [
      ['1', 'Ann Li', 'Bonn'],
      ['20', 'Bernhard of Ulm', '"Köln"'],
    ],
    1,
  ]);
});

test('columns that touch are cut where a person says, and nothing of a line is passed over', async () => {
  const glued = clients.map(
    ([no, first, last, , born]) => `${no}${first!.padEnd(8)}${last!.slice(0, 10).padEnd(10)}${born}`,
  );
  const plain = await bench.read(glued.join('\n'));
  expect([plain.cells[0]!.length, plain.warnings.join()]).toEqual([1, expect.stringContaining('equally long')]);
  const { cells } = await bench.read(glued.join('\n'), { options: { columnsAt: [5, 13, 23] } });
  expect(cells).toEqual(clients.map(([no, first, last, , born]) => [no, first, last!.slice(0, 10).trim(), born]));
});

test.each([
  [
    'prose',
    [
      'The quick brown fox jumps over the dog.',
      'It was a bright cold day in April and',
      'the clocks were striking thirteen.',
      'Call me Ishmael: some years ago',
      'mind how long precisely having little',
    ].join('\n'),
  ],
  ['phone numbers', `phone\n${clients.map(([no]) => `+49 30 ${no}99`).join('\n')}`],
  ['space-parted numbers', clients.map(([no]) => `${no} 12 34`).join('\n')],
  ['names of people', `name\n${clients.map((row) => `${row[1]} ${row[2]}`).join('\n')}`],
  ['CSV with aligned cells', clients.map((row) => row.map((cell) => cell.padEnd(14)).join(',')).join('\n')],
])('%s stand at no fixed places', async (_, text) => {
  expect((await bench.read(text)).options.form).toBeUndefined();
});
