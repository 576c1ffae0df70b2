import type { IntakeOptions } from '#shared/domain/intake.ts';
import { peekRows } from '#engine/intake/peek-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { shownCell } from './shown-cell.ts';

/** Rows of a file that are shown before it is imported. */
const peekedRows = 10;

/** The first rows of a granted file, masked; `clear` shows them as they are, and the register says so. */
export async function peekFile(
  state: EngineSession,
  input: { grantId: string; options: IntakeOptions; clear: boolean },
  signal: AbortSignal | undefined,
) {
  const found = await peekRows(state.grants.path(input.grantId, 'read'), {
    parent: await state.privateDirectory(),
    options: input.options,
    rows: peekedRows,
    signal,
  });
  if (found === null) return null;
  const { columns, rows } = found;
  if (input.clear)
    state.requireWorkspace().register.append({
      kind: 'file.looked-into',
      subjectRef: input.grantId,
      payload: { fileName: state.grants.fileName(input.grantId), rows: rows.length, columns: columns.length },
    });
  return { columns, rows: rows.map((row) => row.map((text) => shownCell(text, !input.clear))) };
}
