import { randomUUID } from 'node:crypto';
import type { TableEdition, TableJoin } from '#shared/domain/anonymised-tables.ts';
import { editionReleaseText } from '#shared/text/engine/edition-release.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { PublishedTables } from '#engine/anonymise/related/publish-related.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { countJoined } from '#engine/privacy/measure/all-columns.ts';
import {
  earlierJoinOf,
  earlierRelation,
  remakeEarlier,
  type EarlierRelease,
  type RowsNow,
} from '#engine/release/join-earlier.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { knownReleases } from '../releases/known-releases.ts';
import type { LoadedTable } from './load-table.ts';
import type { Related } from './relate-tables.ts';

/** A table as it is published. */
interface PublishedTable {
  loaded: LoadedTable;
  /** Its number, 0 for that of people. */
  at: number;
  related: Related;
  made: PublishedTables;
}

/** Every published row of a table by the number of a row of the source that stands in it, and what it reads. */
function* rowsOf({ at, related, made, loaded }: PublishedTable): Generator<(string | null)[]> {
  const { cells, labels } = at === 0 ? made.person : made.children[at - 1]!;
  const width = loaded.kept.length;
  const read = (row: number): (string | null)[] =>
    labels.map((label, column) => label.text(cells[row * width + column]!) || null);
  if (at === 0) {
    for (const [person, row] of related.rowOfPerson.entries()) yield [String(row), ...read(made.groupOf[person]!)];
    return;
  }
  for (const [row, placed] of made.children[at - 1]!.placed.entries())
    if (placed >= 0) yield [String(row), ...read(placed)];
}

/** The published rows as rows of a recipe would lie, in the data engine of the table. */
async function rowsNow(
  of: PublishedTable,
  signal: AbortSignal,
): Promise<RowsNow & { relation: string; rowCount: number }> {
  const { duck } = of.loaded.table;
  const outputs = of.loaded.kept.map(({ name }, at) => ({
    name,
    physical: `o${at + 1}`,
    treatment: 'generalised' as const,
  }));
  const table = `published_${randomUUID().replaceAll('-', '_')}`;
  const columns = ['rid', ...outputs.map(({ physical }) => physical)];
  let rows = 0;
  await appendRows(duck, table, columns, async (add) => {
    for (const row of rowsOf(of)) {
      add(row);
      rows += 1;
      if (rows % 4096 === 0) await breathe(signal);
    }
  });
  const relation = `(SELECT rid::BIGINT AS rid, * EXCLUDE (rid) FROM ${table})`;
  return { rows: { duck, compiled: { outputs } }, measured: { kept: relation, way: null }, relation, rowCount: rows };
}

/** Releases of another edition of the table: their rows are grouped otherwise, so that nobody can be taken from them. */
const notCompared = (table: string, { releaseId, output, createdAt, edition, why }: EarlierRelease): TableEdition[] =>
  edition?.alike !== true
    ? []
    : [
        {
          table,
          releaseId,
          output,
          createdAt,
          columns: [],
          followedBy: null,
          joined: null,
          pointedAt: null,
          why: why ?? editionReleaseText.grouped,
        },
      ];

/**
 * Holds each table against the earlier releases of its source, and of other editions of it, as a release of one table is
 * held: in every column in which all rows that both hold read the same.
 * @returns `joins` null where neither a register nor a certificate beside the output tells of any
 * @throws Failure JOB_CANCELLED, DISK_FULL
 */
export async function heldAgainstReleases(
  state: EngineSession,
  tables: readonly (PublishedTable & { outputPath: string })[],
  signal: AbortSignal,
): Promise<{ joins: TableJoin[] | null; editions: TableEdition[] }> {
  let joins: TableJoin[] | null = null;
  const editions: TableEdition[] = [];
  for (const of of tables) {
    const { table } = of.loaded;
    const findings = await table.findings();
    const keys = state.workspace?.keys ?? null;
    const known = await knownReleases(state, table, {
      findings,
      release: 'anonymised',
      keys,
      signal,
      outputPath: of.outputPath,
    });
    if (known === null) continue;
    joins ??= [];
    editions.push(...known.flatMap((release) => notCompared(table.fileName, release)));
    const own = known.filter(({ edition }) => edition === undefined);
    if (own.length === 0 || of.loaded.kept.length === 0) continue;
    const now = await rowsNow(of, signal);
    const { duck, directory } = table;
    for (const ready of await remakeEarlier(now, own, { source: table, findings, directory, signal })) {
      const columns = ready.columns.map(({ here }) => here);
      const count = (): Promise<number> => countJoined(duck, columns, now.relation, earlierRelation(ready));
      const joined = ready.path === null ? 0 : await interruptible(duck, signal, count);
      joins.push({ table: table.fileName, ...earlierJoinOf(ready, joined, now.rowCount) });
    }
  }
  return { joins, editions };
}
