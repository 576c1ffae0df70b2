import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '#engine/analysis/readers.ts';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { countText } from './counted/count-text.ts';
import { profileColumns, type ProfileOptions } from './profile-columns.ts';

const directory = mkdtempSync(join(tmpdir(), 'custos-long-'));
const size = 24_000;
/** Cells by row: what repeats and what does not, with and without blanks to trim, some beyond ASCII. */
const rows = Array.from({ length: size }, (_, at): (string | null)[] => [
  `id-${at}`,
  at === 23_000 ? 'id-7 ' : `id-${at}`,
  at === 22_000 ? '\u{2003}id-9' : at % 1000 === 0 ? null : `é${at}`,
  ['a', ' a', 'b', '', '   ', null][at % 6]!,
  String((at * 31) % 500),
  at < 21_000 ? 'same' : String(at),
  String(at * 2),
  `${2000 + (at % 20)}-01-${String(1 + (at % 28)).padStart(2, '0')}`,
  at % 100 === 0 ? `n${at}` : null,
  // What the head says of a type is held against every row.
  at < 23_500 ? String(at * 3) : `x${at}`,
  at === 23_900 ? null : new Date(Date.UTC(2024, 0, 1) + at * 61_000).toISOString().slice(0, 19),
  at === 23_900 ? '-7.25' : String(at + 0.5),
]);
const names = rows[0]!.map((_, at) => `c${at + 1}`);
const columns = names.map((physical) => ({ name: physical, physical, header: physical }));

let duck: Duck;
const path = join(directory, 'long.csv');
beforeAll(async () => {
  // An empty text is quoted, nothing is not.
  const cell = (value: string | null): string => (value === null ? '' : `"${value}"`);
  writeFileSync(path, `${names.join()}\n${rows.map((row) => row.map(cell).join()).join('\n')}\n`);
  duck = await openDuck({ directory });
  await duck.run(`CREATE TABLE long AS SELECT * FROM ${csv}`);
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true, force: true });
});
const csv = readCsv(path, {
  columns: names,
  delimiter: ',',
  quote: '"',
  escape: '"',
  header: true,
  newLine: '\\n',
  fillShort: false,
  parallel: true,
});

/** By hand, in the order of code points. */
function expected(at: number) {
  const cells = rows
    .map((row) => row[at]?.replaceAll(/^[ \u{2003}]+|[ \u{2003}]+$/gu, '') ?? '')
    .filter((v) => v !== '');
  const counts = new Map<string, number>();
  for (const value of cells) counts.set(value, (counts.get(value) ?? 0) + 1);
  const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const lengths = cells.map((value) => [...value].length);
  return {
    rows: size,
    nulls: size - cells.length,
    distinct: counts.size,
    distinctIsApproximate: false,
    minLength: Math.min(...lengths),
    maxLength: Math.max(...lengths),
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / cells.length,
    top: [...counts]
      .sort(([a, n], [b, m]) => m - n || compare(a, b))
      .slice(0, 10)
      .map(([value, count]) => ({ value, count })),
  };
}

describe.each([
  ['a table', () => 'long'],
  ['a file', () => csv],
  ['a file whose bytes are counted', () => csv, true],
])('more rows than a head, of %s', (_, relation, byBytes = false) => {
  const counted = join(directory, 'counted.csv');
  afterEach(() => rmSync(counted, { force: true }));
  const plain = () => ({
    path,
    bytes: statSync(path).size,
    from: names.join().length + 1,
    rows: size,
    columns: names.length,
    delimiter: ',',
    quote: '"',
  });
  const count: ProfileOptions['count'] = async (kinds) => {
    const found = await countText(plain(), kinds, counted);
    expect(found).not.toBeNull();
    return found;
  };

  test('every column is measured exactly, whether its values repeat or not', async () => {
    const profiles = await profileColumns(duck, relation(), columns, { withTop: true, ...(byBytes && { count }) });
    for (const [at, profile] of profiles.entries()) {
      const { meanLength, ...rest } = expected(at);
      expect(profile, names[at]).toMatchObject({ name: names[at], ...rest });
      expect(profile.meanLength).toBeCloseTo(meanLength, 9);
    }
    expect(profiles.map(({ valueType }) => valueType).join(' ')).toBe(
      'text text text text integer text integer date text text timestamp decimal',
    );
    const [repeated, unique] = [profiles[4]!, profiles[6]!];
    expect([repeated.min, repeated.max, unique.min, unique.max]).toEqual(['0', '499', '0', String(2 * (size - 1))]);
    expect(profiles[11]!.histogram![0]!.from).toBe(-7.25);
    expect(profiles[11]!.histogram!.at(-1)!.to).toBe(size - 0.5);
    for (const { histogram } of [repeated, unique]) {
      expect(histogram).toHaveLength(20);
      expect(histogram!.reduce((sum, { count }) => sum + count, 0)).toBe(size);
    }
    // Twice as far from one value to the next, and as many in every bar.
    expect(unique.histogram!.every(({ count }) => count === size / 20)).toBe(true);
  });

  test.each(byBytes ? [] : [3, 6])('a column by itself is measured as it is beside others', async (at) => {
    const [alone] = await profileColumns(duck, relation(), [columns[at]!], { withTop: true, rows: size });
    const { meanLength: _mean, ...rest } = expected(at);
    expect(alone).toMatchObject({ name: names[at], ...rest });
  });
});
