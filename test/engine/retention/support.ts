import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { importDataset } from '#engine/use-cases/datasets/import-dataset.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { createWorkspace } from '#engine/workspace/open-workspace.ts';
import { jobOf, sessionAt } from '../rewrite/support.ts';
import { newWorkspace, testPlace } from '../workspace/support.ts';

/** The day on which tests look. */
export const today = '2026-11-30';

/** A workspace with one table as a dataset, open, on a day. */
export async function datasetOf(lines: readonly string[], clock = `${today}T09:00:00Z`) {
  const place = testPlace();
  const now = { at: clock };
  const state = sessionAt({ ...place, env: { ...place.env, clock: () => new Date(now.at) } });
  const { workspace } = await createWorkspace(place.directory, newWorkspace, {
    ...place.env,
    clock: () => new Date(now.at),
  });
  await state.adoptWorkspace(workspace);
  const path = join(place.root, 'people.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const { grantId } = state.grants.add(path, 'read');
  const { id } = await importDataset(state, jobOf(), { grantId, informedHow: '' });
  return { place, state, workspace, id, now };
}

/** The rows of a dataset as they lie in the workspace, read with a query of our own. */
export const rowsOf = (state: EngineSession, id: string): Promise<Record<string, string | null>[]> =>
  withDataset(state, id, ({ duck, relation, columns }) =>
    duck.query(
      `SELECT ${columns.map(({ physical, name }) => `${physical} AS "${name}"`).join(', ')} FROM ${relation} ORDER BY rowid`,
    ),
  );
