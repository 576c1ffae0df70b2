import type { TablesCertificate } from '#shared/certificate/tables-certificate.ts';
import { Failure } from '#shared/contract/failure.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { groupPeople } from '#engine/anonymise/related/group-people.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { loadTable, type LoadedTable } from './load-table.ts';
import type { MadeTables } from './readings.ts';
import { relateTables } from './relate-tables.ts';

interface AgainOf {
  /** Tables that are open anyway. */
  files: readonly FileInHand[];
  signal: AbortSignal;
}

/** Opens a source by its bytes, on a connection of its own. @returns null where it is not at hand */
async function withSourceOf<T>(
  state: EngineSession,
  sha256: string,
  { files }: AgainOf,
  work: (table: FileInHand) => Promise<T>,
): Promise<T | null> {
  const open = files.find((file) => file.sha256 === sha256);
  if (open !== undefined) {
    const duck = await open.duck.connect();
    try {
      return await work({ ...open, duck });
    } finally {
      duck.close();
    }
  }
  const dataset = state
    .requireWorkspace()
    .catalog.datasets.list()
    .find((one) => one.sha256 === sha256);
  if (dataset === undefined) return null;
  return withDataset(state, dataset.id, (table) => work({ ...table, warnings: [], delimiter: undefined }));
}

/** Whether as many people and rows came out as the certificate says. */
function isSame({ loaded, made, related }: MadeTables, { tables, measured }: TablesCertificate): boolean {
  const rows = made.children.map(({ start }) =>
    made.groupOf.reduce((sum, group) => sum + start[group + 1]! - start[group]!, 0),
  );
  return (
    related.tables.people === measured.people &&
    tables.length === loaded.length &&
    rows.every((many, at) => many === tables[at + 1]!.output.rows)
  );
}

async function madeAgain(
  loaded: readonly LoadedTable[],
  { settings, measured: { targetK, cells } }: TablesCertificate,
  signal: AbortSignal,
): Promise<MadeTables> {
  const { rowsPerPerson, effort } = settings!;
  const related = relateTables(loaded, { k: targetK, rowsPerPerson });
  const { tables, seed } = related;
  return { loaded, related, made: await groupPeople(tables, { k: targetK, seed, effort, as: cells, signal }) };
}

const ofOtherReading: ReadonlySet<string> = new Set(['COLUMN_UNKNOWN', 'WRONG_USAGE', 'TARGET_MISSED', 'FILE_EMPTY']);

type Again<T> = { why: string } | { why: null; answer: T };

/**
 * An earlier release of related tables made again from its own sources, for the length of `work`: the files that are
 * open, or datasets of the workspace. Neither its files nor its keys are needed.
 * @returns why it cannot be made again, in the words of a sentence, where it cannot
 * @throws Failure JOB_CANCELLED
 */
export async function tablesAgain<T>(
  state: EngineSession,
  certificate: TablesCertificate,
  of: AgainOf,
  work: (made: MadeTables) => Promise<T>,
): Promise<Again<T>> {
  const { settings, tables, measured } = certificate;
  if (settings === undefined) return { why: text.earlier.noSettings };
  if (settings.hierarchies.length > 0) return { why: text.earlier.hierarchies };
  const open = async (loaded: readonly LoadedTable[]): Promise<Again<T>> => {
    const next = tables[loaded.length];
    if (next === undefined) {
      const made = await madeAgain(loaded, certificate, of.signal);
      return isSame(made, certificate) ? { why: null, answer: await work(made) } : { why: text.earlier.otherwise };
    }
    const exactly = next.output.columns.filter((name) => name !== next.input.key);
    const found = await withSourceOf(state, next.input.sha256, of, async (table) => {
      const household = loaded.length === 0 ? (settings.household ?? undefined) : undefined;
      const asked = { key: next.input.key, household, exactly, cells: measured.cells, hierarchies: new Map() };
      return open([...loaded, await loadTable(table, asked, of.signal)]);
    });
    return found ?? { why: text.earlier.sourceGone(next.input.name) };
  };
  try {
    return await open([]);
  } catch (error) {
    // The same bytes, read in another way, or by other rules.
    if (error instanceof Failure && ofOtherReading.has(error.code)) return { why: text.earlier.otherwise };
    throw error;
  }
}
