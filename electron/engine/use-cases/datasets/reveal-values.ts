import { Failure } from '#shared/contract/failure.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** One cell as it is; the register says who looked before it is told. @throws Failure COLUMN_UNKNOWN, WRONG_USAGE */
export async function revealCell(
  state: EngineSession,
  { datasetId, column, row }: { datasetId: string; column: string; row: number },
): Promise<{ text: string | null }> {
  const session = await state.dataset(datasetId);
  session.column(column);
  const { rows } = await session.windows.read({ columns: [column], sort: [], filter: [], offset: row, limit: 1 });
  const found = rows[0];
  if (!found) throw new Failure('WRONG_USAGE', datasetsText.noRow(row + 1));
  state.requireWorkspace().register.append({
    kind: 'value.revealed',
    subjectRef: datasetId,
    payload: { datasetId, column, row },
  });
  return { text: found.cells[0] ?? null };
}

/** Shows a column's values, or hides them again; recorded. @throws Failure COLUMN_UNKNOWN */
export async function revealColumn(
  state: EngineSession,
  { datasetId, column, revealed }: { datasetId: string; column: string; revealed: boolean },
): Promise<{ revealed: boolean }> {
  const session = await state.dataset(datasetId);
  session.column(column);
  state.requireWorkspace().register.append({
    kind: 'value.revealed',
    subjectRef: datasetId,
    payload: { datasetId, column, revealed },
  });
  session.setRevealed(column, revealed);
  return { revealed };
}
