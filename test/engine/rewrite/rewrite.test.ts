import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { readRejects } from '#engine/use-cases/datasets/read-rejects.ts';
import { inventoryDates } from '#engine/use-cases/datasets/inventory-dates.ts';
import { rewriteDatasets } from '#engine/use-cases/rewrite/rewrite-datasets.ts';
import type { RewriteChange } from '#engine/use-cases/rewrite/rewrite-change.ts';
import { erasingChange } from './children/erasing-change.ts';
import { gone, jobOf, peopleAt, reopened, rowsOf, sha256OfFile, whereItStands } from './support.ts';

const reason = 'Art. 17 request';
const because = { reason, cause: 'erasure' as const };
it('takes rows, cells and rejected rows out, and leaves everything else in its order', async () => {
  const { place, state, workspace, id } = await peopleAt();
  const before = await rowsOf(state, id);
  expect(whereItStands(gone.email, [workspace.workDirectory])).not.toEqual([]);
  const sealedBefore = sha256OfFile(join(place.directory, 'data', `${id}.rows.sealed`));
  const [made] = await rewriteDatasets(state, jobOf(), [{ datasetId: id, change: erasingChange }], because);
  expect(made).toMatchObject({ rowsBefore: 60, rowsAfter: 59, cells: 1, changedColumns: ['note'], rejectedRows: 1 });
  const wanted = before.map((row) => [...row]);
  wanted[30]![3] = 'knows [erased] well';
  wanted.splice(20, 1);
  expect(await rowsOf(state, id)).toEqual(wanted);
  expect((await readRejects(state, { datasetId: id, offset: 0, limit: 10 })).total).toBe(1);

  const { summary, classification } = state.datasetRecord(id);
  expect(summary).toMatchObject({ rows: 59, rejectedRows: 1, rewrites: { times: 1, rows: 1, cells: 1 } });
  expect(classification.rows).toBe(59);
  const { profiles } = await state.dataset(id);
  expect(profiles.find(({ name }) => name === 'email')).toMatchObject({ rows: 59, distinct: 59 });
  expect([...(await inventoryDates(workspace, id)).values()]).not.toContain(gone.day);

  const [entry] = workspace.catalog.entriesOf('dataset.rewritten');
  expect(entry!.payload).toMatchObject({ rowsSealedBefore: sealedBefore, reason });
  for (const { name, sha256 } of entry!.payload.sealed)
    expect(sha256OfFile(join(place.directory, 'data', `${name}.sealed`)), name).toBe(sha256);
  expect(workspace.hold()).toMatchObject({ damage: null, contradictions: [] });
  expect(whereItStands(gone.email, [place.directory, workspace.workDirectory])).toEqual([]);
  expect(whereItStands(gone.day, [workspace.workDirectory])).toEqual([]);
  await state.close();
  expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [] });
  expect(await rowsOf(await reopened(place), id)).toEqual(wanted);
});

it('rewrites whole columns by an expression, and rows by a condition on a table of the caller’s own', async () => {
  const { state, id } = await peopleAt();
  const before = await rowsOf(state, id);
  const [made] = await rewriteDatasets(
    state,
    jobOf(),
    [
      {
        datasetId: id,
        change: async ({ duck }) => {
          await duck.run(
            'CREATE TEMP TABLE old_ones AS SELECT rowid AS n FROM dataset.main.data WHERE c3 < $$2019-05-10$$',
          );
          return {
            rows: 'rowid IN (SELECT n FROM old_ones)',
            columns: new Map([['city', 'CASE WHEN c2 = $$Bonn$$ THEN $$DE$$ ELSE c2 END']]),
            cells: [{ row: 10, column: 'city', value: null }],
          };
        },
      },
    ],
    because,
  );
  const wanted = before
    .map(([email, city, day, note], at) => [email, at === 10 ? null : city === 'Bonn' ? 'DE' : city, day, note])
    .filter(([, , day]) => !(day! < '2019-05-10'));
  expect(await rowsOf(state, id)).toEqual(wanted);
  const changed = wanted.filter(([, city]) => city !== 'Lyon').length;
  expect(made).toMatchObject({ rowsAfter: wanted.length, cells: changed, changedColumns: ['city'] });
});

it('takes out every row there is', async () => {
  const { state, id } = await peopleAt();
  await rewriteDatasets(state, jobOf(), [{ datasetId: id, change: { rows: 'TRUE' } }], because);
  expect(await rowsOf(state, id)).toEqual([]);
  expect(state.datasetRecord(id).summary.rows).toBe(0);
});

it('enters nothing where nothing changes', async () => {
  const { state, workspace, id } = await peopleAt();
  const change: RewriteChange = { rows: [], cells: [{ row: 1, column: 'city', value: 'Lyon' }], rejected: () => false };
  expect(await rewriteDatasets(state, jobOf(), [{ datasetId: id, change }], because)).toEqual([]);
  expect(workspace.catalog.entriesOf('dataset.rewritten')).toEqual([]);
  expect(workspace.next.names()).toEqual([]);
});

it('changes nothing when it is cancelled, fails, or is given no reason', async () => {
  const { state, workspace, id } = await peopleAt();
  const before = await rowsOf(state, id);
  const plan = { datasetId: id, change: erasingChange };
  const controller = new AbortController();
  const cancelled = { ...jobOf(controller.signal), progress: () => controller.abort() };
  await expect(rewriteDatasets(state, cancelled, [plan], because)).rejects.toThrow();
  const fails = {
    ...because,
    enter: () => {
      throw new Error('no room');
    },
  };
  await expect(rewriteDatasets(state, jobOf(), [plan], fails)).rejects.toThrow('no room');
  const unknown: RewriteChange = { cells: [{ row: 1, column: 'nowhere', value: null }] };
  await expect(rewriteDatasets(state, jobOf(), [plan, { datasetId: id, change: unknown }], because)).rejects.toThrow(
    expect.objectContaining({ code: 'COLUMN_UNKNOWN' }),
  );
  expect(() => rewriteDatasets(state, jobOf(), [plan], { ...because, reason: ' ' })).toThrow('Say why');
  expect(workspace.next.names()).toEqual([]);
  expect(await rowsOf(state, id)).toEqual(before);
  expect((await state.dataset(id)).record.summary.rows).toBe(60);
  expect(workspace.hold().contradictions).toEqual([]);
});
