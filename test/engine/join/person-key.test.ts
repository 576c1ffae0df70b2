import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

const files = {
  shop: ['email,city,note', ...Array.from({ length: 30 }, (_, at) => `p${at}@example.org,Ulm,shop ${at}`)],
  web: ['E-Mail,city,pages', ...Array.from({ length: 30 }, (_, at) => ` P${29 - at}@Example.ORG,Bonn,${at}`)],
  calls: ['mail,minutes', ...Array.from({ length: 60 }, (_, at) => `mailto:p${at % 30}@example.org,${at}`)],
};
const keyColumn = { shop: 'email', web: 'E-Mail', calls: 'mail' };
let desks: TestEngine[] = [];
beforeEach(() => (desks = []));
afterEach(() => Promise.all(desks.map((desk) => desk.close())));

/** A workspace of its own with all three files, and how two of them are joined there. */
async function workspace() {
  const desk = makeEngine();
  desks.push(desk);
  await desk.client.workspaces.createTemporary({ name: 'Joined' });
  const ids = new Map<string, string>();
  for (const [name, rows] of Object.entries(files)) {
    writeFileSync(desk.path(`${name}.csv`), `${rows.join('\n')}\n`);
    const { grantId } = desk.engine.grants.add(desk.path(`${name}.csv`), 'read');
    ids.set(name, (await follow(desk.client.datasets.import({ grantId }))).id);
  }
  const side = (name: keyof typeof files) => ({ datasetId: ids.get(name)!, column: keyColumn[name] });
  return {
    join: (left: keyof typeof files, right: keyof typeof files) =>
      follow(desk.client.joins.run({ left: side(left), right: side(right), name: `${left} and ${right}` })),
    /** The cells of a column, as somebody sees who asks for each. */
    cells: async (datasetId: string, column: string, rows: number): Promise<(string | null)[]> => {
      const found = [];
      for (let row = 0; row < rows; row += 1)
        found.push((await desk.client.datasets.revealCell({ datasetId, column, row })).text);
      return found;
    },
  };
}

it('names the same person alike in every view of a workspace, and otherwise in another one', async () => {
  const here = await workspace();
  const views = [(await here.join('shop', 'web')).dataset, (await here.join('shop', 'calls')).dataset];
  const [first, second] = [
    await here.cells(views[0]!.id, 'person_key', 30),
    await here.cells(views[1]!.id, 'person_key', 60),
  ];
  expect(new Set(first).size).toBe(30);
  expect(new Set(second)).toEqual(new Set(first));
  for (const key of first) expect(key).toMatch(/^[0-9a-f]{64}$/);
  // Nobody without the key can tell from an address who that is.
  expect(first).not.toContain(createHash('sha256').update('p0@example.org').digest('hex'));
  const elsewhere = await workspace();
  const other = (await elsewhere.join('shop', 'web')).dataset;
  expect(await elsewhere.cells(other.id, 'person_key', 1)).not.toEqual(first.slice(0, 1));
});

it('puts what both say of somebody into one row, in the order of the left, names told apart', async () => {
  const here = await workspace();
  const { dataset, relation, rowsAfter, left, right } = await here.join('shop', 'web');
  expect({ relation, rowsAfter, respelled: [left.respelled, right.respelled] }).toEqual({
    relation: 'one-to-one',
    rowsAfter: 30,
    respelled: [0, 0],
  });
  const names = ['person_key', 'city (shop)', 'note', 'city (web)', 'pages'];
  expect(dataset.columns.map(({ name }) => name)).toEqual(names);
  expect(dataset.warnings.join(' ')).toMatch(/Told apart.*“city \(shop\)”, “city \(web\)”/);
  expect(await here.cells(dataset.id, 'note', 2)).toEqual(['shop 0', 'shop 1']);
  expect(await here.cells(dataset.id, 'pages', 2)).toEqual(['29', '28']);
});
