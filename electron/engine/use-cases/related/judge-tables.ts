import { Failure } from '#shared/contract/failure.ts';
import type { TableEdition, GuardedTable, TableJoin } from '#shared/domain/anonymised-tables.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { policyOn } from '#shared/policy/index.ts';
import { editionReleaseText } from '#shared/text/engine/edition-release.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { locallyRecoded } from '#engine/anonymise/related/levels-alike.ts';
import { pointsAt } from '#engine/release/edition-answer.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { AskedTables } from './asked-tables.ts';
import type { StagedTable } from './certify-tables.ts';
import type { GroupedTables } from './group-tables.ts';
import { guardTables, refuseBlocked, sensitiveOf, undecidedOf } from './guard-tables.ts';
import { heldAgainstReleases } from './held-against-releases.ts';
import { heldAgainstTables } from './held-against-tables.ts';
import { labelTables, type ColumnsOf, type LabelledTables } from './label-tables.ts';
import type { MeasuredJoin } from './measure-joined.ts';

/** What is said of a release that nothing refuses. */
export interface JudgedTables extends LabelledTables {
  purpose: Purpose | null;
  guardrails: GuardedTable[];
  earlierReleases: TableJoin[] | null;
  earlierEditions: TableEdition[];
}

/** Of each table the columns that were recoded locally. */
function localOf({ loaded, related, made }: GroupedTables): ColumnsOf[] {
  const all = locallyRecoded(related.tables, made);
  return loaded.flatMap(({ table }, at) => {
    const columns = all.filter((one) => one.table === at).map(({ column }) => column);
    return columns.length === 0 ? [] : [{ table: table.fileName, columns }];
  });
}

/**
 * Judges what was written under hidden names: guardrails by the written values, earlier releases, and what it may be
 * called.
 * @throws Failure GUARDRAIL_BLOCKS; TARGET_MISSED where it shows, with an earlier release, who left or joined
 */
export async function judgeTables(
  state: EngineSession,
  grouped: GroupedTables,
  {
    staged,
    measured,
    asked,
    signal,
  }: { staged: readonly StagedTable[]; measured: MeasuredJoin; asked: AskedTables; signal: AbortSignal },
): Promise<JudgedTables> {
  const { loaded, bases, related, made, attacked } = grouped;
  const policy = policyOn(state.today(), state.policyOverrides());
  const written = measured.rows.map((rows, at) => ({ rows, values: measured.written[at]! }));
  const guardrails = guardTables(loaded, bases, { k: measured.k, targetK: asked.k, policy, written });
  refuseBlocked(guardrails);
  const published = loaded.map((one, at) => ({ loaded: one, at, related, made, outputPath: staged[at]!.target }));
  const { joins, editions: ofOne } = await heldAgainstReleases(state, published, signal);
  const ofAll = await heldAgainstTables(state, { loaded, related, made }, { k: asked.k, signal });
  const editions = [...ofAll, ...ofOne];
  const pointing = editions.filter(pointsAt);
  if (pointing.length > 0)
    throw new Failure('TARGET_MISSED', text.pointsAt(editionReleaseText.missing(pointing)), {
      findings: guardrails.flatMap(({ findings }) => findings),
    });
  const labelled = labelTables({
    k: measured.k,
    targetK: asked.k,
    people: measured.people,
    columns: loaded.reduce((sum, { kept }) => sum + kept.length, 0),
    tables: loaded.length,
    attacked,
    local: localOf(grouped),
    leftOut: staged.flatMap(({ leftOut, loaded: { table } }) =>
      leftOut.filter(({ why }) => why === 'no-place').map(({ rows }) => ({ table: table.fileName, rows })),
    ),
    undecided: undecidedOf(loaded, bases),
    sensitive: sensitiveOf(loaded, bases),
    earlier: { joins, editions },
  });
  return { ...labelled, purpose: bases[0]!.purpose, guardrails, earlierReleases: joins, earlierEditions: editions };
}
