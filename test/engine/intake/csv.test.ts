import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { importSource } from '#engine/intake/import-source.ts';
import { openSource } from '#engine/intake/open-source.ts';
import { readRejects } from '#engine/intake/rejects-file.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const sniff = async (content: string | Uint8Array, name = 't.csv') =>
  sniffSource(await bench.file(content, name), { directory: bench.work() });
const people = Array.from({ length: 30 }, (_, index) => [
  `Person ${index}`,
  String(20 + index),
  ['Bonn', 'Ulm', 'Kiel'][index % 3]!,
]);

describe('what comes out is what lies in the file', () => {
  test('long ids, leading zeros, "" beside nothing, words that look like null, lines that begin with #', async () => {
    const content =
      'id,zip,note\n12345678901234567890,00123,""\n9007199254740993,01234,\n# 3,NULL,NA\n01/02/2024,1e5,\\N\n';
    const table = await bench.read(content);
    expect(table.names).toEqual(['id', 'zip', 'note']);
    expect(table.cells).toEqual([
      ['12345678901234567890', '00123', ''],
      ['9007199254740993', '01234', null],
      ['# 3', 'NULL', 'NA'],
      ['01/02/2024', '1e5', '\\N'],
    ]);
    expect(table.rows).toBe(4);
    expect(table.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(table.rejects).toEqual({ total: 0, listed: [] });
    expect(table.warnings).toEqual([]);
  });

  test.each([
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
  ])('line end %j, with and without one at the end of the file', async (end) => {
    for (const last of ['', end])
      expect((await bench.read(`a,b${end}1,"x\ny"${end}2,"p\r\nq"${last}`)).cells).toEqual([
        ['1', 'x\ny'],
        ['2', 'p\r\nq'],
      ]);
  });

  test('mixed line ends lose nothing and are said', async () => {
    const table = await bench.read('a,b\r\n1,2\n3,4\r5,6\r\n7,8');
    expect(table.cells).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
    ]);
    expect(table.warnings.join()).toContain('mixes line ends');
  });

  test('quotes inside fields: doubled, after a backslash, bare in the middle, after a space', async () => {
    expect((await bench.read('a,b\n"x ""y"" z",1\n5" pipe,2\n"q", "r,s"\n')).cells).toEqual([
      ['x "y" z', '1'],
      ['5" pipe', '2'],
      ['q', 'r,s'],
    ]);
    const backslash = await bench.read('a,b\n"x \\"y\\" z",1\n"C:\\\\dir","\\n"\n');
    expect(backslash.options.escape).toBe('\\');
    expect(backslash.cells).toEqual([
      ['x "y" z', '1'],
      ['C:\\dir', '\\n'],
    ]);
  });

  /** RFC 4180 knows no backslash: before a doubled quote it is one, and a quote follows. */
  test.each([
    ['in every row', (row: number) => `a:2:{s:5:\\"en-${row}";s:8:\\"en;q=0.5"}`, ','],
    ['in one row of many', (row: number) => (row === 33 ? 'C:\\dir "x"\\" end' : 'plain'), ','],
    ['at the end of the cell', (row: number) => `C:\\dir${row};\\"`, ';'],
    ['before a line break', (row: number) => `first\\"\nline, ${row}\\`, '\t'],
  ])('a backslash before a doubled quote %s is no escape', async (_, note, delimiter) => {
    const cells = Array.from({ length: 40 }, (__, row) => [String(row), `u${row}@example.org`, note(row), 'end']);
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const lines = [['id', 'email', 'note', 'last'], ...cells].map((row) => row.map(quoted).join(delimiter));
    const table = await bench.read(`${lines.join('\n')}\n`);
    expect(table.cells).toEqual(cells);
    expect(table.options.escape).toBe('"');
  });

  test.each([
    ['utf-8', Buffer.from('name,n\nZoë €,1\n漢😀,2\n')],
    ['utf-8', Buffer.from('\ufeffname,n\nZoë €,1\n漢😀,2\n')],
    ['utf-16le', Buffer.from('\ufeffname,n\nZoë €,1\n漢😀,2\n', 'utf16le')],
    ['utf-16le', Buffer.from('name,n\nZoë €,1\n漢😀,2\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffname,n\nZoë €,1\n漢😀,2\n', 'utf16le').swap16()],
    ['utf-16be', Buffer.from('name,n\nZoë €,1\n漢😀,2\n', 'utf16le').swap16()],
  ])('%s', async (encoding, content) => {
    const table = await bench.read(content);
    expect(table.options.encoding).toBe(encoding);
    expect(table.names).toEqual(['name', 'n']);
    expect(table.cells).toEqual([
      ['Zoë €', '1'],
      ['漢😀', '2'],
    ]);
    expect(table.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  test('Windows-1252, also where the first byte beyond ASCII comes late; bytes without a character are counted', async () => {
    const latin = (text: string) => Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
    expect((await bench.read(latin('name,n\nZoë €,1\n'))).cells).toEqual([['Zoë €', '1']]);
    const rows = 'abc,1\n'.repeat(400_000);
    const late = await bench.read(latin(`name,n\n${rows}Zoë €,2\n`));
    expect(late.options.encoding).toBe('windows-1252');
    expect(late.detections.find((item) => item.option === 'encoding')?.reason).toContain('Line 400002');
    expect(late.cells.at(-1)).toEqual(['Zoë €', '2']);
    expect(late.rows).toBe(400_001);
    const odd = await bench.read(latin('name,n\nZoë,1\n\x81\x8d,2\n'));
    expect(odd.warnings.join()).toContain(
      '2 places hold bytes that are no characters in windows-1252, the first in line 3',
    );
  });

  test('a UTF-16 text with half a character says so', async () => {
    const table = await bench.read(
      Buffer.concat([
        Buffer.from('\ufeffa,b\n1,', 'utf16le'),
        Buffer.from([0x3d, 0xd8]),
        Buffer.from('x\n', 'utf16le'),
      ]),
    );
    expect(table.cells).toEqual([['1', '\ufffdx']]);
    expect(table.warnings.join()).toContain(
      '1 place holds bytes that are no characters in utf-16le, the first in line 2',
    );
  });

  test('a large file with line breaks in quotes is read the same by both counts', async () => {
    const rows = Array.from({ length: 120_000 }, (_, index) => [
      String(index),
      `line ${index}\n${'"'.repeat(index % 3)}é,${'z'.repeat(index % 120)}`,
    ]);
    const table = await bench.read(
      `id,text\n${rows.map(([id, text]) => `${id},"${text!.replaceAll('"', '""')}"\n`).join('')}`,
    );
    expect(table.rows).toBe(rows.length);
    expect(table.cells).toEqual(rows);
  });
});

test.each(['a*.csv', 'a?.csv', 'a[1].csv', "o'clock.csv", 'é{x}.csv', 'b\\c.csv'])(
  'a file called %s is that file and no other',
  async (name) => {
    for (const other of ['ab.csv', 'a1.csv', 'axx.csv']) await bench.file('id,who\n9,other\n', other);
    expect((await bench.read('id,who\n1,this\n', {}, name)).cells).toEqual([['1', 'this']]);
  },
);

test('files that the parallel reader cannot read once they are large are read by one thread, all others by several', async () => {
  // Seen at 300–400 MB: “does not support a full read on this file”.
  for (const tricky of ['a,b\n1,"x\ny"\n', 'a,b\n5",x\n'])
    expect((await bench.read(tricky)).relation).toContain('parallel = false');
  expect((await bench.read('a,b\n1,"x ""y"", z"\n')).relation).toContain('parallel = true');
});

describe('what is detected', () => {
  test.each([[','], [';'], ['\t'], ['|'], ['^'], ['~'], ['\x01'], ['\x1f']])('delimiter %j', async (delimiter) => {
    const found = await sniff([['name', 'age', 'city'], ...people].map((row) => row.join(delimiter)).join('\n'));
    expect(found.options.delimiter).toBe(delimiter);
    expect(found.columns.map((column) => column.name)).toEqual(['name', 'age', 'city']);
  });

  test('any other delimiter can be chosen, one beyond ASCII too', async () => {
    expect((await bench.read('a¬b\n1¬"x¬y"\n2¬é\n', { options: { delimiter: '¬' } })).cells).toEqual([
      ['1', 'x¬y'],
      ['2', 'é'],
    ]);
    expect((await bench.read('a#b\n1#2\n', { options: { delimiter: '#' } })).cells).toEqual([['1', '2']]);
  });

  test('semicolons with decimal commas, commas in texts, single quotes', async () => {
    expect((await bench.read('name;price\nx;1,5\ny;2,25\nz;3,1\n')).cells).toEqual([
      ['x', '1,5'],
      ['y', '2,25'],
      ['z', '3,1'],
    ]);
    expect((await bench.read('comment\nHello, world\nfine\nso, so, so\nok\n')).cells).toEqual([
      ['Hello, world'],
      ['fine'],
      ['so, so, so'],
      ['ok'],
    ]);
    const single = await bench.read("name,city\n'Ann, B','Ulm'\n'Bob','O''Hara'\n'Cy','x'\n");
    expect(single.options.quote).toBe("'");
    expect(single.cells[1]).toEqual(['Bob', "O'Hara"]);
  });

  test.each([
    ['surnames beside first names', 'Berg;Anna\nKlein;Peter\nRossi;Maria\nWeber;Jonas\n', 4],
    ['and a town, in columns cut by tabs', 'Berg\tAnna\tBonn\nKlein\tPeter\tUlm\nRossi\tMaria\tUlm\n', 3],
    ['first names of two parts', 'Jean-Luc,Rossi\nAnna Maria,von Klein\n', 2],
    ['first names alone', 'Anna\nPeter\nMaria\n', 3],
    ['surnames alone', 'Berg\nKlein\nRossi\nWeber\n', 4],
    ['one person alone', 'Berg;Anna\n', 1],
    ['one person of a town alone', 'Berg;Anna;Bonn\n', 1],
  ])('people’s names over people’s names are no header: %s', async (_what, content, rows) => {
    const table = await bench.read(content);
    expect(table.rows).toBe(rows);
    expect(table.columns.map(({ header }) => header)).toEqual(table.columns.map(() => null));
    const { detections } = await sniff(content);
    expect(detections.find(({ option }) => option === 'header')!.reason).not.toContain('taken for the header');
  });

  test.each([
    ['Vorname;Nachname\nAnna;Berg\nPeter;Klein\n', ['Vorname', 'Nachname']],
    ['First,Last\nAnna,Berg\nPeter,Klein\n', ['First', 'Last']],
    ['Manager,Joy\nAnna,Klein\nPeter,Rossi\n', ['Manager', 'Joy']],
    ['Name,Brand\nAnna,Ford\nPeter,Benz\nMaria,Weber\n', ['Name', 'Brand']],
    ['Anna,Peter\n3,4\n5,6\n', ['Anna', 'Peter']],
  ])('words that columns are called by stay names: %j', async (content, names) => {
    expect((await bench.read(content)).names).toEqual(names);
  });

  test('a file without a header gets c1…cn and loses no row', async () => {
    const table = await bench.read(people.map((row) => row.join(',')).join('\n'));
    expect(table.names).toEqual(['c1', 'c2', 'c3']);
    expect(table.cells).toEqual(people);
    expect(table.columns[0]?.header).toBe(null);
  });

  test('lines before the table are left out, counted and said; a # in the data is data', async () => {
    const table = await bench.read(
      `# Report\n# 20240101-20240131\n\nname,age,city\n${people.map((row) => row.join(',')).join('\n')}\n#5,6,7\n`,
    );
    expect(table.names).toEqual(['name', 'age', 'city']);
    expect(table.options.skipLines).toBe(3);
    expect(table.cells).toEqual([...people, ['#5', '6', '7']]);
    expect(table.warnings.join()).toContain('first 3 lines');
  });

  test('a first line that tells Excel the delimiter is obeyed and is no row', async () => {
    const table = await bench.read('sep=;\r\nid;a,b\r\n1;x,y\r\n');
    expect(table.names).toEqual(['id', 'a,b']);
    expect(table.cells).toEqual([['1', 'x,y']]);
  });

  test('no quote character at all can be chosen', async () => {
    const table = await bench.read('a,b\n"1,2"\n5" x,"y\n', { options: { quote: '' } });
    expect(table.cells).toEqual([
      ['"1', '2"'],
      ['5" x', '"y'],
    ]);
  });

  test('rows that end in a delimiter more than the header have a last column without a name', async () => {
    const table = await bench.read('a,b\n1,2,\n3,4,\n5,6,\n');
    expect(table.names).toEqual(['a', 'b', 'unnamed_3']);
    expect(table.cells).toEqual([
      ['1', '2', null],
      ['3', '4', null],
      ['5', '6', null],
    ]);
  });

  test('every option comes with its reason, and a choice of a person is kept as such', async () => {
    const found = await sniff('name;price\nx;1,5\ny;2,5\n');
    expect(found.options).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      quote: '"',
      escape: '"',
      header: true,
      skipLines: 0,
    });
    expect(found.detections.map((item) => item.option)).toEqual([
      'format',
      'encoding',
      'delimiter',
      'quote',
      'escape',
      'skipLines',
      'header',
    ]);
    for (const item of found.detections) expect(item.reason).toMatch(/^[A-Z].*\.$/);
    const chosen = await sniffSource(await bench.file('name;price\nx;1,5\n'), {
      directory: bench.work(),
      options: { header: false, delimiter: ',' },
    });
    expect(chosen.columns.map((column) => column.name)).toEqual(['c1', 'c2']);
    expect(chosen.detections.find((item) => item.option === 'delimiter')).toEqual({
      option: 'delimiter',
      value: 'comma',
      reason: 'Chosen by a person.',
    });
  });
});

describe('importing', () => {
  const target = (name: string) => ({
    database: join(bench.work(), `${name}.duckdb`),
    rejects: join(bench.work(), `${name}.jsonl`),
  });

  test('good rows go into a database in file order, rejected ones with their text into a side file', async () => {
    const path = await bench.file('a,b\r\n1,2\r\n3\r\n"x" y,4\r\n5,\u2028\r\n');
    const source = await openSource(path, { directory: bench.work() });
    const place = target('one');
    expect(await importSource(source, place)).toEqual({ rows: 2, rejected: 2, head: null });
    await source.close();
    const connection = await (await DuckDBInstance.create(place.database)).connect();
    expect((await connection.runAndReadAll('SELECT c1, c2 FROM data')).getRowsJson()).toEqual([
      ['1', '2'],
      ['5', '\u2028'],
    ]);
    connection.closeSync();
    const kept = (await readFile(place.rejects, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; raw: string });
    expect(kept.map(({ line, raw }) => [line, raw])).toEqual([
      [3, '3'],
      [4, '"x" y,4'],
    ]);
    expect(await readRejects(place.rejects, 1, 5)).toEqual([
      { line: 4, column: null, kind: 'QUOTES', detail: expect.any(String) },
    ]);
    expect((await readdir(bench.work())).filter((name) => name.startsWith('intake-'))).toEqual([]);
  });

  test('cancelling while opening or importing leaves nothing behind', async () => {
    const path = await bench.file(
      `id,text\n${Array.from({ length: 300_000 }, (_, index) => `${index},${'t'.repeat(40)}${index}\n`).join('')}`,
    );
    const early = new AbortController();
    await expect(
      openSource(path, { directory: bench.work(), signal: early.signal, onProgress: () => early.abort() }),
    ).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
    const late = new AbortController();
    const source = await openSource(path, { directory: bench.work() });
    const place = target('two');
    setTimeout(() => late.abort(), 20);
    await expect(importSource(source, place, { signal: late.signal })).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
    await source.close();
    expect(
      (await readdir(bench.work())).filter((name) => name.startsWith('intake-') || name.startsWith('two')),
    ).toEqual([]);
  });

  test('a file that changed between opening and importing is refused and leaves nothing behind', async () => {
    const path = await bench.file('a,b\n1,2\n3,4\n');
    const source = await openSource(path, { directory: bench.work() });
    await writeFile(path, 'a,b\n1,2\nolga,secret,more\n');
    const place = target('three');
    const failure: Error & { code?: string } = await importSource(source, place).then(
      () => new Error('imported'),
      (error: Error) => error,
    );
    await source.close();
    expect(failure.code).toBe('FILE_DAMAGED');
    expect(failure.message).not.toContain('secret');
    expect((await readdir(bench.work())).filter((name) => name.startsWith('three'))).toEqual([]);
  });
});
