// What a workbook shows and what is lost in it: padded numbers, spans of time, long digits, formulas without a result,
// merged areas, hidden sheets.
import { expect, test } from 'vitest';
import { writeZip } from '#test/support/write-zip.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const xml = '<?xml version="1.0"?>';
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="urn:x/${kind}" Target="${target}"/>`;
const formats = ['00000', '[hh]:mm:ss', '000-00-0000', '0.00'];

/** A workbook of sheets by name, in this order; a name that ends in `!` is hidden. */
function workbook(sheets: Record<string, string>): Buffer {
  const names = Object.keys(sheets);
  const listed = names.map((name, at) => {
    const state = name.endsWith('!') ? 'hidden' : 'visible';
    return `<sheet name="${name.replace('!', '')}" state="${state}" sheetId="${at + 1}" r:id="s${at}"/>`;
  });
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
  return writeZip({
    '[Content_Types].xml': `${xml}<Types/>`,
    '_rels/.rels': `${xml}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns:r="urn:r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${xml}<Relationships>${names.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/${at}.xml`)).join('')}` +
      `${relation('st', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml':
      `${xml}<styleSheet><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs>` +
      '</styleSheet>',
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [`xl/worksheets/${at}.xml`, `${xml}<worksheet>${rows}</worksheet>`]),
    ),
  });
}
const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const rows = (...cells: string[]) => `<sheetData>${cells.map((row) => `<row>${row}</row>`).join('')}</sheetData>`;

test('padded numbers, spans of time and long digits are read as they are shown, and lost digits are told', async () => {
  const file = workbook({
    S: rows(
      ['plz', 'hours', 'ssn', 'id', 'sum'].map(text).join(''),
      number('1067', 1) +
        number('1.104166666666667', 2) +
        number('12345678', 3) +
        number('1234567890123456789') +
        number('2.5', 4),
      number('20095', 1) + number('0.5', 2) + number('987654321', 3) + number('12') + number('3', 4),
    ),
  });
  const table = await bench.read(file, {}, 'a.xlsx');
  expect(table.cells).toEqual([
    ['01067', '26:30:00', '012-34-5678', '1234567890123456789', '2.5'],
    ['20095', '12:00:00', '987-65-4321', '12', '3'],
  ]);
  expect(table.warnings.join(' ')).toMatch(/1 cell holds a number of 16 digits or more/);
});

test('formulas without a stored result and areas shown as one are told with their count, those of the header not', async () => {
  const formula = '<c><f>B2*2</f><v></v></c>';
  const file = workbook({
    S:
      rows(
        text('region') + text('n') + text('double'),
        text('North') + number('1') + formula,
        `<c r="B3"><v>2</v></c>${formula}`,
        text('South') + number('3') + '<c><f>B4*2</f><v>6</v></c>',
      ) + '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B1:C1"/></mergeCells>',
  });
  const { warnings, cells } = await bench.read(file, {}, 'a.xlsx');
  expect(cells).toEqual([
    ['North', '1', null],
    ['North', '2', null],
    ['South', '3', '6'],
  ]);
  expect(warnings.join(' ')).toMatch(/2 cells hold a formula whose result was never stored/);
  expect(warnings.join(' ')).toMatch(
    /1 merged area lies over the rows: the value that each shows was written into 1 empty cell/,
  );
  const left = await bench.read(file, { options: { merged: 'leave' } }, 'a.xlsx');
  expect(left.cells[1]).toEqual([null, '2', null]);
  expect(left.warnings.join(' ')).toMatch(/1 merged area lies over the rows: the value stands in the first cell/);
});

test('a merged area shows its value in each of its rows and columns; a heading between rows stays one cell', async () => {
  const file = workbook({
    S:
      rows(
        text('region') + text('city') + text('q1') + text('q2'),
        text('North') + text('Kiel') + text('none') + '<c/>',
        '<c/>' + text('Bremen') + text('1') + text('2'),
        text('Southern part'),
        text('South') + text('Ulm') + text('3') + text('4'),
        '<c/>' + text('Linz') + text('5') + text('6'),
      ) +
      '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:D2"/><mergeCell ref="A4:D4"/><mergeCell ref="A5:A6"/></mergeCells>',
  });
  const { warnings, cells } = await bench.read(file, {}, 'a.xlsx');
  expect(cells).toEqual([
    ['North', 'Kiel', 'none', 'none'],
    ['North', 'Bremen', '1', '2'],
    ['Southern part', null, null, null],
    ['South', 'Ulm', '3', '4'],
    ['South', 'Linz', '5', '6'],
  ]);
  expect(warnings.join(' ')).toMatch(/4 merged areas [^.]*3 empty cells[\s\S]*1 row holds nothing but one merged cell/);
});

test('a sheet that is to be seen goes before a hidden one, and the others are named', async () => {
  const people = rows(text('name') + text('city'), text('Ann') + text('Bonn'));
  const file = workbook({ 'Codes!': rows(text('code'), text('a')), 'Read me': rows(), People: people });
  const { options, warnings, names } = await bench.read(file, {}, 'a.xlsx');
  expect(names).toEqual(['name', 'city']);
  expect(options.table).toBe('People');
  expect(warnings[0]).toMatch(/“Codes \(hidden\)”, “Read me”/);
  const chosen = await bench.read(file, { options: { table: 'Codes' } }, 'a.xlsx');
  expect(chosen.names).toEqual(['code']);
});
