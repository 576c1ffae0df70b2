import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Classification } from '#shared/domain/finding.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { rewriteText } from '#shared/text/engine/rewrite.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import { isRecounted, recountRelation } from '#engine/classify/recount-relation.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { classifyColumns } from '#engine/tables/classify-columns.ts';
import { withDataset, type DatasetInHand } from '#engine/tables/from-dataset.ts';
import {
  sealedCodebook,
  sealedDates,
  sealedProfiles,
  sealedRejects,
  sealedRows,
  type SealedFile,
} from '#engine/workspace/sealed-names.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { datesText } from '../datasets/inventory-dates.ts';
import { rewriteBorder } from './rewrite-border.ts';
import type { RewriteChange, RewritePlan, Rewritten } from './rewrite-change.ts';
import { rewrittenRelation, writeRows } from './write-rows.ts';

/** A dataset as it becomes, sealed and waiting to take the place of what it is. */
export interface PreparedRewrite extends Rewritten {
  classification: Classification;
  /** SHA-256 over the sealed rows as they lie there. */
  rowsSealedBefore: string;
  /** What waits, by name, with its SHA-256. */
  sealed: SealedFile[];
}

interface WrittenRows {
  rows: number;
  changedColumns: readonly string[];
}

/** Profiles of the rows as they become. Where no row goes, a column whose cells stay has the profile that it had. */
async function profilesAnew(
  { duck, columns, session }: DatasetInHand,
  { rows, changedColumns }: WrittenRows,
  signal: AbortSignal,
): Promise<ColumnProfile[]> {
  const stay = new Map(
    rows === session.record.summary.rows
      ? session.profiles.flatMap((one) => (changedColumns.includes(one.name) ? [] : [[one.name, one] as const]))
      : [],
  );
  const read = columns.filter(({ name }) => !stay.has(name));
  const anew = await profileColumns(duck, rewrittenRelation, read, { signal, withTop: true, rows });
  const found = new Map([...stay, ...anew.map((one) => [one.name, one] as const)]);
  return columns.flatMap(({ name }) => found.get(name) ?? []);
}

/** What is known of the rows as they become; what was found of their columns stays. */
async function examine(
  state: EngineSession,
  job: JobContext,
  inHand: DatasetInHand,
  written: WrittenRows,
): Promise<{ profiles: ColumnProfile[]; classification: Classification; dates: string }> {
  const { duck, columns, layout, policy, codebook, session } = inHand;
  const { rows } = written;
  const table = { duck, relation: rewrittenRelation, columns: [...columns], rows, layout, policy };
  const profiles = await profilesAnew(inHand, written, job.signal);
  const before = session.record.classification;
  if (rows === 0)
    return {
      profiles,
      classification: { ...before, rows, singlingOut: [] },
      dates: datesText({ ...before, inventory: [] }),
    };
  const asked = { signal: job.signal, codebook: await codebook(), ...state.reckoning() };
  const found = isRecounted(rows, columns.length)
    ? await recountRelation(duck, rewrittenRelation, table.columns, before, { layout, policy, rows, ...asked })
    : await classifyColumns(table, asked);
  const { person: _person, ...rest } = before;
  const { person, singlingOut } = found;
  const classification = { ...rest, rows, singlingOut, ...(person === undefined ? {} : { person }) };
  return { profiles, classification, dates: datesText(found) };
}

/** A line of what was set aside at the import. */
const rejectedLine = z.object({ raw: z.string().default('') });

/** @returns the lines that stay, and how many go; null where none does */
export async function keptRejects(
  workspace: Workspace,
  datasetId: string,
  goes: NonNullable<RewriteChange['rejected']>,
  signal: AbortSignal,
): Promise<{ text: string; gone: number } | null> {
  const name = sealedRejects(datasetId);
  if (!workspace.hasSealed(name)) return null;
  const kept: string[] = [];
  let gone = 0;
  const path = await workspace.unseal(name, { signal });
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    throwIfCancelled(signal);
    if (line === '') continue;
    if (goes(rejectedLine.parse(JSON.parse(line)))) gone += 1;
    else kept.push(`${line}\n`);
  }
  return gone === 0 ? null : { text: kept.join(''), gone };
}

/** Writes the rows as they become into a database of the working directory, and looks at them. */
async function writeDatabase(
  state: EngineSession,
  job: JobContext,
  table: DatasetInHand,
  change: RewriteChange,
  database: string,
) {
  const { duck } = table;
  await duck.run(`ATTACH ${quoteText(database)} AS rewritten`);
  const done = interruptOnAbort(duck, job.signal);
  try {
    const written = await writeRows(table, change);
    rewriteBorder.reached('rows-written');
    return { ...written, ...(await examine(state, job, table, written)) };
  } catch (error) {
    throwIfCancelled(job.signal);
    throw error;
  } finally {
    done();
    await duck.run('DETACH rewritten');
  }
}

/**
 * Writes a dataset as it becomes beside what it is, sealed: rows, profiles, the days of its inventory, and of rejected
 * rows and codebook what changes. Nothing of the workspace is otherwise until `enterRewrites`.
 * @returns null where nothing would change
 */
export function prepareRewrite(
  state: EngineSession,
  job: JobContext,
  { datasetId, change }: RewritePlan,
): Promise<PreparedRewrite | null> {
  const workspace = state.requireWorkspace();
  job.progress({ phase: rewriteText.rewriting, done: 0, total: null, unit: 'rows' });
  return withDataset(state, datasetId, async (table) => {
    const asked = typeof change === 'function' ? await change(table) : change;
    const { signal } = job;
    const clear = (name: string): string => join(workspace.workDirectory, `${name}.next`);
    const made: string[] = [];
    const sealed: PreparedRewrite['sealed'] = [];
    const seal = async (name: string, text?: string): Promise<void> => {
      if (text !== undefined) {
        made.push(clear(name));
        await writeFile(clear(name), text, { mode: 0o600 });
      }
      sealed.push({ name, sha256: await workspace.next.seal(name, clear(name), { signal }) });
      rewriteBorder.reached('file-sealed');
    };
    const database = clear(sealedRows(datasetId));
    made.push(database, `${database}.wal`);
    try {
      const rejects = asked.rejected && (await keptRejects(workspace, datasetId, asked.rejected, signal));
      const written = await writeDatabase(state, job, table, asked, database);
      const { summary } = table.session.record;
      const unchanged = written.rows === summary.rows && written.cells === 0;
      if (unchanged && !rejects && asked.codebook === undefined) return null;
      await seal(sealedRows(datasetId));
      await seal(sealedProfiles(datasetId), JSON.stringify(written.profiles));
      await seal(sealedDates(datasetId), written.dates);
      if (rejects) await seal(sealedRejects(datasetId), rejects.text);
      if (asked.codebook !== undefined) await seal(sealedCodebook(datasetId), JSON.stringify(asked.codebook));
      return {
        datasetId,
        name: summary.name,
        rowsBefore: summary.rows,
        rowsAfter: written.rows,
        cells: written.cells,
        changedColumns: written.changedColumns,
        rejectedRows: rejects?.gone ?? 0,
        classification: written.classification,
        rowsSealedBefore: (await workspace.hashSealed(sealedRows(datasetId))) ?? '',
        sealed,
      };
    } catch (error) {
      for (const { name } of sealed) workspace.next.drop(name);
      throw error;
    } finally {
      for (const path of made) await rm(path, { force: true });
    }
  });
}
