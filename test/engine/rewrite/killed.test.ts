import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { rewriteBorder } from '#engine/use-cases/rewrite/rewrite-border.ts';
import { rewriteDatasets } from '#engine/use-cases/rewrite/rewrite-datasets.ts';
import { readRejects } from '#engine/use-cases/datasets/read-rejects.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { compileCache } from '#scripts/runtime/project-root.mjs';
import { passphrase, testPlace } from '../workspace/support.ts';
import { erasingChange } from './children/erasing-change.ts';
import { filesBelow, gone, jobOf, peopleAt, reopened, rowsOf, sessionAt } from './support.ts';

const { reached } = rewriteBorder;
afterEach(() => void (rewriteBorder.reached = reached));

/** What a workspace holds of the person: their row, the mention, the row that could not be read; and what it says. */
async function found(place: Parameters<typeof reopened>[0], id: string) {
  const state = await reopened(place);
  const rows = await rowsOf(state, id);
  const cells = rows.flat().filter((cell) => cell?.includes(gone.email)).length;
  const { total } = await readRejects(state, { datasetId: id, offset: 0, limit: 10 });
  const { profiles } = await state.dataset(id);
  const workspace = state.requireWorkspace();
  const told = {
    rows: rows.length,
    cells,
    rejected: total,
    profiled: profiles[0]!.rows,
    kept: state.datasetRecord(id).summary.rows,
    entries: workspace.catalog.entriesOf('dataset.rewritten').length,
    waiting: workspace.next.names(),
    contradictions: workspace.hold().contradictions,
    notices: state.settledReleases().length,
  };
  await state.close();
  return told;
}

const before = { rows: 60, cells: 2, rejected: 2, profiled: 60, kept: 60, entries: 0 };
const after = { rows: 59, cells: 0, rejected: 1, profiled: 59, kept: 59, entries: 1 };
const sound = { waiting: [], contradictions: [] };

it('leaves the old state or the new one, whenever it ends, and nothing half', async () => {
  const { place, state, id } = await peopleAt();
  const moments: { moment: string; place: ReturnType<typeof testPlace> }[] = [];
  // The folder as it lies at each moment is what a process leaves that is killed there.
  rewriteBorder.reached = (moment) => {
    const copy = testPlace(join(place.root, `at-${moments.length}`));
    cpSync(place.directory, copy.directory, { recursive: true });
    moments.push({ moment, place: copy });
  };
  await rewriteDatasets(state, jobOf(), [{ datasetId: id, change: erasingChange }], {
    reason: 'asked',
    cause: 'erasure',
  });
  rewriteBorder.reached = reached;
  expect(moments.map(({ moment }) => moment)).toEqual(
    'rows-written file-sealed file-sealed file-sealed file-sealed prepared entered '
      .trim()
      .split(' ')
      .concat(['file-promoted', 'file-promoted', 'file-promoted', 'file-promoted', 'over']),
  );
  for (const [at, { moment, place: cut }] of moments.entries()) {
    const entered = at >= 6;
    const told = await found(cut, id);
    expect(told, `${moment} ${at}`).toMatchObject({ ...(entered ? after : before), ...sound });
    expect(told.notices, `${moment} ${at}`).toBe(at >= 6 && at < 10 ? 1 : 0);
    expect(verifyRegister(cut.directory, cut.env)).toMatchObject({ ok: true });
    expect(
      filesBelow(join(cut.directory, 'data'))
        .map(({ path }) => path)
        .filter((path) => /next|partial/.test(path)),
    ).toEqual([]);
  }
});

it('reads what the register names where it waits, in a folder that cannot be written', async () => {
  const { place, state, id } = await peopleAt();
  const copy = testPlace(join(place.root, 'cut-off'));
  rewriteBorder.reached = (moment) => {
    if (moment === 'entered') cpSync(place.directory, copy.directory, { recursive: true });
  };
  await rewriteDatasets(state, jobOf(), [{ datasetId: id, change: erasingChange }], {
    reason: 'asked',
    cause: 'erasure',
  });
  const workspace = await openWorkspace(copy.directory, { passphrase }, copy.env);
  const readOnly = new Proxy(workspace, {
    get: (target, name) => {
      const value: unknown = name === 'readOnlyPlace' ? true : Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const reading = sessionAt(copy);
  await reading.adoptWorkspace(readOnly);
  expect(await rowsOf(reading, id)).toHaveLength(after.rows);
  expect(workspace.next.names()).toHaveLength(4);
});

it('of a killed process its next start makes one whole, and its working copies are gone', async () => {
  const { place, state, id } = await peopleAt();
  await state.close();
  const program = fileURLToPath(new URL('children/rewrite-and-die.ts', import.meta.url));
  const { signal, stderr } = spawnSync(
    process.execPath,
    [program, place.directory, place.env.profileDirectory, place.env.workRoot, passphrase, id, 'entered'],
    { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: compileCache } },
  );
  expect(signal, stderr).toBe('SIGKILL');
  const holdsThem = filesBelow(place.env.workRoot).filter(({ bytes }) => bytes.includes(gone.email));
  expect(holdsThem.length).toBeGreaterThan(0);
  expect(await found(place, id)).toMatchObject({ ...after, ...sound, notices: 1 });
  expect(filesBelow(place.env.workRoot).filter(({ bytes }) => bytes.includes(gone.email))).toEqual([]);
});
