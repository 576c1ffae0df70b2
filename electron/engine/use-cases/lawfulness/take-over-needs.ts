import { Failure } from '#shared/contract/failure.ts';
import type { BoundTo } from '#shared/contract/lawfulness.ts';
import type { NecessityMatrix } from '#shared/register/minimisation/necessity-matrix.ts';
import type { BoundCell } from '#shared/register/minimisation/bind-cells.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { bindCells, requireColumns } from './bind-columns.ts';
import { necessityOf } from './necessity-of.ts';
import { purposeDeclared, purposeIdMeant } from './purpose-meant.ts';
import { requireReadableKinds } from './require-readable-kinds.ts';

/** What the purpose says of its columns and nobody has decided, in lines of one reason each. */
function prefilled({ rows }: NecessityMatrix, purpose: string, columns: ReadonlySet<string>) {
  const lines = new Map<string, Omit<BoundCell, 'purpose'> & { columns: string[] }>();
  for (const { column, cells } of rows) {
    const cell = cells.find((each) => each.purpose === purpose);
    const mine = cell !== undefined && columns.has(column) && cell.from.by === 'purpose' && cell.drafted === undefined;
    if (!mine || cell.need === 'open') continue;
    const needed = cell.need === 'needed' ? 'yes' : 'no';
    const key = JSON.stringify([needed, cell.why]);
    const line = lines.get(key) ?? { needed, columns: [], ...(cell.why === '' ? {} : { why: cell.why.slice(0, 500) }) };
    line.columns.push(column);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/**
 * What a purpose says of the columns that it needs or does without becomes the word of the operator who works now, with
 * the purpose's own reasons. What somebody has decided stays, and what is open stays open.
 * @throws Failure DATASET_UNKNOWN, COLUMN_UNKNOWN, WRONG_USAGE where nothing is there to be taken over,
 *   WORKSPACE_FROM_FUTURE where a binding or a purpose cannot be read
 */
export async function takeOverNeeds(
  state: EngineSession,
  wish: { datasetId: string; purpose: string; columns?: string[] | undefined },
): Promise<BoundTo> {
  const { summary } = state.datasetRecord(wish.datasetId);
  requireReadableKinds(state, ['binding', 'purpose']);
  requireColumns(summary, wish.columns ?? []);
  const purpose = purposeIdMeant(state, wish.purpose);
  const matrix = await necessityOf(state, { datasetId: wish.datasetId });
  const columns = new Set(wish.columns ?? summary.columns.map(({ name }) => name));
  const cells = prefilled(matrix, purpose, columns);
  if (cells.length === 0) throw new Failure('WRONG_USAGE', lawfulnessText.nothingToTakeOver);
  const boundTo = purposeDeclared(state, wish.purpose);
  return { ...bindCells(state, wish.datasetId, boundTo.id, cells), boundTo };
}
