// What stands in a text beside its table, as spreadsheets, banks and reports write it.
import { describe, expect, it } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${line(at + 1)}\n`).join('');
const told = (warnings: readonly string[], word: RegExp): boolean => warnings.some((warning) => word.test(warning));

describe('lines before the table that are padded with its delimiters', () => {
  it.each([
    ['account facts over a blank line', '"Konto:";"DE02";\n"Zeitraum:";"Januar";\n\n', 'Tag;Wer;Betrag'],
    ['a title and a date, no blank line', 'Sales by customer,,\n2026-01-31,,\n', 'day,who,amount'],
    ['a title over a blank line', 'Report\t\t\n\n', 'day\twho\tamount'],
  ])('%s', async (_name, above, names) => {
    const mark = /[;,\t]/.exec(names)![0];
    const read = await bench.read(`${above}${names}\n${lines(12, (n) => [`0${n}.01.2026`, `Ann ${n}`, n].join(mark))}`);
    expect([read.names, read.rows]).toEqual([names.split(mark), 12]);
    expect(told(read.warnings, /stand.* before the table/)).toBe(true);
  });

  it.each([
    ['Customer report,,,\nAccount holder,Erika Muster,,\n', 2],
    ['Customers\n\nAccount:,DE02120300000000202051\n', 3],
    ['Customers\nAccount:,DE02\nHolder:,Max Muster\nPeriod: 2026\n', 4],
  ])('right above the names, words and what they say: %j', async (above, skipped) => {
    const read = await bench.read(
      `${above}email,city,visits,note\n${lines(9, (n) => `a${n}@x.org,Bonn,${n},sent late`)}`,
    );
    expect([read.names, read.rows]).toEqual([['email', 'city', 'visits', 'note'], 9]);
    expect(read.options.skipLines).toBe(skipped);
  });

  it('comments above a short table and between its rows', async () => {
    const read = await bench.read('# Some remarks\n# Made by hand\na;b\n# one more\n1;3\n6;7\n# the last\n');
    expect([read.names, read.cells]).toEqual([
      ['a', 'b'],
      [
        ['1', '3'],
        ['6', '7'],
      ],
    ]);
    expect([read.options.skipLines, read.rejects.total]).toEqual([2, 2]);
  });

  it('leaves a table alone whose first rows are only half full', async () => {
    const read = await bench.read(`name,city,note\nAnn,,\nBob,Ulm,\n${lines(9, (n) => `Cy ${n},Bonn,x`)}`);
    expect([read.names, read.rows]).toEqual([['name', 'city', 'note'], 11]);
  });
});

it('reads the rows between a record that heads them and one that ends them', async () => {
  const rows = lines(5, (n) => `D|000${n}|Ann ${n}|DE02|${n}.50`);
  const read = await bench.read(`H|20260131|ACME BANK\n${rows}T|5\n`, {}, 'bank.txt');
  expect([read.columns.length, read.rows, read.rejects.total]).toEqual([5, 5, 1]);
  expect(read.cells[0]).toEqual(['D', '0001', 'Ann 1', 'DE02', '1.50']);
});

describe('several tables under titles', () => {
  const text =
    `Summary\nmetric,value\n${lines(3, (n) => `m${n},${n}`)}\nBy city\ncity,users,sales\n` +
    `${lines(6, (n) => `City ${n},${n},${n}`)}\n"By month",,\nmonth,users,sales\n${lines(2, (n) => `M${n},1,2`)}`;

  it('are listed, the largest is read, and that is told', async () => {
    const read = await bench.read(text);
    expect([read.names, read.rows]).toEqual([['city', 'users', 'sales'], 6]);
    expect(read.warnings.join(' ')).toMatch(/By city.*Summary.*3 rows.*By month.*2 rows/);
  });

  it('are read by their titles', async () => {
    const read = await bench.read(text, { options: { table: 'Summary' } });
    expect([read.names, read.cells]).toEqual([
      ['metric', 'value'],
      [
        ['m1', '1'],
        ['m2', '2'],
        ['m3', '3'],
      ],
    ]);
  });

  it('are no tables where a blank line only parts rows of one', async () => {
    const read = await bench.read(`a,b\n1,2\n3,4\n\n5,6\n7,8\n`);
    expect(read.rows).toBe(4);
  });
});

it('leaves out rows of nothing but delimiters and lists them, in a large file too', async () => {
  const read = await bench.read(`id,name,zip\n${lines(40, (n) => `${n},Name ${n},1000${n}`)}${',,\n'.repeat(200)}`);
  expect([read.rows, read.rejects.total, read.rejects.listed[0]!.line]).toEqual([40, 200, 42]);
  expect(told(read.warnings, /200 rows of nothing but delimiters/)).toBe(true);

  const large = await bench.read(`id,name\n${lines(300_000, (n) => `${n},Name number ${n}`)},\r\n1,x\n`);
  expect([large.rows, large.rejects.total]).toEqual([300_001, 1]);

  // A first cell that is empty makes no row empty.
  const sparse = await bench.read(`a,b\n${lines(50, (n) => `,${n}`)}${lines(50, (n) => `${n},`)}`);
  expect([sparse.rows, sparse.rejects.total]).toEqual([100, 0]);
});

describe('a row of totals at the end', () => {
  const rows = lines(20, (n) => `C${n};${n};${n},50`);
  const table = `customer;orders;revenue\n${rows}`;

  it('is left out where it is the sum, whatever the language', async () => {
    for (const total of ['Summe;210;220,00', 'Total:;210;', 'Итого;;220,00', '合計;210;220,00']) {
      const read = await bench.read(`${table}${total}\n`);
      expect([read.rows, read.rejects.total], total).toEqual([20, 1]);
      expect(told(read.warnings, /total/), total).toBe(true);
    }
  });

  it('is left out behind a row of nothing', async () => {
    const read = await bench.read(`${table};;\nSumme;210;220,00\n`);
    expect([read.rows, read.rejects.total, told(read.warnings, /total/)]).toEqual([20, 2, true]);
  });

  it('stays, and is told, where nothing adds up to it', async () => {
    const read = await bench.read(`${table}Total;3;17,00\n`);
    expect([read.rows, told(read.warnings, /called a total/)]).toEqual([21, true]);
  });

  it('stays where a person keeps totals, and where no word says that it is one', async () => {
    expect((await bench.read(`${table}Summe;210;220,00\n`, { options: { totals: 'keep' } })).rows).toBe(21);
    expect((await bench.read(`${table}C21;210;220,00\n`)).rows).toBe(21);
  });
});
