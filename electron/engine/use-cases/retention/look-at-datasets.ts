import type { RetentionHold } from '#shared/domain/retention.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { bindingsOf, holdsOn, rulesOf } from './bindings-of.ts';
import { measureExpiry, type Expiry } from './measure-expiry.ts';

/** What of one dataset is over, and which holds keep it. */
export interface LookedAt {
  id: string;
  name: string;
  rows: number;
  /** How often its rows were written anew when it was looked at: numbers of rows hold until the next time. */
  edition: string;
  found: { expiry: Expiry; holds: RetentionHold[] }[];
}

/** What tells whether a dataset is still the one that was looked at. */
export function editionOf(state: EngineSession, id: string): string {
  const { summary } = state.datasetRecord(id);
  return JSON.stringify([
    summary.importedAt,
    summary.rows,
    state.requireWorkspace().catalog.held.hashOf('dataset', id),
  ]);
}

export interface Looked {
  today: string;
  datasets: LookedAt[];
  unbound: { id: string; name: string }[];
  notRead: { dataset: string; why: string }[];
}

/**
 * Looks at every dataset that a rule is bound to, a scan of each.
 * @throws Failure JOB_CANCELLED, FILE_DAMAGED
 */
export async function lookAtDatasets(
  state: EngineSession,
  job: JobContext,
  { today, withRows, only }: { today: string; withRows: boolean; only?: ReadonlySet<string> | undefined },
): Promise<Looked> {
  const workspace = state.requireWorkspace();
  const rules = rulesOf(workspace, today);
  const holds = workspace.catalog.retention.holds();
  const unreadable = new Map(unreadableDatasets(workspace).map(({ id, name }) => [id, name]));
  const looked: Looked = {
    today,
    datasets: [],
    unbound: [],
    notRead: [...unreadable.values()].map((dataset) => ({ dataset, why: text.unreadable })),
  };
  const listed = workspace.catalog.datasets
    .list()
    .filter(({ id }) => !unreadable.has(id) && (only === undefined || only.has(id)));
  for (const [done, { id, name, rows }] of listed.entries()) {
    job.progress({ phase: text.looking, done, total: listed.length, unit: 'steps' });
    const bindings = bindingsOf(workspace, id, rules);
    if (bindings.length === 0) looked.unbound.push({ id, name });
    else {
      const edition = editionOf(state, id);
      const found = await withDataset(state, id, (table) =>
        measureExpiry(table, bindings, { today, signal: job.signal, withRows }),
      );
      const withHolds = found.map((expiry) => ({
        expiry,
        holds: holdsOn(holds, expiry.binding, { datasetId: id, today }),
      }));
      looked.datasets.push({ id, name, rows, edition, found: withHolds });
    }
  }
  return looked;
}
