import { describe, expect, it } from 'vitest';
import { codeRows, type CodedColumn } from '../coded/coded-table.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { buildHierarchy } from './build-hierarchy.ts';
import { codeHierarchy } from './code-hierarchy.ts';
import { parseHierarchy } from './parse-hierarchy.ts';

const parse = (text: string | Buffer) => parseHierarchy(Buffer.from(text), 'x_hierarchy_job.csv');
const column = (values: readonly (string | null)[], name = 'job'): CodedColumn =>
  codeRows(
    [name],
    values.map((value) => [value]),
  ).columns[0]!;
/** What each value reads at each level. */
const labels = ({ levels }: CodedHierarchy, { values }: CodedColumn): string[][] =>
  values.map((_, code) => levels.map((level) => level.labels[level.of[code]!]!));

describe('a hierarchy file', () => {
  it('is read by value, with the leaves under every label, those that no row has among them', () => {
    const rows = column(['nurse', 'clerk', 'nurse']);
    const coded = codeHierarchy(parse('clerk;office;*\r\nnurse;care;*\ndoctor;care;*\n'), rows);
    expect(labels(coded, rows)).toEqual([
      ['nurse', 'care', '*'],
      ['clerk', 'office', '*'],
    ]);
    expect(coded.domain).toBe(3);
    const care = coded.levels[1]!.labels.indexOf('care');
    expect(coded.levels[1]!.leaves[care]).toBe(2);
    expect([...coded.levels[2]!.leaves]).toEqual([3]);
    expect([...coded.levels[0]!.leaves]).toEqual([1, 1, 1]);
  });

  it('may use one label on two levels, and say the same line twice', () => {
    const rows = column(['a', 'b']);
    const coded = codeHierarchy(parse('a;a;*\nb;x;*\nc;a;*\nb;x;*\n'), rows);
    expect(labels(coded, rows)).toEqual([
      ['a', 'a', '*'],
      ['b', 'x', '*'],
    ]);
    expect(coded.domain).toBe(3);
    expect(coded.levels[1]!.leaves[coded.levels[1]!.labels.indexOf('a')]).toBe(2);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffBäcker;Küche;*\n')],
    ['UTF-16', Buffer.from('\ufeffBäcker;Küche;*\n', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffBäcker;Küche;*\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Bäcker;Küche;*\n', 'latin1')],
  ])('is read in %s', (_name, bytes) => {
    const rows = column(['Bäcker']);
    expect(labels(codeHierarchy(parse(bytes), rows), rows)).toEqual([['Bäcker', 'Küche', '*']]);
  });

  it('reads quoted fields, and an empty cell by the line before whose first ; nothing stands', () => {
    const rows = column(['a;b', null, '']);
    expect(labels(codeHierarchy(parse('"a;b";x;*\n;none;*\n'), rows), rows)).toEqual([
      ['a;b', 'x', '*'],
      ['', 'none', '*'],
      ['', 'none', '*'],
    ]);
  });

  it.each([
    ['an empty file', '', 'is empty'],
    ['blank lines alone', '\n\n', 'is empty'],
    ['values without labels', 'a\nb\n', 'no label'],
    ['a short line', 'a;x;*\nb;x\n', 'line 2, has 2 fields where the first line has 3'],
    ['a long line', 'a;x;*\nb;x;*;*\n', 'line 2, has 4 fields'],
    ['a hole', 'a;x;*\nb;;*\n', 'line 2, has no label at level 1'],
    ['one value twice', 'a;x;*\nb;y;*\na;y;*\n', 'line 3: the value stands in line 1'],
    [
      'a label with two parents',
      'a;x;p;*\nb;x;q;*\n',
      'line 2: the label at level 1 lies under another one than in line 1',
    ],
    ['a cycle of two lines', 'a;b;*\nb;a;*\n', 'line 2: the label at level 1 lies above itself'],
    ['a cycle in one line', 'a;b;a;*\n', 'lies above itself'],
    ['a quote that is not closed', 'a;"x;*\nb;x;*\n', 'a quoted field is not closed'],
  ])('is refused for %s', (_name, text, sentence) => {
    expect(() => parse(text)).toThrow(sentence);
  });

  it('is refused where the data has values that it lacks: how many, in how many rows, and none of them', () => {
    const rows = column(['a', 'secret', 'secret', null, 'other']);
    expect(() => codeHierarchy(parse('a;x;*\n'), rows)).toThrow(
      'x_hierarchy_job.csv lacks 3 values of “job”, the empty one among them, in 4 rows.',
    );
    expect(() => codeHierarchy(parse('a;x;*\n'), rows)).not.toThrow(/secret/);
  });
});

describe('a hierarchy that is built', () => {
  const every = ({ levels }: CodedHierarchy): void => {
    for (const [at, { of, leaves, labels: names }] of levels.entries()) {
      expect(leaves.reduce((sum, many) => sum + many, 0)).toBe(of.length);
      expect(new Set(names).size).toBe(names.length);
      if (at === 0) continue;
      // A level is a function of the one before, and puts something together.
      const above = new Map<number, number>();
      for (const [code, label] of levels[at - 1]!.of.entries()) {
        expect(above.get(label) ?? of[code]).toBe(of[code]);
        above.set(label, of[code]!);
      }
      expect(names.length).toBeLessThanOrEqual(levels[at - 1]!.labels.length);
    }
    expect(levels.at(-1)!.labels).toEqual(['*']);
  };

  it.each([
    ['ages', 'age', Array.from({ length: 90 }, (_, at) => String(at)), 'interval'],
    ['amounts', 'spend', Array.from({ length: 60 }, (_, at) => (at * 3.7).toFixed(2)), 'interval'],
    ['dates', 'born', Array.from({ length: 40 }, (_, at) => `19${50 + at}-0${1 + (at % 9)}-11`), 'date'],
    [
      'dates of several forms, one of them none',
      'born',
      [
        ...Array.from({ length: 40 }, (_, at) =>
          at % 2 === 0 ? `${13 + (at % 9)}.03.19${50 + at}` : `19${50 + at}-05-11`,
        ),
        '?',
      ],
      'date',
    ],
    ['postal codes', 'zip', Array.from({ length: 40 }, (_, at) => String(10_000 + at * 317)), 'prefix'],
    ['codes with a nought first', 'branch', Array.from({ length: 40 }, (_, at) => `0${1000 + at * 37}`), 'prefix'],
    ['coordinates', 'latitude', Array.from({ length: 80 }, (_, at) => (at * 1.73457 - 62).toFixed(5)), 'cell'],
    ['coordinates of another name', 'x', Array.from({ length: 80 }, (_, at) => (at * 1.73457).toFixed(5)), 'interval'],
    ['numbers called as coordinates are', 'long', Array.from({ length: 80 }, (_, at) => String(at * 7)), 'interval'],
    ['words', 'city', Array.from({ length: 300 }, (_, at) => ['Bonn', 'Ulm', `place ${at}`][at % 3]!), 'tree'],
    ['one value', 'x', ['a', 'a'], 'tree'],
    ['empty cells among numbers', 'n', [null, '', ...Array.from({ length: 50 }, (_, at) => String(at))], 'interval'],
    ['nothing but empty cells', 'n', [null, null], 'tree'],
  ])('of %s', (_name, name, values, kind) => {
    const built = buildHierarchy(column(values, name));
    expect(built.kind).toBe(kind);
    every(built.hierarchy);
  });

  it('puts coordinates into cells of stated size, south and west of nought, too', () => {
    const east = ['50.9375', '50.9379', '50.9412', '50.8', '51.7', '7.3'];
    const rows = column([...east, '-0.12574', '-0.1299', '-0.16', '-0.3', '-3.2', '-33.86'], 'lat');
    const found = labels(buildHierarchy(rows).hierarchy, rows);
    expect(found[0]).toEqual(['50.9375', '50.93 to <50.94', '50.9 to <51.0', '50 to <51', '50 to <60', '*']);
    expect(found[6]).toEqual(['-0.12574', '-0.13 to <-0.12', '-0.2 to <-0.1', '-1 to <0', '-10 to <0', '*']);
    expect(found[5]!.slice(1, 3)).toEqual(['7.30 to <7.31', '7.3 to <7.4']);
  });

  it('puts ages into the groups people know', () => {
    const rows = column(['17', '18', '24', '30', '40', '60', '80'], 'age');
    expect(labels(buildHierarchy(rows).hierarchy, rows)[1]).toEqual(['18', '18-24', '18-34', '18-54', '*']);
  });

  it('keeps months, quarters, years and decades of dates', () => {
    const rows = column(['1984-05-03', '1984-06-03', '1991-01-01', '1991-12-01', '1999-12-02'], 'born');
    expect(labels(buildHierarchy(rows).hierarchy, rows)[0]).toEqual(['1984-05-03', '1984-Q2', '1984', '1980s', '*']);
  });
});
