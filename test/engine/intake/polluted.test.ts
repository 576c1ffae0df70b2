import { describe, expect, it } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const names = ['Order', 'Amount', 'Town', 'Remark'];
const rows = Array.from({ length: 12 }, (_, at) => [
  `A-${100 + at}`,
  `${at}.50`,
  ['Bonn', 'Lyon', 'Turin'][at % 3]!,
  `sent ${at}`,
]);
const lines = (all: readonly (readonly string[])[], delimiter = ','): string =>
  all.map((row) => row.join(delimiter)).join('\r\n');

describe('one polluted line costs no more than itself', () => {
  it('a preamble that is padded with delimiters, a padded blank line below it', async () => {
    const table = await bench.read(lines([['Report of May', '', '', ''], ['', '', '', ''], names, ...rows]));
    expect(table.names).toEqual(names);
    expect(table.cells).toEqual(rows);
    expect(table.options.skipLines).toBe(2);
  });

  it.each([2, 3])('names that stand %i times are names once', async (times) => {
    const table = await bench.read(lines([...Array.from({ length: times }, () => names), ...rows]));
    expect(table.names).toEqual(names);
    expect(table.cells).toEqual(rows);
    expect(table.warnings.length).toBeGreaterThan(0);
  });

  it('rows that are equal to the first one stay rows', async () => {
    const table = await bench.read(lines([rows[0]!, rows[0]!, ...rows]), { options: { header: false } });
    expect(table.rows).toBe(14);
    const named = await bench.read(lines([names, rows[0]!, rows[0]!, ...rows]));
    expect(named.rows).toBe(14);
  });

  it.each([0, 1, 2, 3])('a stray quote before name %i', async (at) => {
    const stray = names.map((name, index) => (index === at ? `"${name}` : name));
    const table = await bench.read(lines([stray, ...rows]));
    expect(table.names).toEqual(names);
    expect(table.cells).toEqual(rows);
    expect(table.warnings.join(' ')).toContain('A quote in the line of names is never closed');
    expect(table.rejects.total).toBe(0);
  });

  it('a stray quote in the first of rows without names is a row set aside', async () => {
    const bare = rows.map((row) => [row[0]!.slice(2), row[1]!, row[1]!]);
    const table = await bench.read(lines([[`"${bare[0]![0]}`, '1', '2'], ...bare]), { options: { header: false } });
    expect([table.rows, table.rejects.total]).toEqual([12, 1]);
  });

  it.each([1, 2, 3, 4])('a delimiter too many in the line of names, before place %i', async (at) => {
    const table = await bench.read(lines([[...names.slice(0, at), '', ...names.slice(at)], ...rows]));
    expect(table.names).toEqual(names);
    expect(table.cells).toEqual(rows);
    expect(table.warnings.join(' ')).toContain('more than the rows');
  });

  it('a blank name with values below it stays a column', async () => {
    const table = await bench.read(lines([['Order', '', 'Town', 'Remark'], ...rows]));
    expect(table.names).toEqual(['Order', 'unnamed_2', 'Town', 'Remark']);
    expect(table.cells).toEqual(rows);
  });
});

describe('a space after every delimiter', () => {
  it('is none of the names or cells, and is told', async () => {
    const quoted = rows.map((row, at) => [row[0]!, row[1]!, at === 3 ? '' : row[2]!, `"${row[3]}, at noon"`]);
    const table = await bench.read(lines([names, ...quoted], ', '));
    expect(table.names).toEqual(names);
    expect(table.cells).toEqual(
      rows.map((row, at) => [row[0], row[1], at === 3 ? null : row[2], `${row[3]}, at noon`]),
    );
    expect(table.warnings.join(' ')).toContain('A space follows every delimiter');
  });

  it('stays where only some cells begin with one', async () => {
    const table = await bench.read(lines([names, [' a', ' 1', ' x', 'y'], ...rows]));
    expect(table.cells[0]).toEqual([' a', ' 1', ' x', 'y']);
  });
});

describe('a quote that is closed only rows further down', () => {
  it('is told, with the lines that it took into a cell', async () => {
    const quoted = rows.map((row) => [row[0]!, `"${row[1]}"`, row[2]!, row[3]!]);
    const text = [...quoted.slice(0, 2), ['A-1', '1', '"Bonn', 'x'], ...rows.slice(3, 7), ['A-2', '2', 'Bonn"', 'x']];
    const table = await bench.read(lines([names, ...text, ...quoted.slice(8)]));
    expect(table.warnings.join(' ')).toMatch(/4 lines from line 5 on stand within quotes and read like rows/);
  });

  it('is text where nothing else is quoted', async () => {
    const text = [...rows.slice(0, 2), ['A-1', '1', '"Bonn', 'x'], ...rows.slice(3, 7), ['A-2', '2', 'Bonn"', 'x']];
    const table = await bench.read(lines([names, ...text, ...rows], '\t'), {}, 'table.tsv');
    expect(table.rows).toBe(text.length + rows.length);
    expect(table.cells[2]).toEqual(['A-1', '1', '"Bonn', 'x']);
  });

  it('a cell of several lines that are no rows is no cause for a word', async () => {
    const table = await bench.read(
      lines([names, ['A-1', '1', 'Bonn', '"one\r\ntwo\r\nthree, four\r\nfive"'], ...rows]),
    );
    expect(table.warnings).toEqual([]);
  });
});
