import { expect, test } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const one = (n: number) => `{"email":"p${n}@example.org","n":${n}}`;
const cells = (...numbers: number[]) => numbers.map((n) => [`p${n}@example.org`, String(n)]);

test.each([
  `[${one(1)},${one(2)}]\n${one(3)}`,
  `[${one(1)}] 5`,
  `{"rows":[${one(1)}]}${' '.repeat(9_000_000)}{"rows":[]}`,
  `[${one(1)}]"x"`,
])('what follows the records makes no rows of its own: refused', async (content) => {
  expect(await bench.failure(await bench.file(content, 'a.json'))).toMatchObject({
    code: 'FILE_DAMAGED',
    message: expect.stringMatching(/goes on after/),
  });
});

test('a second array is read and told', async () => {
  const table = await bench.read(`[${one(1)}]\n[${one(2)},${one(3)}]`, {}, 'a.json');
  expect([table.cells, table.warnings]).toEqual([
    cells(1, 2, 3),
    ['Another array follows the first; the elements of all of them are read as records.'],
  ]);
});

test('elements without a comma, or with two, are read and told', async () => {
  for (const text of [
    `[${one(1)}${one(2)},${one(3)}]`,
    `[${one(1)},,${one(2)},${one(3)}]`,
    `{"rows":[${one(1)} ${one(2)},${one(3)}]}`,
  ]) {
    const table = await bench.read(text, {}, 'a.json');
    expect([table.cells, table.warnings.length]).toEqual([cells(1, 2, 3), 1]);
  }
  expect((await bench.read(`[${one(1)},${one(2)}]`, {}, 'a.json')).warnings).toEqual([]);
});

test('several records on one line of JSON Lines are read like the same text as JSON', async () => {
  for (const text of [
    `${one(1)}${one(2)}${one(3)}`,
    `${one(1)} ${one(2)}\n${one(3)}\n`,
    `${one(1)}\n${one(2)},${one(3)}`,
  ]) {
    const table = await bench.read(text, {}, 'a.ndjson');
    expect([table.cells, table.rejects.total, table.warnings.length]).toEqual([cells(1, 2, 3), 0, 1]);
  }
  expect((await bench.read(`${one(1)}\n${one(2)}x\n`, {}, 'a.ndjson')).rejects.total).toBe(1);
});

test('a file none of whose first records can be read is refused without going through the rest of it', async () => {
  let done = 0;
  const path = await bench.file('{"a":1,"b":}\n'.repeat(600_000), 'a.jsonl');
  const failure = await bench.failure(path, { onProgress: (progress) => void (done = Math.max(done, progress.done)) });
  expect(failure).toMatchObject({
    code: 'FILE_DAMAGED',
    message: expect.stringMatching(/^None of the first 2\d\d,\d{3} records of “\d+-a\.jsonl” can be read; line 1: /),
  });
  expect(done).toBeLessThan(4_000_000);
  // A good record before them, and each of them is set aside as ever.
  const table = await bench.read(`{"a":1}\n${'{"a":1,"b":}\n'.repeat(250_000)}`, {}, 'b.jsonl');
  expect([table.rows, table.rejects.total]).toEqual([1, 250_000]);
});

test('an object of more arrays than a table has columns is refused by name, before their names fill the memory', async () => {
  const text = `{"rows":[{"a":1}],${Array.from({ length: 30_000 }, (_unused, at) => `"k${at}":[1]`).join(',')}}`;
  expect(await bench.failure(await bench.file(text, 'a.json'))).toMatchObject({
    code: 'FILE_DAMAGED',
    message: expect.stringContaining('more than 20,000 different fields'),
  });
});
