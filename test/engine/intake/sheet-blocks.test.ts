// A sheet with more than one table, with titles, notes and totals around them; workbooks that begin with a cover page.
import { expect, test } from 'vitest';
import { writeZip } from '#test/support/write-zip.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const xml = '<?xml version="1.0"?>';
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="urn:x/${kind}" Target="${target}"/>`;
type Cell = string | number | null;

const cell = (value: Cell, column: number, row: number): string => {
  const at = `r="${String.fromCodePoint(65 + column)}${row + 1}"`;
  if (value === null) return '';
  return typeof value === 'number'
    ? `<c ${at}><v>${value}</v></c>`
    : `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`;
};

/** A workbook of sheets by name; a name that ends in `!` is hidden, a row without cells is blank. */
function workbook(sheets: Record<string, Cell[][]>): Buffer {
  const names = Object.keys(sheets);
  const listed = names.map(
    (name, at) =>
      `<sheet name="${name.replace('!', '')}" state="${name.endsWith('!') ? 'hidden' : 'visible'}" sheetId="${at + 1}" r:id="s${at}"/>`,
  );
  const sheetRelations = names.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/${at}.xml`));
  const rows = (cells: Cell[][]) =>
    cells.map((row, at) =>
      row.length === 0 ? '' : `<row r="${at + 1}">${row.map((one, n) => cell(one, n, at)).join('')}</row>`,
    );
  return writeZip({
    '[Content_Types].xml': `${xml}<Types/>`,
    '_rels/.rels': `${xml}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns:r="urn:r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships>${sheetRelations.join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((cells, at) => [
        `xl/worksheets/${at}.xml`,
        `${xml}<worksheet><sheetData>${rows(cells).join('')}</sheetData></worksheet>`,
      ]),
    ),
  });
}
const names = ['name', 'email', 'age'];
const people: Cell[][] = [
  ['Anna', 'a@example.org', 34],
  ['Ben', 'b@example.org', 41],
  ['Cara', 'c@example.org', 29],
];
const asText = people.map((row) => row.map(String));
const orders: Cell[][] = [
  ['sku', 'price'],
  ['A1', 3.5],
  ['B2', 4.5],
];
const read = (sheets: Record<string, Cell[][]>, table?: string) =>
  bench.read(workbook(sheets), table === undefined ? {} : { options: { table } }, 'a.xlsx');

test('of tables one below the other the largest is read, and each can be chosen', async () => {
  const sheet = { S: [['Customers'], names, ...people, [], ['Orders'], ...orders] };
  const table = await read(sheet);
  expect([table.names, table.cells, table.options.table]).toEqual([names, asText, 'S / Customers']);
  expect(table.warnings.join()).toContain('“S / Orders” (2 rows)');
  const other = await read(sheet, 'S / Orders');
  expect([other.names, other.cells]).toEqual([
    ['sku', 'price'],
    [
      ['A1', '3.5'],
      ['B2', '4.5'],
    ],
  ]);
  // A blank row inside one table parts nothing.
  const one = await read({ S: [names, ...people, [], ...people] });
  expect([one.rows, one.options.table]).toEqual([6, 'S']);
});

test('titles of several cells, notes, totals and names again are no rows', async () => {
  const titled = await read({
    S: [['Report', 'Customers'], ['Date', '2024-01-01'], names, ...people, [], ['Source: CRM']],
  });
  expect([titled.names, titled.cells]).toEqual([names, asText]);
  expect(titled.rejects.listed.map(({ kind }) => kind)).toEqual(['NOTE']);
  const groups = ['Person', null, null];
  const grouped = await read({ S: [['Report', 'Customers'], groups, names, ...people] });
  expect([grouped.rows, grouped.names[1]]).toEqual([3, 'email']);
  const two = await read({ S: [['Customers'], ['Person', null, 'Facts'], names, ...people] });
  expect(two.names).toEqual(['Person - name', 'Person - email', 'Facts - age']);
  const summed = await read({
    S: [
      ['name', 'sum'],
      ['Anna', 10],
      ['Ben', 20],
      ['Total', 30],
    ],
  });
  expect([summed.rows, summed.rejects.listed.map(({ kind }) => kind)]).toEqual([2, ['TOTAL']]);
  expect(
    (
      await read({
        S: [
          ['name', 'sum'],
          ['Anna', 10],
          ['Ben', 20],
          ['Total', 31],
        ],
      })
    ).rows,
  ).toBe(3);
  expect((await read({ S: [names, ...people, names, ...people] })).rejects.total).toBe(1);
});

test('a sheet with a table goes before a cover page, and before a hidden one', async () => {
  const cover: Cell[][] = [['This file holds customers.'], ['See the sheet Data.']];
  expect((await read({ README: cover, Data: [names, ...people] })).options.table).toBe('Data');
  const hidden = await read({ Cover: cover, 'Kept!': [names, ...people] });
  expect([hidden.options.table, hidden.warnings.join()]).toEqual(['Kept', expect.stringContaining('is hidden')]);
  expect((await read({ 'Kept!': orders, Data: [names, ...people] })).options.table).toBe('Data');
});

test('tables side by side are tables of their own, each offered, and read without the other', async () => {
  const beside = (left: Cell[] | undefined, right: Cell[] | undefined): Cell[] =>
    right === undefined ? (left ?? []) : [...(left ?? [null, null, null]), null, ...right];
  const more: Cell[][] = [...people, ['Dora', 'd@example.org', 50], ['Eli', 'e@example.org', 19]];
  const S = [names, ...more].map((row, at) => beside(row, orders[at]));
  const table = await read({ S });
  expect([table.names, table.cells]).toEqual([names, more.map((row) => row.map(String))]);
  expect(table.warnings.join()).toContain('“S / sku, price” (2 rows)');
  const right = await read({ S }, 'S / sku, price');
  expect([right.names, right.cells]).toEqual([
    ['sku', 'price'],
    [
      ['A1', '3.5'],
      ['B2', '4.5'],
    ],
  ]);
  // Titles of their own part them, and so does a name that both have.
  const titled = [
    beside(['Customers', null, null], ['Staff', null, null]),
    ...[names, ...people].map((row) => beside(row, row)),
  ];
  const staff = await read({ S: titled }, 'S / Staff');
  expect([staff.names, staff.rows, staff.warnings.join()]).toEqual([
    names,
    3,
    expect.stringContaining('“S / Customers” (3 rows)'),
  ]);
});

test('a blank column may stand in one table: it is read whole, and its sides are offered', async () => {
  const right: Cell[][] = [
    ['sku', 'price'],
    ['A1', 3.5],
    ['B2', 4.5],
    ['C3', 5],
  ];
  const S = [names, ...people].map((row, at) => [...row, null, ...right[at]!]);
  const whole = await read({ S });
  expect([whole.rows, whole.names.slice(4)]).toEqual([3, ['sku', 'price']]);
  expect(whole.warnings.join()).toContain('each side can be chosen');
  expect((await read({ S }, 'S / sku, price')).cells).toEqual(right.slice(1).map((row) => row.map(String)));
  // A table that begins in the second column has no column without a name.
  expect((await read({ S: [names, ...people].map((row) => [null, ...row]) })).names).toEqual(names);
});

test('what stands later in a column that was blank is told', async () => {
  const rows: Cell[][] = Array.from({ length: 1200 }, (_, at) => [null, `p${at}`, at]);
  rows[1100] = ['x', 'p1100', 1100];
  const table = await read({ S: [[null, 'name', 'age'], ...rows] });
  expect([table.rows, table.names]).toEqual([1200, ['name', 'age']]);
  expect(table.warnings.join()).toContain('1 row holds something in a column beside the table');
});
