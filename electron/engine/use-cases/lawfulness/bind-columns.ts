import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { BoundTo } from '#shared/contract/lawfulness.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { bindingsOf } from '#shared/register/declared-uses.ts';
import { withCell, type BoundCell } from '#shared/register/minimisation/bind-cells.ts';
import { valuesOf, type ListItem } from '#shared/register/answer.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import type { PurposeWords } from './declare-purpose.ts';
import { editRecord, saying } from './edit-record.ts';
import { namedDataset } from './named-dataset.ts';
import { purposeDeclared } from './purpose-meant.ts';
import { requireReadableKinds } from './require-readable-kinds.ts';

export interface ToBind extends PurposeWords {
  datasetId: string;
  /** Id, code or slug of a purpose of the program or the workspace, or the reference of a record that declares one. */
  purpose: string;
  /** Absent: the dataset as a whole. */
  columns?: string[] | undefined;
  needed: boolean;
  /** What the purpose needs them for, or does without them. */
  why?: string | undefined;
}

/**
 * Binds columns of a dataset to a purpose, or says that the purpose does not need them; it binds from now on, and widens
 * what was approved once it is approved itself.
 * @throws Failure DATASET_UNKNOWN, COLUMN_UNKNOWN, WRONG_USAGE where there is no such purpose, WORKSPACE_FROM_FUTURE where
 *   a binding or a purpose cannot be read
 */
export function bindColumns(state: EngineSession, wish: ToBind): BoundTo {
  const { columns, needed, why, basis, justification } = wish;
  const { summary } = state.datasetRecord(wish.datasetId);
  requireReadableKinds(state, ['binding', 'purpose']);
  requireColumns(summary, columns ?? []);
  const boundTo = purposeDeclared(state, wish.purpose, { basis, justification });
  const says = columns !== undefined || !needed || why !== undefined;
  const cells = says ? [{ columns, needed: needed ? ('yes' as const) : ('no' as const), why }] : [];
  return { ...bindCells(state, wish.datasetId, boundTo.id, cells), boundTo };
}

/** @throws Failure COLUMN_UNKNOWN naming the first that the dataset has not */
export function requireColumns(summary: { name: string; columns: { name: string }[] }, columns: string[]): void {
  const known = new Set(summary.columns.map(({ name }) => name));
  const unknown = columns.find((column) => !known.has(column));
  if (unknown !== undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(summary.name, unknown));
}

/**
 * Writes into the binding of a dataset, which begins where there is none, that it is for a purpose and what of it.
 * @param purpose id of the purpose's record
 * @param cells what is said of which columns, one after the other
 */
export function bindCells(
  state: EngineSession,
  datasetId: string,
  purpose: string,
  cells: readonly Omit<BoundCell, 'purpose'>[],
): RecordVersion<'binding'> {
  const dataset = namedDataset(state, datasetId);
  const [binding] = bindingsOf(registerSnapshot(state.requireWorkspace()), { ...dataset, earlier: [] });
  const { one, more } = saying(state);
  const line = (value: BoundCell): ListItem<BoundCell> => ({ id: randomUUID(), value, origin: one(value).origin });
  return editRecord(state, { kind: 'binding', id: binding?.id ?? null }, (body) => {
    const before: ListItem<BoundCell>[] = body.cells?.state === 'stated' ? body.cells.items : [];
    // That it needs nothing of the dataset, and that the dataset is for it, cannot both hold: the last word counts.
    const saysNone = before.some(
      ({ value }) => value.purpose === purpose && value.columns === undefined && value.needed === 'no',
    );
    const said = cells.length === 0 && saysNone ? [{ needed: 'yes' as const }] : cells;
    const items = said.reduce((lines, cell) => withCell(lines, { purpose, ...cell }, line), before);
    return {
      ...body,
      name: body.name ?? one(lawfulnessText.bindingOf(dataset.name)),
      dataset: body.dataset ?? one(datasetId),
      purposes: valuesOf(body.purposes).includes(purpose) ? body.purposes : more(body.purposes, purpose),
      ...(said.length === 0 ? {} : { cells: { state: 'stated', items } }),
    };
  });
}
