import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Dialect } from './dialect.ts';
import { cleanRecords } from './clean-records.ts';
import type { BadRecord, RecordScan } from './record-scan.ts';
import { scanRecords } from './scan-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'custos-clean-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'some.csv');

/** With `onGood` every record goes through the loop over bytes. */
async function scan(
  bytes: Buffer,
  dialect: Dialect,
  everyRecord: boolean,
): Promise<{ scan: RecordScan; bad: BadRecord[] }> {
  writeFileSync(file, bytes);
  const bad: BadRecord[] = [];
  const found = await scanRecords(file, bytes.length, {
    fileName: 'a.csv',
    dialect,
    columns: 3,
    names: Buffer.from(['a', 'b', 'c'].join(dialect.delimiter)),
    onBad: async (some) => void bad.push(...some),
    ...(everyRecord ? { onGood: async () => undefined } : {}),
  });
  return { scan: found, bad };
}

const dialect: Dialect = { delimiter: ',', quote: '"', escape: '"', header: false, skipLines: 0 };

it('finds in any bytes what reading them one by one finds', async () => {
  const pieces = fc.array(
    fc.constantFrom(
      'a,b,c\n',
      '"x","y ""z""",w\r\n',
      'long enough to fill more than one block of sixteen bytes,,\n',
      'a',
      ',',
      '"',
      '\n',
      '\r',
      '\r\n',
      ' ',
      '\\',
      'é',
      'x,"',
      '",\n',
      '\n\n',
      '"a\nb",c,d\n',
      '\ufeffa,b,c\r\n',
      ',,\n',
      '"","",""\r\n',
      ' , , \n',
      ' ,x, \n',
      'ab,c,d',
      '\u0000',
    ),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(
      pieces,
      fc.boolean(),
      fc.constantFrom(',', ';', ' ', '\t', '||'),
      fc.constantFrom('"', "'", ''),
      fc.integer({ min: 0, max: 3 }),
      async (parts, header, delimiter, quote, broken) => {
        const text = parts
          .join('')
          .replaceAll(',', delimiter)
          .replaceAll('"', quote === '' ? '"' : quote);
        const bytes =
          broken === 0 ? Buffer.concat([Buffer.from(text), Buffer.from([0x61, 0xff, 0x0a])]) : Buffer.from(text);
        const some: Dialect = { delimiter, quote, escape: quote, header, skipLines: 0 };
        expect(await scan(bytes, some, false)).toEqual(await scan(bytes, some, true));
      },
    ),
    { numRuns: 400 },
  );
});

it('goes on after what the end of a piece of the file cuts', async () => {
  // Some twelve megabytes: three pieces, the cuts inside records, quotes and line ends.
  const rows = Array.from({ length: 400_000 }, (_, row) =>
    row % 1000 === 7
      ? '"two\nlines",b,c\r\n'
      : row % 1000 === 8
        ? 'too,few\r\n'
        : `"${'v'.repeat(row % 19)} ""q""",${row},é\r\n`,
  );
  const bytes = Buffer.from(rows.join(''));
  const quick = await scan(bytes, dialect, false);
  expect(quick).toEqual(await scan(bytes, dialect, true));
  expect(quick.scan).toMatchObject({
    rows: 399_600,
    bad: 400,
    trickyQuotes: true,
    lineEnds: { lf: 0, crlf: 400_000, cr: 0 },
  });
});

it('stops before the first record that is not ordinary', () => {
  const reader = cleanRecords(1000, { delimiter: 44, quote: 34, columns: 2, names: Buffer.from('id,on') });
  const stop = (text: string) => {
    const size = reader.buffer.write(text);
    const { next, rows } = reader.pass(0, size);
    return [rows, text.slice(next)];
  };
  expect(stop('a,b\nc,d\n')).toEqual([2, '']);
  expect(stop('a,b\nc\n')).toEqual([1, 'c\n']);
  expect(stop('a,b\nc,d')).toEqual([1, 'c,d']);
  expect(stop('a,b\nc,d"\n')).toEqual([1, 'c,d"\n']);
  expect(stop('a,b\n"c"x,d\n')).toEqual([1, '"c"x,d\n']);
  expect(stop('a,b\n"c\n",d\n')).toEqual([1, '"c\n",d\n']);
  expect(stop('a,b\n\nc,d\n')).toEqual([1, '\nc,d\n']);
  expect(stop('a,b\rc,d\n')).toEqual([0, 'a,b\rc,d\n']);
  expect(stop('a,b\nid,on\nc,d\n')).toEqual([1, 'id,on\nc,d\n']);
  expect(stop('a,b\nid,no\nc,d\n')).toEqual([3, '']);
  expect(stop('a,b\n,\nc,d\n')).toEqual([1, ',\nc,d\n']);
  expect(stop('a,b\n"",""\nc,d\n')).toEqual([1, '"",""\nc,d\n']);
  expect(stop('a,b\n , \nc,d\n')).toEqual([1, ' , \nc,d\n']);
  expect(stop('"a,""b""",""\r\nc,d\n')).toEqual([2, '']);
});
