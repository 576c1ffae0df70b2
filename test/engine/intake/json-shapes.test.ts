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

test('names and rows apart, their index beside numbers whose text is kept', async () => {
  const table = await bench.read('{"columns":["a","b"],"index":[0,1.0],"data":[[1.50,"x"],[2.50,"y"]]}', {}, 'a.json');
  expect([table.names, table.cells.map((row) => row.at(-2))]).toEqual([
    ['index', 'a', 'b'],
    ['1.50', '2.50'],
  ]);
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
  const first = await bench.read(text, {}, 'a.jsonl');
  expect([first.rows, first.options.table]).toEqual([5, 'contacts']);
  expect(first.warnings).toEqual([expect.stringMatching(/not those of “companies”/)]);
  const all = await bench.read(text, { options: { table: 'lines' } }, 'a.jsonl');
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

test.each<[string, unknown, string[], number]>([
  ['people as keys, two of them', { 'a@x.org': { plan: 'pro' }, 'b@x.org': { plan: 'free' } }, ['key', 'plan'], 2],
  ['people as keys inside', { users: { 'a@x.org': { n: 1 }, 'b@x.org': { n: 2 } }, version: 3 }, ['key', 'n'], 2],
  ['a list for each column', { id: [1, 2, 3], email: ['a@x.org', 'b@x.org', 'c@x.org'] }, ['id', 'email'], 3],
  [
    'names in a schema',
    { schema: { fields: [{ name: 'id' }, { name: 'city' }] }, rows: [[1, 'Ulm']] },
    ['id', 'city'],
    1,
  ],
  [
    'cells as BigQuery gives them',
    { schema: { fields: [{ name: 'id' }, { name: 'city' }] }, rows: [{ f: [{ v: '1' }, { v: 'Ulm' }] }] },
    ['id', 'city'],
    1,
  ],
  [
    'names in the meta data',
    {
      meta: { columns: ['id', 'city'] },
      data: [
        [1, 'Ulm'],
        [2, 'Kiel'],
      ],
    },
    ['id', 'city'],
    2,
  ],
  ['a schema over objects', { schema: { fields: [{ name: 'id' }] }, data: [{ id: 1 }, { id: 2 }] }, ['id'], 2],
  ['a list far inside', { response: { status: 'ok', result: { items: people } } }, names, 6],
  [
    'columns by the names of rows',
    { email: { r1: 'a@x.org', r2: 'b@x.org', r3: 'c@x.org' }, age: { r1: 1, r2: 2, r3: 3 } },
    ['key', 'email', 'age'],
    3,
  ],
])('%s', async (_what, value, columns, count) => {
  const table = await bench.read(JSON.stringify(value), {}, 'a.json');
  expect([table.names, table.rows]).toEqual([columns, count]);
  expect(table.warnings.length).toBeGreaterThan(0);
});

test('records over several lines and lists in one line are read under every ending', async () => {
  const pretty = people.map((one) => JSON.stringify(one, null, 2)).join('\n');
  const list = JSON.stringify(people);
  for (const file of ['a.json', 'a.jsonl', 'a.ndjson'])
    for (const text of [pretty, list, `${list}\n`, JSON.stringify(people, null, 1)]) {
      const table = await bench.read(text, {}, file);
      expect([table.names, table.cells]).toEqual([names, rows]);
    }
});

test('people are keys of rows in every line, and of a cell inside a record', async () => {
  const lines = people.map(({ email, age }) => JSON.stringify({ [email]: age }));
  const table = await bench.read(lines.join('\n'), {}, 'a.jsonl');
  expect([table.names, table.cells[0]]).toEqual([
    ['key', 'value'],
    ['p0@example.org', '20'],
  ]);
  const teams = [
    { team: 'x', members: { 'a@x.org': 1, 'b@x.org': 2 } },
    { team: 'y', members: { 'c@x.org': 3 } },
  ];
  expect((await bench.read(JSON.stringify(teams), {}, 'a.json')).names).toEqual(['team', 'members']);
});

test('messages of schema and state are no rows', async () => {
  const lines = [
    { type: 'SCHEMA', stream: 'users', schema: {} },
    ...people.map((record) => ({ type: 'RECORD', stream: 'users', record })),
    { type: 'STATE', value: {} },
  ];
  const table = await bench.read(lines.map((line) => JSON.stringify(line)).join('\n'), {}, 'a.jsonl');
  expect([table.rows, table.warnings]).toEqual([6, [expect.stringMatching(/SCHEMA and STATE/)]]);
});
