// Tables that a JSON text holds in another shape than a list of objects, several tables in one list, and what is lost
// in a record: read, or told.
import { expect, test } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const people = Array.from({ length: 6 }, (_, n) => ({
  email: `p${n}@example.org`,
  plan: n % 2 ? 'pro' : 'free',
  age: 20 + n,
}));
const rows = people.map(({ email, plan, age }) => [email, plan, String(age)]);
const names = ['email', 'plan', 'age'];

test.each<[string, unknown]>([
  [
    'names and rows apart',
    { columns: names, index: [0, 1, 2, 3, 4, 5], data: people.map((one) => Object.values(one)) },
  ],
  [
    'a member for each column',
    Object.fromEntries(
      names.map((name) => [name, Object.fromEntries(people.map((one, at) => [at, one[name as 'age']]))]),
    ),
  ],
  ['lists under a list of names', [names, ...people.map((one) => Object.values(one))]],
])('%s: the same table, and the reading is told', async (_what, value) => {
  for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
    const table = await bench.read(text, {}, 'a.json');
    expect([table.names, table.cells]).toEqual([names, rows]);
    expect(table.warnings).toHaveLength(1);
  }
});

test('objects by key are rows, and no key of a person becomes the name of a column', async () => {
  const byAddress = Object.fromEntries(people.map(({ email, ...rest }) => [email, rest]));
  const table = await bench.read(JSON.stringify(byAddress), {}, 'a.json');
  expect([table.names, table.cells]).toEqual([['key', 'plan', 'age'], rows]);
  const large = Object.fromEntries(
    Array.from({ length: 30_000 }, (_, n) => [`p${n}@example.org`, { plan: 'pro', note: 'x'.repeat(40), age: n }]),
  );
  const long = await bench.read(JSON.stringify(large), {}, 'a.json');
  expect([long.names, long.rows]).toEqual([['key', 'plan', 'note', 'age'], 30_000]);
});

test('pages one after the other are the rows of all of them, whether lines or not', async () => {
  const page = (from: number, to: number) => JSON.stringify({ page: from, total: 6, items: people.slice(from, to) });
  for (const [file, text] of [
    ['a.json', page(0, 4) + page(4, 6)],
    ['a.jsonl', `${page(0, 4)}\n${page(4, 6)}\n`],
  ] as const) {
    const table = await bench.read(text, {}, file);
    expect([table.names, table.cells]).toEqual([names, rows]);
    expect(table.warnings).toContainEqual(expect.stringMatching(/page: the elements of its list “items”/));
  }
  const orders = [1, 2, 3]
    .map((n) => JSON.stringify({ id: n, total: 3, items: [{ sku: 'a' }, { sku: 'b' }] }))
    .join('\n');
  expect((await bench.read(orders, {}, 'a.jsonl')).names).toEqual(['id', 'total', 'items']);
});

test('a record of parts stays one record', async () => {
  const record = { user: { name: 'Ann', city: 'Bonn' }, order: { id: 7, sum: 3.5 }, shop: { branch: 'Ulm' } };
  const table = await bench.read(JSON.stringify(record), {}, 'a.json');
  expect([table.names.slice(0, 2), table.rows, table.warnings]).toEqual([['user.name', 'user.city'], 1, []]);
});

test('lists of values without names stay as they are', async () => {
  const table = await bench.read('[["Ann","Bonn"],["Bo","Ulm"],["Cy","Kiel"]]', {}, 'a.json');
  expect(table.rows + table.warnings.length).toBe(3);
});

test('several kinds of records are told, and one of them can be read alone', async () => {
  const lines = Array.from({ length: 10 }, (_, n) =>
    n % 2 === 0
      ? { stream: 'contacts', data: { id: n, email: `p${n}@example.org` }, emitted_at: n }
      : { stream: 'companies', data: { number: n, domain: 'x.example' }, emitted_at: n },
  );
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  const all = await bench.read(text, {}, 'a.jsonl');
  expect([all.rows, all.warnings]).toEqual([
    10,
    [expect.stringMatching(/2 kinds, by “stream”: “contacts”, “companies”/)],
  ]);
  const one = await bench.read(text, { options: { table: 'contacts' } }, 'a.jsonl');
  expect([one.rows, one.names]).toEqual([5, ['stream', 'data.id', 'data.email', 'emitted_at']]);
  expect(one.warnings).toEqual([expect.stringMatching(/not those of “companies”/)]);
});

test('a member that only sorts records of one kind makes no tables of them', async () => {
  const lines = Array.from({ length: 10 }, (_, n) => `{"type":"${n % 2 ? 'a' : 'b'}","id":${n},"sum":${n}}`);
  expect((await bench.read(lines.join('\n'), {}, 'a.jsonl')).warnings).toEqual([]);
});

test('a key that a record has twice is told, a colon after a quote in a text is not', async () => {
  const twice = '{"id":1,"email":"a@x.org","email":"b@x.org"}\n{"id":2,"email":"c@x.org"}\n{"id":3,"in":{"a":1,"a":2}}';
  const table = await bench.read(twice, {}, 'a.jsonl');
  expect(table.warnings).toEqual([expect.stringMatching(/^2 records have a key twice/)]);
  expect((await bench.read('{"id":1,"t":"say \\"a\\": b"}\n{"id":2,"t":"x"}', {}, 'a.jsonl')).warnings).toEqual([]);
});

test('NaN and Infinity are read as missing and told; the words in a text stay', async () => {
  const text = '{"id":1,"n":NaN,"t":"NaN"}\n{"id":2,"n":-Infinity,"t":"x"}\n{"id":3,"n":5,"t":"Infinity, NaN"}';
  const table = await bench.read(text, {}, 'a.jsonl');
  expect(table.cells).toEqual([
    ['1', null, 'NaN'],
    ['2', null, 'x'],
    ['3', '5', 'Infinity, NaN'],
  ]);
  expect(table.warnings).toEqual([expect.stringMatching(/^2 records write NaN or Infinity/)]);
});
