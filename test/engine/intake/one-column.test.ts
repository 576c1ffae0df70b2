import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const number = (from: number, to: number) => fc.integer({ min: from, max: to });
const hex = (count: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${count}}$`));
const first = fc.constantFrom(
  'Anna',
  'Jan',
  'Eva',
  'Tom',
  'Lea',
  'Max',
  'Ida',
  'Per',
  'Zuzanna',
  'Björn',
  'María',
  'Jean-Luc',
  'Łukasz',
);
const last = fc.constantFrom(
  'Berg',
  'Novak',
  'Klein',
  'Ward',
  'Roth',
  'Blom',
  'Lund',
  'Holm',
  "O'Neil",
  'García',
  'Schmidt',
  'Nowak',
);
const street = fc.constantFrom('Main Street', 'Hauptstraße', 'Storgata', 'Via Roma', 'Oak Avenue');
const city = fc.constantFrom('Oslo', 'Bergen', 'Berlin', 'Utrecht', 'Springfield');
const two = (value: number) => String(value).padStart(2, '0');

/** Values with spaces, colons or commas inside, by what they are, and names that a column of them may have. */
const kinds: Record<string, { value: fc.Arbitrary<string>; headers: string[] }> = {
  'telephone numbers in groups': {
    value: digits(4).map((end) => `+49 30 123${end}`),
    headers: ['phone', 'Telefon', 'phone number', 'x'],
  },
  'national telephone numbers': {
    value: fc.tuple(digits(3), digits(4)).map(([middle, end]) => `030 ${middle} ${end}`),
    headers: ['phone', 'téléphone'],
  },
  'telephone numbers in pairs': {
    value: fc.array(digits(2), { minLength: 4, maxLength: 4 }).map((pairs) => `06 ${pairs.join(' ')}`),
    headers: ['mobile', 'numéro'],
  },
  'account numbers in groups': {
    value: fc.constantFrom(
      'DE02 1203 0000 0000 2020 51',
      'DE89 3704 0044 0532 0130 00',
      'DE02 5001 0517 0137 0750 30',
      'DE02 1001 0010 0006 8201 01',
    ),
    headers: ['iban', 'account'],
  },
  'card numbers in groups': {
    value: fc.constantFrom('4111 1111 1111 1111', '5555 5555 5555 4444', '4012 8888 8888 1881', '4242 4242 4242 4242'),
    headers: ['card', 'pan'],
  },
  'hardware addresses': {
    value: fc.array(hex(2), { minLength: 6, maxLength: 6 }).map((parts) => parts.join(':')),
    headers: ['mac', 'device'],
  },
  'network addresses': {
    value: fc.array(hex(4), { minLength: 4, maxLength: 4 }).map((parts) => `2001:db8:0:1:${parts.join(':')}`),
    headers: ['ip', 'client address'],
  },
  names: {
    value: fc.tuple(first, last).map(([one, other]) => `${one} ${other}`),
    headers: ['customer', 'name', 'full name', 'Kunde', 'x'],
  },
  'names with the last one first': {
    value: fc.tuple(first, last).map(([one, other]) => `${other}, ${one}`),
    headers: ['customer', 'name', 'patient'],
  },
  addresses: {
    value: fc
      .tuple(street, number(1, 99), digits(5), city)
      .map(([road, at, code, place]) => `${road} ${at}, ${code} ${place}`),
    headers: ['address', 'Adresse', 'ship to'],
  },
  'streets and numbers': {
    value: fc.tuple(street, number(1, 99)).map(([road, at]) => `${road} ${at}`),
    headers: ['street', 'Straße'],
  },
  moments: {
    value: fc
      .tuple(number(1, 12), number(1, 28), number(0, 23), number(0, 59))
      .map(([m, d, h, min]) => `2026-${two(m)}-${two(d)} ${two(h)}:${two(min)}:00`),
    headers: ['when', 'created at', 'timestamp'],
  },
  'times of day': {
    value: fc.tuple(number(0, 23), number(0, 59)).map(([h, min]) => `${two(h)}:${two(min)}`),
    headers: ['time', 'start'],
  },
  'web addresses': {
    value: fc.stringMatching(/^[a-z]{3,8}$/).map((page) => `https://shop.example/${page}`),
    headers: ['url', 'page'],
  },
};

describe.each(Object.entries(kinds))('a file of %s', (_kind, { value, headers }) => {
  test('under a line of its name is one column of that name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 5, maxLength: 25 }),
        fc.constantFrom(...headers),
        fc.constantFrom('\n', '\r\n'),
        async (values, header, end) => {
          const table = await bench.read([header, ...values].join(end) + end);
          expect({ names: table.names, cells: table.cells, rejected: table.rejects.total }).toEqual({
            names: [header],
            cells: values.map((cell) => [cell]),
            rejected: 0,
          });
          expect(table.warnings.filter((warning) => /before the table/.test(warning))).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });

  test('without one is one column, and no value becomes its name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 5, maxLength: 25 }), async (values) => {
        const table = await bench.read(`${values.join('\n')}\n`);
        expect({ names: table.names, cells: table.cells }).toEqual({
          names: ['c1'],
          cells: values.map((cell) => [cell]),
        });
      }),
      { numRuns: 6 },
    );
  });
});

test('a value with a word in it that columns are called by is no line of names', async () => {
  const streets = ['Hauptstraße 1', 'Storgata 1', 'Main Street 1', 'Storgata 1', 'Storgata 2', 'Main Street 3'];
  const { names, cells } = await bench.read(`${streets.join('\n')}\n`);
  expect([names, cells]).toEqual([['c1'], streets.map((cell) => [cell])]);
});

test('a cut that was not made is told', async () => {
  expect((await bench.read('phone\n+49 30 1234500\n+49 30 1234510\n+49 30 1234520\n')).warnings).toEqual([
    'The space stands inside the values and does not part them, so the file has one column.',
  ]);
});

describe('what is a table stays one', () => {
  test.each([
    ['spaces between numbers', 'x y\n1 2\n3 4\n5 6\n', ['x', 'y'], 3],
    ['spaces, a key and a name', 'id name\n1 Anna\n2 Jan\n3 Eva\n', ['id', 'name'], 3],
    ['spaces and no header', '1 0.5 3\n2 0.25 4\n3 0.125 5\n', ['c1', 'c2', 'c3'], 3],
    ['colons of a password file', 'root:x:0:0:root\nbin:x:1:1:bin\nada:x:2:2:ada\n', ['c1', 'c2', 'c3', 'c4', 'c5'], 3],
    ['a title above names', 'Customers of March\nname,city\nAnna,Oslo\nJan,Bergen\n', ['name', 'city'], 2],
    [
      'a title of one word above names in German',
      'Kundenliste\nVorname;Ort\nAnna;Oslo\nJan;Bergen\n',
      ['Vorname', 'Ort'],
      2,
    ],
    ['a space after each comma', 'last name, first name\nBerg, Anna\nNovak, Jan\n', ['last name', 'first name'], 2],
    ['names and places without spaces', 'name,city\nAnna Berg,Oslo\nJan Novak,Bergen\n', ['name', 'city'], 2],
    ['quoted fields', 'note\n"Berg, Anna"\n"Novak, Jan"\n', ['note'], 2],
  ])('%s', async (_what, content, names, rows) => {
    const table = await bench.read(content);
    expect([table.names, table.rows]).toEqual([names, rows]);
  });
});

describe('uneven rows', () => {
  const header = ['id', 'name', 'email', 'city'];
  test('keep the delimiter of the line of names; what is too short or too long is set aside and counted', async () => {
    const field = fc.constantFrom('1', 'Anna', 'anna.berg@example.org', 'Oslo', 'x y');
    const row = number(2, 7).chain((length) => fc.array(field, { minLength: length, maxLength: length }));
    // Half of the rows of one other length, or all of them longer, are even enough: then a name is missing.
    const uneven = (rows: string[][]) =>
      rows.some(({ length }) => length <= 4) &&
      rows.every(({ length }) => rows.filter((other) => other.length === length).length < 0.5 * rows.length);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 4, maxLength: 20 }).filter(uneven),
        fc.constantFrom(',', ';', '|', '\t'),
        async (rows, delimiter) => {
          const table = await bench
            .read([header, ...rows].map((fields) => fields.join(delimiter)).join('\n'))
            .catch((error: { code: string }) => error.code);
          if (typeof table === 'string') return expect(table).toBe('FILE_DAMAGED');
          expect(table.names).toEqual(header);
          const fits = rows.filter(({ length }) => length === 4);
          const short = rows.filter(({ length }) => length < 4);
          expect(table.cells).toEqual(
            fits.length > 0
              ? fits
              : short.map((cells) => [...cells, ...Array.from({ length: 4 - cells.length }, () => null)]),
          );
          expect(table.rejects.total).toBe(rows.length - table.cells.length);
          return undefined;
        },
      ),
      { numRuns: 20 },
    );
  });

  test('where no row fits the names, shorter ones are filled and that is told', async () => {
    const table = await bench.read('id,name,email,city\n1,Anna\n2,Jan\n\n3,Eva,eva.klein@example.org,Oslo,x,1\n');
    expect(table.cells).toEqual([
      ['1', 'Anna', null, null],
      ['2', 'Jan', null, null],
    ]);
    expect([table.rejects.total, table.warnings.length]).toEqual([1, 3]);
  });

  test('records of several kinds in one file are told', async () => {
    const table = await bench.read(
      'C,SHOP,DAILY,2025/03/01\nI,CUSTOMER,1,NAME,EMAIL\nD,CUSTOMER,1,anna,anna@example.org\nD,CUSTOMER,1,jan,' +
        'jan@example.org\nI,ORDER,1,NO\nD,ORDER,1,7\nD,ORDER,1,8\n',
    );
    expect(table.warnings.join()).toContain('the file mixes 3');
  });
});

describe('header lines', () => {
  test('one delimiter more in the line of names than in the rows', async () => {
    for (const end of ['\n', '\r\n']) {
      const table = await bench.read(
        ['id,email,city,', '0,a@example.org,Oslo', '1,b@example.org,Bergen', '2,"c@example.org",Hamar'].join(end) + end,
      );
      expect(table.names).toEqual(['id', 'email', 'city']);
      expect(table.cells).toEqual([
        ['0', 'a@example.org', 'Oslo'],
        ['1', 'b@example.org', 'Bergen'],
        ['2', 'c@example.org', 'Hamar'],
      ]);
      expect(table.warnings.join()).toContain('the blank name is dropped');
    }
  });

  test.each([
    ['region,2023,2024,2025\nOslo,123,145,167\nBergen,223,245,267\nHamar,1,2,3\n', ['region', '2023', '2024', '2025']],
    ['2023,2024\n123,145\n223,245\n', ['2023', '2024']],
    ['shop,2024-01,2024-02\nA,1,2\nB,3,4\n', ['shop', '2024-01', '2024-02']],
    ['COL1,COL2\nanna,x\njan,y\n', ['COL1', 'COL2']],
    ['Field 1;Field 2;Field 3\n7;a;b\n8;c;d\n', ['Field 1', 'Field 2', 'Field 3']],
  ])('%j begins with names', async (content, names) => {
    expect((await bench.read(content)).names).toEqual(names);
  });

  test.each([
    '2021,2022\n2023,2024\n2020,2019\n',
    'Anna Berg,Oslo Nord\nJan Novak,Bergen Vest\nEva Klein,Hamar Sør\n',
    'x1,5\nx2,6\nx3,7\n',
  ])('%j has no names', async (content) => {
    expect((await bench.read(content)).names).toEqual(['c1', 'c2']);
  });
});

describe('quotes', () => {
  test('that open fields and never close them are text', async () => {
    const table = await bench.read(
      'user\tquery\na@example.org\t"0 best shoes\nb@example.org\tshoes "size 0\nc@example.org\tplain\n',
    );
    expect(table.cells).toEqual([
      ['a@example.org', '"0 best shoes'],
      ['b@example.org', 'shoes "size 0'],
      ['c@example.org', 'plain'],
    ]);
    expect(table.warnings).toEqual(['Quotes open fields and never close them, so they are read as text.']);
  });

  test('in inches, words and lines that open and never close are text between tabs', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => [
      `${n}`,
      `${n}"`,
      ['"old" box', 'say "hi', '"open', 'plain'][n % 4]!,
    ]);
    const table = await bench.read(`id\tsize\tnote\n${rows.map((row) => row.join('\t')).join('\n')}\n`);
    expect([table.cells, table.rejects.total]).toEqual([rows, 0]);
  });

  test('a backslash before a doubled quote is text, wherever it stands', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\\', '"', ',', '\n'), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 12 }), async (rows) => {
        const cells = [['ends \\', 'x'], ['a \\" b', 'y'], ...rows.map(([one, other]) => [`v${one}`, `w${other}`])];
        const content = `note,remark\n${cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`;
        expect((await bench.read(content)).cells).toEqual(cells);
      }),
      { numRuns: 20 },
    );
  });

  test('a backslash escapes where nothing else makes sense of the file', async () => {
    const table = await bench.read('a,b\n"x \\"y\\" z",1\n"p",2\n');
    expect([table.options.escape, table.cells]).toEqual([
      '\\',
      [
        ['x "y" z', '1'],
        ['p', '2'],
      ],
    ]);
  });
});
