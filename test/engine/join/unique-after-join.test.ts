import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { planted, plantedFiles } from './planted.ts';

let desk: TestEngine;
const files = plantedFiles();

async function bring(name: string, text: string): Promise<string> {
  writeFileSync(desk.path(name), text);
  const { grantId } = desk.engine.grants.add(desk.path(name), 'read');
  return (await follow(desk.client.datasets.import({ grantId }))).id;
}

let left: { datasetId: string; column: string };
beforeAll(async () => {
  desk = makeEngine();
  await desk.client.workspaces.createTemporary({ name: 'Joined' });
  left = { datasetId: await bring('customers.csv', files.customers), column: 'email' };
});
afterAll(() => desk.close());

/** Rows of the file whose people stand in it `times`, each row as often. */
const repeated = (text: string, times: number): string => {
  const [head, ...rows] = text.trimEnd().split('\n');
  return `${[head, ...rows.flatMap((row) => Array.from({ length: times }, () => row))].join('\n')}\n`;
};

it.each([1, 6])('finds all who are alone after a join only, and nobody else, with %i rows each', async (times) => {
  const datasetId = await bring(`contracts-${times}.csv`, repeated(files.contracts, times));
  const right = { datasetId, column: 'contact_email' };
  const match = await follow(desk.client.joins.preview({ left, right }));
  const people = 3000 + planted;
  expect(match.rowsAfter).toBe(people * times);
  expect(match.risk).toMatchObject({
    left: { people, unique: 0 },
    right: { people, unique: 0 },
    joined: { people, unique: planted },
    onlyAfter: planted,
  });
  // By less than all columns fewer can be told apart, and by those of one dataset nobody.
  const byLeft = await follow(desk.client.joins.preview({ left, right, qi: ['city', 'age_band'] }));
  expect(byLeft.risk).toMatchObject({ joined: { unique: 0 }, onlyAfter: 0, worst: [] });
});
