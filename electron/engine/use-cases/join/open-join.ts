import type { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { askedJoin } from '#shared/contract/joins.ts';
import { joinSides, type JoinKeyKind, type JoinSide } from '#shared/domain/joined-view.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { columnsOfView, type ColumnsOfView } from '#shared/join/joined-columns.ts';
import { commonKind } from '#shared/join/key-columns.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { joinsText as text } from '#shared/text/engine/joins.ts';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { sealedRows } from '#engine/workspace/sealed-names.ts';
import { requireUseAllowed } from './join-purpose.ts';

export type AskedJoin = z.output<typeof askedJoin>;

/** What people call a type. */
export const typeLabel = (type: string): string => semanticTypeById(type)?.label ?? type;

/** A dataset that takes part. */
export interface SideInHand {
  session: DatasetSession;
  name: string;
  column: string;
  /** What the key column is held to be. */
  type: string;
  findings: readonly Finding[];
  /** FROM-clause expression of its rows in the join's data engine. */
  relation: string;
  /** SQL of a column's text there. */
  sql(column: string): string;
}

/** Two datasets in one data engine, and what will become of them. */
export interface JoinInHand {
  asked: AskedJoin;
  duck: Duck;
  sides: Record<JoinSide, SideInHand>;
  kind: JoinKeyKind;
  view: ColumnsOfView;
  signal: AbortSignal | undefined;
}

async function sideOf(state: EngineSession, asked: AskedJoin, side: JoinSide): Promise<SideInHand> {
  const { datasetId, column } = asked[side];
  const session = await state.dataset(datasetId);
  session.column(column);
  const findings = session.effectiveFindings();
  return {
    session,
    name: session.record.summary.name,
    column,
    type: findings.find(({ name }) => name === column)?.type ?? 'unknown',
    findings,
    relation: `joined_${side}.main.data`,
    sql: (name) => quoteIdentifier(session.column(name).physical),
  };
}

/** @throws Failure WRONG_USAGE, COLUMN_UNKNOWN, DATASET_UNKNOWN, GUARDRAIL_BLOCKS */
async function settled(state: EngineSession, asked: AskedJoin) {
  const { left: one, right: other } = asked;
  if (one.datasetId === other.datasetId) {
    const { name } = state.datasetRecord(one.datasetId).summary;
    throw new Failure('WRONG_USAGE', text.refused.sameDataset(name));
  }
  const [left, right] = [await sideOf(state, asked, 'left'), await sideOf(state, asked, 'right')];
  const kind = commonKind(left.type, right.type);
  if (kind === null)
    throw new Failure(
      'WRONG_USAGE',
      text.refused.otherKinds(left.column, typeLabel(left.type), right.column, typeLabel(right.type)),
    );
  const view = columnsOfView({ ...left, key: left.column }, { ...right, key: right.column });
  for (const name of asked.qi ?? [])
    if (!view.columns.some((column) => column.name === name))
      throw new Failure('COLUMN_UNKNOWN', text.refused.noSuchColumn(name));
  const sides = { left, right };
  for (const side of joinSides)
    requireUseAllowed(state, sides[side].session, [
      sides[side].column,
      ...view.columns.flatMap(({ side: of, from }) => (of === side ? [from] : [])),
    ]);
  return { sides, kind, view };
}

/**
 * Two datasets of the open workspace for the length of `work`, in a data engine of their own, which holds nothing of
 * them afterwards.
 * @throws Failure WRONG_USAGE, COLUMN_UNKNOWN, DATASET_UNKNOWN, GUARDRAIL_BLOCKS, JOB_CANCELLED
 */
export async function withJoin<T>(
  state: EngineSession,
  asked: AskedJoin,
  signal: AbortSignal | undefined,
  work: (join: JoinInHand) => Promise<T>,
): Promise<T> {
  const workspace = state.requireWorkspace();
  const { sides, kind, view } = await settled(state, asked);
  throwIfCancelled(signal);
  const columns = joinSides.reduce((sum, side) => sum + sides[side].session.columns.length, 0);
  const duck = await openDuck({ directory: workspace.workDirectory, columns });
  try {
    for (const side of joinSides) {
      const database = await workspace.unseal(sealedRows(asked[side].datasetId));
      await duck.run(`ATTACH ${quoteText(database)} AS joined_${side} (READ_ONLY)`);
    }
    return await work({ asked, duck, sides, kind, view, signal });
  } finally {
    duck.close();
  }
}
