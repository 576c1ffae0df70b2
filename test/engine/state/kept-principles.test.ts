import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { follow } from '#test/support/make-engine.ts';
import { people, workedWorkspace } from '../journal/worked-workspace.ts';

type States = { control: string; state: string }[];
interface Kept {
  workspace: States;
  datasets: { datasetId: string; states: States }[];
}

it('one dataset of two gives the workspace no pass; what was looked at is named, and kept as an entry', async () => {
  const { client, engine, path, apply, dataset, verify } = await workedWorkspace();
  await apply('towns.csv');
  const state = async (of: string | null) =>
    (await client.principles.matrix({})).cells.find(({ control, dataset: about }) => control === 'E3' && about === of)!;
  expect(await state(dataset.id)).toMatchObject({ state: 'passed', checks: [{ on: 'towns.csv' }] });
  expect((await state(null)).state).toBe('passed');
  writeFileSync(path('more.csv'), people().replaceAll('Lyon', 'Metz'));
  const more = await follow(client.datasets.import({ grantId: engine.grants.add(path('more.csv'), 'read').grantId }));
  expect((await state(more.id)).state).toBe('not-stated');
  expect((await state(null)).state).toBe('not-stated');

  expect((await client.principles.matrix({})).kept).toBeNull();
  const { shown, ...kept } = await client.principles.keep({});
  expect(await client.principles.matrix({})).toMatchObject({ kept, over: { releases: 1 } });
  const [entry] = (await client.register.list({ kind: 'principles.evaluated' })).entries;
  expect(kept).toEqual({ entry: entry!.seq, at: entry!.ts, by: 'Ada' });
  expect(entry!.payload).toMatchObject({
    releases: 1,
    workspace: expect.arrayContaining([{ control: 'E3', state: 'not-stated' }]),
    datasets: expect.arrayContaining([
      { datasetId: dataset.id, states: expect.arrayContaining([{ control: 'E3', state: 'passed' }]) },
      { datasetId: more.id, states: expect.arrayContaining([{ control: 'E3', state: 'not-stated' }]) },
    ]),
  });
  // Kept is what was shown: the same states, over the same.
  for (const { control, dataset: of, state: stands } of shown.cells) {
    const { workspace, datasets } = entry!.payload as Kept;
    const states = of === null ? workspace : datasets.find(({ datasetId }) => datasetId === of)!.states;
    expect(states).toContainEqual({ control, state: stands });
  }
  expect(shown).toMatchObject({ kept, over: { entries: entry!.seq - 1 } });
  expect(entry!.sentence).toContain('Ada had it kept where the principles stand, over 2 datasets: 16 controls:');
  expect(verify()).toMatchObject({ ok: true, problems: [] });
});
