import type { RetentionHold } from '#shared/domain/retention.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { bindingsOf, holdsOn, rulesOf } from './bindings-of.ts';
import { rowsOfHeldPeople } from './held-people.ts';
import { measureExpiry, type Expiry } from './measure-expiry.ts';

/** What of one dataset is over, and which holds keep it. */
export interface LookedAt {
  id: string;
  name: string;
  rows: number;
  /** How often its rows were written anew when it was looked at: numbers of rows hold until the next time. */
  edition: string;
  found: FoundExpiry[];
}

export interface FoundExpiry {
  expiry: Expiry;
  /** Those that keep anything of it. */
  holds: RetentionHold[];
  /** Of what is over, kept by them. */
  held: number;
  /** Numbers of the rows, from 0, that are kept since they are a person's; null: all are kept, or none. */
  keptRows: ReadonlySet<number> | null;
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

/** What holds keep of what is over: all of it, or the rows of people. */
function heldOf(
  expiry: Expiry,
  on: readonly RetentionHold[],
  rowsOf: (hold: string) => ReadonlySet<number> | undefined,
): FoundExpiry {
  const whole = on.filter(({ identifiers }) => identifiers === undefined);
  if (whole.length > 0) return { expiry, holds: whole, held: expiry.over, keptRows: null };
  const ofPeople = on.filter(({ id }) => expiry.rows.some((row) => rowsOf(id)?.has(row) === true));
  if (ofPeople.length === 0) return { expiry, holds: [], held: 0, keptRows: null };
  const keptRows = new Set(ofPeople.flatMap(({ id }) => [...(rowsOf(id) ?? [])]));
  return { expiry, holds: ofPeople, held: expiry.rows.filter((row) => keptRows.has(row)).length, keptRows };
}

/**
 * Looks at every dataset that a rule is bound to, a scan of each; where single people are held they are looked for first.
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
  const kept = await rowsOfHeldPeople(
    state,
    job,
    holds.filter(({ until }) => until >= today),
  );
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
        measureExpiry(table, bindings, { today, signal: job.signal, withRows: withRows || kept.size > 0 }),
      );
      const withHolds = found.map((expiry) => {
        const on = holdsOn(holds, expiry.binding, { datasetId: id, today });
        return heldOf(expiry, on, (hold) => kept.get(hold)?.get(id));
      });
      looked.datasets.push({ id, name, rows, edition, found: withHolds });
    }
  }
  return looked;
}
