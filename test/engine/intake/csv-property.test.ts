import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();

interface Dialect {
  delimiter: string;
  quote: string;
  newline: string;
  encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  backslash: boolean;
  header: boolean;
  finalNewline: boolean;
  quoteAll: boolean;
}
const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '~', ':', '\x01', '#', 'x', ' '),
  quote: fc.constantFrom('"', "'", '`'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'),
  backslash: fc.boolean(),
  header: fc.boolean(),
  finalNewline: fc.boolean(),
  quoteAll: fc.boolean(),
});
const wide = fc.string({
  unit: fc.constantFrom(
    'a',
    'Z',
    '0',
    '9',
    '.',
    ',',
    ';',
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\r',
    '\t',
    ' ',
    '#',
    '|',
    '^',
    '=',
    '-',
    'é',
    'ß',
    '€',
    '漢',
    '😀',
    '\u2028',
    '\0',
    'NULL',
    '""',
  ),
  maxLength: 8,
});
const narrow = fc.string({
  unit: fc.constantFrom(
    'a',
    'Z',
    '0',
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\r',
    ' ',
    '#',
    'é',
    'ß',
    '€',
    ',',
    ';',
    '\x01',
    'x',
    '~',
  ),
  maxLength: 8,
});
/** Nothing but delimiters, or pairs of quotes between them. */
const isBlank = (row: readonly (string | null)[]): boolean =>
  row.every((cell) => cell === null) || (row.length > 1 && row.every((cell) => cell === ''));
const table = dialect
  .chain(
    (d) =>
      fc.integer({ min: 1, max: 5 }).chain((columns) =>
        fc.record({
          d: fc.constant(d),
          rows: fc.array(
            fc.array(fc.option(d.encoding === 'windows-1252' ? narrow : wide, { nil: null, freq: 6 }), {
              minLength: columns,
              maxLength: columns,
            }),
            { minLength: 1, maxLength: 12 },
          ),
        }),
      ),
    // A file of nothing but blank lines is refused, rightly.
  )
  .filter(
    ({ d, rows }) =>
      ((rows[0]!.length === 1 && d.header) || rows.some((row) => !isBlank(row))) &&
      (d.header || rows[0]!.length > 1 || rows.some(([cell]) => cell?.trim())),
  );

function write(rows: (string | null)[][], d: Dialect): Buffer {
  const escape = (text: string) =>
    d.backslash
      ? text.replaceAll('\\', '\\\\').replaceAll(d.quote, `\\${d.quote}`)
      : text.replaceAll(d.quote, d.quote + d.quote);
  const special = (text: string) =>
    text === '' ||
    text.startsWith(' ') ||
    [d.delimiter, d.quote, '\n', '\r', '\ufeff'].some((part) => text.includes(part));
  const cell = (value: string | null) =>
    value === null ? '' : d.quoteAll || special(value) ? d.quote + escape(value) + d.quote : value;
  const lines = rows.map((row) => row.map(cell).join(d.delimiter));
  // One null alone in the last row of a one-column table is only a line if the line is ended.
  const end = d.finalNewline || lines[lines.length - 1] === '' ? d.newline : '';
  return encode(lines.join(d.newline) + end, d.encoding);
}

function encode(text: string, encoding: Dialect['encoding']): Buffer {
  if (encoding === 'windows-1252') return Buffer.from([...text].map((ch) => (ch === '€' ? 0x80 : ch.charCodeAt(0))));
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8');
}

const optionsOf = (d: Dialect): Partial<IntakeOptions> => ({
  format: 'csv',
  delimiter: d.delimiter,
  quote: d.quote,
  escape: d.backslash ? '\\' : d.quote,
  header: d.header,
  skipLines: 0,
  encoding: d.encoding === 'utf-8-bom' ? 'utf-8' : d.encoding,
});

test('any table written in any dialect comes back cell for cell', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ d, rows }) => {
      const header = rows[0]!.map((_, index) => `h${index}`);
      const read = await bench.read(write(d.header ? [header, ...rows] : rows, d), { options: optionsOf(d) });
      // A row without anything in its cells is no row; it is counted.
      const filled = rows.filter((row) => row.length === 1 || !isBlank(row));
      expect(read.rejects.total).toBe(rows.length - filled.length);
      expect(read.cells).toEqual(filled);
    }),
    { numRuns: 100 },
  );
});
