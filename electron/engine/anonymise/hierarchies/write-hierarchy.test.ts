import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOfTree, treeOfRows } from '#shared/hierarchies/tree/hierarchy-tree.ts';
import { seeded } from '#test/support/seeded.ts';
import { parseHierarchy } from './parse-hierarchy.ts';
import { writeHierarchy } from './write-hierarchy.ts';

/** What the editor does with a file that nothing is changed in. */
function through(bytes: Buffer): Buffer {
  const read = treeOfRows(parseHierarchy(bytes, 'h.csv').rows);
  if (!read.ok) throw new Error(read.fault.code);
  return writeHierarchy(rowsOfTree(read.tree), bytes);
}

const adult = process.env['CUSTOS_ADULT'] ?? resolve(import.meta.dirname, '../../../../../shared/data/adult/adult.csv');
const folder = join(dirname(adult), 'hierarchies');

describe('a hierarchy that is written as it was read', () => {
  it.each([
    ['plain lines', Buffer.from('a;x;*\nb;y;*\n')],
    ['no line end at the end', Buffer.from('a;x;*\r\nb;y;*')],
    ['line ends of several kinds, and blank lines', Buffer.from('a;x;*\r\n\nb;y;*\n\r\nc;y;*\r')],
    ['quotes where none are needed', Buffer.from('"a";x;"*"\nb;"y;z";*\n')],
    ['blanks around fields, and a line twice', Buffer.from('a; x ;*\na; x ;*\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffBäcker;Küche;*\n')],
    ['UTF-16', Buffer.from('\ufeffBäcker;Küche;*\n', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffBäcker;Küche;*\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Bäcker;Küche;*\n', 'latin1')],
  ])('keeps every byte: %s', (_name, bytes) => {
    expect(through(bytes).equals(bytes)).toBe(true);
  });

  it('keeps every byte of random files', () => {
    const random = seeded(5);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    for (let turn = 0; turn < 60; turn += 1) {
      const end = pick(['\n', '\r\n']);
      const quote = (label: string): string =>
        random() < 0.3 || /[;"]/.test(label) ? `"${label.replaceAll('"', '""')}"` : label;
      const lines = Array.from({ length: 1 + Math.floor(random() * 20) }, (_, at) =>
        [`${pick(['a', 'ä', 'b;', 'c"d'])}${at}`, `g${at % 4}ü`, '*'].map(quote).join(';'),
      );
      const text = lines.join(end) + pick(['', end]);
      const bytes = pick([Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')]);
      expect(through(bytes).equals(bytes)).toBe(true);
    }
  });

  it('keeps every byte of the hierarchies that ARX ships for Adult', (context) => {
    if (!existsSync(folder)) return context.skip('CUSTOS_ADULT names no file with hierarchies beside it');
    const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      expect([file, through(bytes).equals(bytes)]).toEqual([file, true]);
    }
  });
});

describe('a hierarchy that was changed', () => {
  it('keeps the lines that stayed, and the encoding, line ends and quotes of the file', () => {
    const like = Buffer.from('"ä";"x";"*"\r\n"b";"x";"*"', 'latin1');
    const rows = [
      ['ä', 'x', '*'],
      ['b', 'ö', '*'],
    ];
    expect(writeHierarchy(rows, like).toString('latin1')).toBe('"ä";"x";"*"\r\n"b";"ö";"*"');
  });

  it('takes UTF-8 where the encoding of the file lacks a character', () => {
    const written = writeHierarchy([['ä', 'Łódź']], Buffer.from('ä;x\n', 'latin1'));
    expect(written.toString()).toBe('\ufeffä;Łódź\n');
  });

  it('quotes by need where it was read from no file, and reads the same again', () => {
    const rows = [
      ['a;b', 'say "x"', '*'],
      [' c', 'two\nlines', '*'],
      ['', 'none', '*'],
    ];
    const bytes = writeHierarchy(rows, null);
    expect(bytes.toString()).toBe('"a;b";"say ""x""";*\n" c";"two\nlines";*\n;none;*\n');
    expect(parseHierarchy(bytes, 'h.csv').rows).toEqual(rows);
  });
});
