import { describe, expect, test } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const named = async (text: string | Buffer, ending = '.csv') => {
  const table = await bench.readPath(await bench.file(typeof text === 'string' ? Buffer.from(text) : text, ending));
  return { ...table, names: table.columns.map(({ name }) => name) };
};
const people = ['Ann', 'Bob', 'Cyd', 'Dan', 'Eva', 'Fay'];
const rows = (line: (name: string, at: number) => string): string =>
  people.map((name, at) => `${line(name, at)}\n`).join('');

describe('what parts the fields', () => {
  test.each(['#', '¦', '!', '*', '§', '$'])('%s, where the line of names and every row hold it', async (sign) => {
    const text =
      ['id', 'name', 'text'].join(sign) + '\n' + rows((name, at) => [at, name, `well, ${name}; a`].join(sign));
    const { names, cells } = await named(text);
    expect([names, cells[1]]).toEqual([
      ['id', 'name', 'text'],
      ['1', 'Bob', 'well, Bob; a'],
    ]);
  });

  test.each([
    ['path', (name: string) => `/home/${name}/x`],
    ['query', (_: string, at: number) => `a=${at}&b=2&c=3`],
  ])('signs inside the values of one column (%s) part nothing', async (header, line) => {
    const { names, cells } = await named(`${header}\n${rows(line)}`, '.txt');
    expect([names, cells[0]]).toEqual([[header], [line('Ann', 0)]]);
  });

  test('decimal commas leave it to the semicolon, and lines above the names are left out', async () => {
    const { names, cells, warnings } = await named(
      `Titular;Ana Lee\nSaldo;1.234,50\nFecha;Concepto;Importe\n${rows((name, at) => `0${at + 1}/01/2025;${name};-${at},50`)}`,
    );
    expect([names, cells[0]]).toEqual([
      ['Fecha', 'Concepto', 'Importe'],
      ['01/01/2025', 'Ann', '-0,50'],
    ]);
    expect(warnings.join()).toContain('The first 2 lines stand before the table');
  });
});

describe('quotes', () => {
  test('after a backslash, in every row', async () => {
    const { cells } = await named(`id,note\n${rows((name, at) => `${at},"say \\"hi, ${name}\\" now"`)}`);
    expect(cells[2]).toEqual(['2', 'say "hi, Cyd" now']);
  });

  test('that are text and open every field are no reason to give the delimiter up', async () => {
    const { names, cells } = await named(`id\tq\tmail\n${rows((name, at) => `${at}\t"${name}" Lee\tx`)}`, '.tsv');
    expect([names, cells[0]]).toEqual([
      ['id', 'q', 'mail'],
      ['0', '"Ann" Lee', 'x'],
    ]);
  });
});

describe('rows of names', () => {
  const three = '"",,Sales,,,\n,,2024,,2025,\nname,mail,units,EUR,units,EUR\n';
  test('three, of groups in groups', async () => {
    const { names, cells } = await named(three + rows((name, at) => `${name},a@example.org,${at},1.5,${at},2.5`));
    expect(names).toEqual([
      'name',
      'mail',
      'Sales - 2024 - units',
      'Sales - 2024 - EUR',
      'Sales - 2025 - units',
      'Sales - 2025 - EUR',
    ]);
    expect(cells).toHaveLength(people.length);
  });

  test('groups said again above each column', async () => {
    const { names } = await named(
      `Kauf;Kauf;Wer;Wer\nTag;EUR;Name;Mail\n${rows((name, at) => `2025-01-0${at + 1};${at},5;${name};a@example.org`)}`,
    );
    expect(names).toEqual(['Kauf - Tag', 'Kauf - EUR', 'Wer - Name', 'Wer - Mail']);
  });

  test('questions below codes', async () => {
    const { names, cells } = await named(
      `Q1,Q2_1\nHow old are you?,Which brand do you buy?\n${rows((name, at) => `${20 + at},${name}`)}`,
    );
    expect([names, cells.length]).toEqual([['Q1 - How old are you?', 'Q2_1 - Which brand do you buy?'], people.length]);
  });

  test.each([
    ['name;01.02.2025;02.02.2025', (name: string, at: number) => `${name};${at};${at + 1}`],
    ['0;1;2', (name: string) => `${name};Rome;x@example.org`],
  ])('days and running numbers: %s', async (header, line) => {
    expect((await named(`${header}\n${rows(line)}`)).names).toEqual(header.split(';'));
  });
});

describe('what is no row', () => {
  test('pairs of quotes and spaces between delimiters', async () => {
    const { cells, rejects } = await named(`"id","name"\r\n"1","Ann"\r\n${'"",""\r\n'.repeat(9)}"2","Bob"\r\n`);
    expect([cells, rejects.total]).toEqual([
      [
        ['1', 'Ann'],
        ['2', 'Bob'],
      ],
      9,
    ]);
    expect((await named('id\tname\n1\tAnn\n \t \n2\tBob\n', '.tsv')).cells).toHaveLength(2);
  });

  test('a comment in a table does not end it', async () => {
    const { names, cells } = await named(
      `id,name,mail\n0,Ann,a@example.org\n1,Bob,b@example.org\n# a note\n${rows((name, at) => `${at + 2},${name},c@example.org`)}`,
    );
    expect([names, cells.length]).toEqual([['id', 'name', 'mail'], people.length + 2]);
  });

  test('the names again behind a byte order mark', async () => {
    const part = `\ufeffid,name\n${rows((name, at) => `${at},${name}`)}`;
    expect((await named(part + part)).cells).toHaveLength(2 * people.length);
  });

  test('zero bytes behind the text', async () => {
    const bytes = Buffer.concat([Buffer.from(`id,name\n${rows((name, at) => `${at},${name}`)}`), Buffer.alloc(4096)]);
    expect((await named(bytes)).cells).toHaveLength(people.length);
  });
});

describe('JSON', () => {
  test('a comma at the end of every line loses none', async () => {
    const { cells, warnings } = await named(
      rows((name, at) => `{"id": ${at}, "name": "${name}"},`),
      '.jsonl',
    );
    expect(cells).toHaveLength(people.length);
    expect(warnings.join()).toContain('not parted by one comma');
  });

  test('text sequences, charts’ tables, years among names', async () => {
    expect(
      (
        await named(
          rows((name) => `\u001e{"name": "${name}"}`),
          '.json',
        )
      ).cells,
    ).toHaveLength(people.length);
    const chart = {
      cols: [{ label: 'name' }, { label: 'n' }],
      rows: people.map((name, n) => ({ c: [{ v: name }, { v: n }] })),
    };
    expect((await named(JSON.stringify(chart), '.json')).names).toEqual(['name', 'n']);
    const years = [['city', 2021, 2022], ...people.map((name, at) => [name, at * 10, at * 11])];
    expect((await named(JSON.stringify(years), '.json')).cells).toHaveLength(people.length);
  });
});

test.each([
  ['.sta', ':20:STARTUMS\r\n:25:20041111/0123456\r\n:28C:1/1\r\n', /statement/],
  ['.qif', '!Type:Bank\nD01/01/2025\nT-1.50\n^\n', /statement/],
  ['.vtt', 'WEBVTT\n\n00:01.000 --> 00:04.000\nHello, Ann\n', /no table/],
  ['.txt', 'title = "x"\n[[people]]\nname = "Ann"\nmail = "a@example.org"\n', /no table/],
])('what is no table is refused by name: %s', async (ending, text, message) => {
  await expect(named(text, ending)).rejects.toThrow(message);
});
