import { readFileSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { dropEmail } from '#test/support/drop-email.ts';

const secret = 'geheim';
const commands: [string, string[]][] = [
  ['profile', []],
  ['classify', []],
  ['risk', ['--qi', 'city,age']],
  ['recommend', ['--purpose', 'P1']],
  ['apply', ['--recipe', 'recipe.json', '-o', 'out.csv']],
  ['import', ['--workspace', 'W.custos']],
];

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('W.custos');
  const recipe = dropEmail({ purpose: 'p1', release: 'anonymised', target: { k: 5, suppression: 0.05 } });
  writeFileSync(desk.path('recipe.json'), recipe);
});
afterAll(() => desk.remove());

/** A Parquet file of 20,000 rows whose footer is whole and whose pages are overwritten from the middle on. */
async function damagedParquet(name: string, codec: string): Promise<void> {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const rows =
    `SELECT '${secret}' || md5(i::VARCHAR) || '@example.org' AS email, ['Bonn', 'Lyon', 'Turin'][1 + i % 3] AS city, ` +
    '20 + i % 50 AS age FROM range(20000) AS r(i)';
  await duck.run(`COPY (${rows}) TO '${desk.path(name)}' (FORMAT parquet, COMPRESSION ${codec})`);
  duck.closeSync();
  const bytes = readFileSync(desk.path(name));
  const [from, to] = [Math.floor(bytes.length * 0.3), Math.floor(bytes.length * 0.6)];
  for (let at = from; at < to; at += 7) bytes[at]! ^= 0xff;
  writeFileSync(desk.path(name), bytes);
}

it.each(['snappy', 'zstd', 'gzip'])(
  'a %s page that cannot be unpacked: every command names the file and says what to do',
  async (codec) => {
    const name = `kunden-${codec}.parquet`;
    await damagedParquet(name, codec);
    for (const [command, options] of commands) {
      const ran = await desk.custos([command, name, ...options]);
      expect([command, ran.status, ran.stdout]).toEqual([command, 3, '']);
      expect(ran.stderr).toContain(
        `“${name}” is a damaged Parquet file: its pages or its footer cannot be read; get it again.`,
      );
      expect(ran.stderr).not.toMatch(/Error|geheim|data engine/);
    }
  },
);

it.each([
  [
    'cut.json',
    '[{"city": "geheim", "age": 3}, {"city": "gehe',
    'ends in line 1 inside a JSON value that is not closed: it was cut off; get it again.',
  ],
  [
    'more.json',
    '[{"city": "geheim", "age": 3}]\n{"city": "geheim", "age": 4}\n',
    'goes on after the value that holds the records',
  ],
])('%s: the sentence names the file', async (name, text, words) => {
  writeFileSync(desk.path(name), text);
  const ran = await desk.custos(['profile', name]);
  expect(ran.status).toBe(3);
  expect(ran.stderr).toContain(`“${name}”`);
  expect(ran.stderr).toContain(words);
  expect(ran.stderr).not.toContain(secret);
});
