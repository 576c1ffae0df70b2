import { createHash } from 'node:crypto';
import type { TablesCertificate } from '#shared/certificate/tables-certificate.ts';
import type { TableEdition } from '#shared/domain/anonymised-tables.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { editionReleaseText } from '#shared/text/engine/edition-release.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { listed } from '#shared/text/numbers.ts';
import { shownLeavers } from '#engine/anonymise/related/shown-leavers.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { areEditions } from '../datasets/since-last-import.ts';
import { releasedTables, type ReleasedTables } from '../releases/released-tables.ts';
import { readingsOf, type MadeTables } from './readings.ts';
import { tablesAgain } from './tables-again.ts';

/** Where fewer of the people of the smaller release than these are in the other, they are other people. */
const samePeople = 0.5;

const namesOf = ({ columns }: FileInHand): string[] => columns.map(({ name }) => name);

type CertifiedTable = TablesCertificate['tables'][number];

/** The columns that a certified table was read with, as far as the certificate names them. */
const columnsThere = ({ input, output, dropped }: CertifiedTable): string[] => [
  ...new Set([input.key, ...output.columns, ...dropped.map(({ column }) => column)]),
];

/** Which table there each table here is a later or earlier edition of, or the same; −1 where none. */
const pairsOf = (here: readonly FileInHand[], there: readonly CertifiedTable[]): number[] =>
  here.map((table) => {
    const same = there.findIndex(({ input }) => input.sha256 === table.sha256);
    return same >= 0 ? same : there.findIndex((other) => areEditions(namesOf(table), columnsThere(other)));
  });

/** What an earlier release was made of and by: two that are the same in it have the same groups. */
const mannerOf = ({ tables, settings, measured: { targetK, cells } }: TablesCertificate): string =>
  canonicalJson([
    targetK,
    cells,
    settings ?? null,
    tables.map(({ input: { sha256, key }, output: { columns } }) => [sha256, key, columns]),
  ]);

/** @returns null for a release of other people */
async function compared(
  now: MadeTables,
  then: MadeTables,
  { pairs, k }: { pairs: readonly number[]; k: number },
): Promise<Pick<TableEdition, 'columns' | 'followedBy' | 'joined' | 'pointedAt' | 'why'> | null> {
  const both = new Set(now.related.names);
  const shared = then.related.names.filter((name) => both.has(name)).length;
  const least = Math.min(now.related.names.length, then.related.names.length);
  if (shared === 0 || shared < samePeople * least) return null;
  const common = pairs.flatMap((there, here) => {
    if (there < 0) return [];
    const names = new Set(then.loaded[there]!.kept.map(({ name }) => name));
    const columns = now.loaded[here]!.kept.map(({ name }) => name).filter((name) => names.has(name));
    return [{ here, there, columns }];
  });
  const before = readingsOf(
    then,
    common.map(({ there, columns }) => ({ table: there, columns })),
  );
  const after = readingsOf(
    now,
    common.map(({ here, columns }) => ({ table: here, columns })),
  );
  const limit = Math.max(2, k);
  const { left, joined, groups } = shownLeavers(before, after, limit);
  return {
    columns: common.flatMap(({ columns }) => columns),
    followedBy: now.loaded[0]!.key.name,
    joined: 0,
    pointedAt: { people: left + joined, left, joined, changed: 0, groups, k: limit },
    why: '',
  };
}

/**
 * Holds the tables, joined, against earlier releases of related tables of the same people: these are made again from
 * their own sources, and whoever left or joined must not show by who reads what. Rows of both read like those of k
 * people each, so none joins the other.
 * @param state its open workspace tells of them; without one nobody does
 * @throws Failure JOB_CANCELLED, and of the reading
 */
export async function heldAgainstTables(
  state: EngineSession,
  now: MadeTables,
  { k, signal }: { k: number; signal: AbortSignal },
): Promise<TableEdition[]> {
  if (state.workspace === null) return [];
  const files = now.loaded.map(({ table }) => table);
  const found: TableEdition[] = [];
  const seen = new Set<string>();
  for (const earlier of await releasedTables(state.workspace)) {
    const { certificate } = earlier;
    const told = toldOf(earlier);
    if (certificate === null) {
      const ofOurs = earlier.tables.some(({ sourceSha256 }) => files.some(({ sha256 }) => sha256 === sourceSha256));
      if (ofOurs) found.push({ ...told, why: editionReleaseText.noCertificate });
      continue;
    }
    const pairs = pairsOf(files, certificate.tables);
    // Of other people's tables nothing is to be told, nor of groups that were compared already.
    if (pairs[0] !== 0) continue;
    const manner = createHash('sha256').update(mannerOf(certificate)).digest('hex');
    if (seen.has(manner)) continue;
    seen.add(manner);
    const result = await tablesAgain(state, certificate, { files, signal }, (then) =>
      compared(now, then, { pairs, k }),
    );
    if (result.why !== null) found.push({ ...told, why: result.why });
    else
      found.push(result.answer === null ? { ...told, why: text.earlier.otherPeople } : { ...told, ...result.answer });
  }
  return found;
}

const toldOf = ({ releaseId, tables, createdAt }: ReleasedTables): TableEdition => ({
  table: null,
  releaseId,
  output: listed(tables.map(({ fileName }) => fileName)),
  createdAt,
  columns: [],
  followedBy: null,
  joined: null,
  pointedAt: null,
  why: '',
});
