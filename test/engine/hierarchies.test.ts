// What the hierarchy editor asks of the engine: values that may be named, hierarchies proposed for them, and files.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { proposeHierarchies } from '#engine/anonymise/hierarchies/propose-hierarchies.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

const towns = [
  ['Köln', 'Nordrhein-Westfalen', 'Germany', 30],
  ['Bonn', 'Nordrhein-Westfalen', 'Germany', 20],
  ['Roma', 'Lazio', 'Italy', 15],
  ['Vrsac', 'Vojvodina', 'Serbia', 12],
  ['Ghent', 'Flanders', 'Belgium', 3],
] as const;
const jobs = ['Nurse', 'Bäcker', 'electrician', 'Rentnerin', 'Exec-managerial', 'Xylographer'];
const people = towns.flatMap(([city, region, country, many]) =>
  Array.from({ length: many }, () => ({ city, region, country })),
);
const csv = [
  'email,city,state,country,occupation,signup',
  ...people.map(({ city, region, country }, at) =>
    [
      `p${at}@example.org`,
      city,
      // One row in thirty says another region.
      at === 7 ? 'Bayern' : region,
      country,
      jobs[at % jobs.length],
      at % 2 === 0 ? `2024-0${1 + (at % 9)}-11` : `${10 + (at % 18)}.0${1 + (at % 9)}.2023`,
    ].join(','),
  ),
].join('\n');

let made: TestEngine;
let dataset: DatasetSummary;
const grant = (name: string, use: 'read' | 'write') => made.engine.grants.add(made.path(name), use).grantId;
const propose = (column: string) => made.client.hierarchies.propose({ datasetId: dataset.id, column });
const reveal = (column: string) => made.client.datasets.revealColumn({ datasetId: dataset.id, column, revealed: true });

beforeAll(async () => {
  made = makeEngine();
  await made.client.workspaces.createTemporary({ name: 'Towns', operator: 'Ada' });
  writeFileSync(made.path('people.csv'), csv);
  dataset = await follow(made.client.datasets.import({ grantId: grant('people.csv', 'read') }));
});
afterAll(() => made.close());

it('names of a masked column only values that many people share, and logs who asked', async () => {
  const before = (await made.client.register.list({ kind: 'value.counted' })).entries.length;
  const { hidden, least, values, others, proposals } = await propose('city');
  expect({ hidden, least, others }).toEqual({ hidden: true, least: 10, others: { values: null, rows: null } });
  expect(values).toEqual([
    { value: 'Köln', rows: 30 },
    { value: 'Bonn', rows: 20 },
    { value: 'Roma', rows: 15 },
    { value: 'Vrsac', rows: 12 },
  ]);
  expect(JSON.stringify(proposals)).not.toMatch(/Ghent|Flanders|Belgium|Bayern/);
  expect((await made.client.register.list({ kind: 'value.counted' })).entries).toHaveLength(before + 1);
});

it('proposes what neighbouring columns say, then lists with what they cover, then the values themselves', async () => {
  await reveal('city');
  const { hidden, others, proposals } = await propose('city');
  expect({ hidden, others }).toEqual({ hidden: false, others: null });
  expect(proposals.map(({ kind, coveredValues, coveredRows }) => [kind, coveredValues, coveredRows])).toEqual([
    ['columns', 5, 80],
    ['place', 4, 68],
    ['frequency', 5, 80],
  ]);
  expect(proposals[0]!.rows[0]).toEqual(['Köln', 'Nordrhein-Westfalen', 'Germany', '*']);
  expect(proposals[0]!.source).toBe('What “state” and “country” say in the same rows');
  expect(proposals[1]!.rows).toContainEqual(['Roma', 'Italy', '*']);
  expect(proposals[1]!.source).toContain('GeoNames');
});

it('knows occupations in several languages and says which it does not know', async () => {
  await reveal('occupation');
  const { values, proposals } = await propose('occupation');
  const { rows, kind, coveredValues } = proposals[0]!;
  expect([kind, coveredValues, values.length]).toEqual(['occupation', 4, 6]);
  expect(new Map(rows.map(([value, group]) => [value, group]))).toEqual(
    new Map([
      ['Nurse', 'Professionals'],
      ['electrician', 'Craft and related trades workers'],
      ['Rentnerin', 'Retired'],
      ['Exec-managerial', 'Managers'],
    ]),
  );
});

it('knows countries by names of several languages and by codes', () => {
  const values = ['United-States', 'Deutschland', 'FR', 'Perú', 'Atlantis'].map((value) => ({ value, rows: 1 }));
  const { kind, rows, coveredValues } = proposeHierarchies('country', values, null)[0]!;
  expect([kind, coveredValues]).toEqual(['country', 4]);
  expect(rows.map(([, region]) => region)).toEqual(['Americas', 'Europe', 'Europe', 'Americas']);
});

it('puts dates that are written in two ways into the same quarters and years', async () => {
  await reveal('signup');
  const { proposals } = await propose('signup');
  const { kind, rows } = proposals.at(-1)!;
  expect(kind).toBe('date');
  expect(new Set(rows.map((row) => row.at(-2)))).toEqual(new Set(['2023', '2024']));
  for (const row of rows) expect(row.at(-2)).toBe(/20\d\d/.exec(row[0]!)![0]);
});

it('reads a file and writes the same bytes again, over itself, too; refuses one with a fault by its line', async () => {
  const bytes = Buffer.from('"Köln";DE;*\r\n"Roma";IT;*', 'latin1');
  writeFileSync(made.path('city.csv'), bytes);
  const like = grant('city.csv', 'read');
  const { rows, fileName } = await made.client.hierarchies.importFile({ grantId: like });
  expect([fileName, rows]).toEqual([
    'city.csv',
    [
      ['Köln', 'DE', '*'],
      ['Roma', 'IT', '*'],
    ],
  ]);
  for (const name of ['copy.csv', 'city.csv']) {
    await made.client.hierarchies.exportFile({ rows, grantId: grant(name, 'write'), likeGrantId: like });
    expect(readFileSync(made.path(name)).equals(bytes)).toBe(true);
  }
  writeFileSync(made.path('bad.csv'), 'a;x;p;*\nb;x;q;*\n');
  await expect(made.client.hierarchies.importFile({ grantId: grant('bad.csv', 'read') })).rejects.toThrow(
    expect.objectContaining({ data: expect.objectContaining({ detail: expect.stringContaining('bad.csv, line 2') }) }),
  );
  await expect(
    made.client.hierarchies.exportFile({ rows, grantId: grant('people.csv', 'write') }),
  ).rejects.toMatchObject({ code: 'TARGET_PROTECTED' });
});

it('counts people, not rows, where a column tells them apart, and says when some have several values', async () => {
  // Twelve people of four visits each; three of them were in two towns.
  const visits = Array.from({ length: 48 }, (_, at) => {
    const person = at % 12;
    return `K-${1000 + person},${person < 3 && at >= 36 ? 'Bonn' : ['Köln', 'Roma'][person % 2]!},${at}`;
  });
  const steady = visits.map((row) => row.replace('Bonn', row.startsWith('K-1001') ? 'Roma' : 'Köln'));
  for (const [name, rows, several] of [
    ['moved', visits, true],
    ['steady', steady, false],
  ] as const) {
    writeFileSync(made.path(`${name}.csv`), `customer_id,city,minutes\n${rows.join('\n')}\n`);
    const { id: datasetId } = await follow(made.client.datasets.import({ grantId: grant(`${name}.csv`, 'read') }));
    await made.client.datasets.revealColumn({ datasetId, column: 'city', revealed: true });
    const found = await made.client.hierarchies.propose({ datasetId, column: 'city' });
    expect(found).toMatchObject({ counts: 'people', several });
    const truth = new Map<string, Set<string>>();
    for (const [person, city] of rows.map((row) => row.split(',') as [string, string]))
      truth.set(city, (truth.get(city) ?? new Set()).add(person));
    expect(new Map(found.values.map(({ value, people }) => [value, people]))).toEqual(
      new Map([...truth].map(([city, who]) => [city, who.size])),
    );
  }
  expect(await propose('country')).toMatchObject({ counts: 'rows', several: false });
});
