import { Failure } from '#shared/contract/failure.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import type { AskedTables } from './asked-tables.ts';
import { TablesBlocked } from './guard-tables.ts';

/** Refusals of what would have been written, which the register tells of; any other failure is none of its business. */
const refusals = ['TARGET_MISSED', 'GUARDRAIL_BLOCKS', 'REGISTER_CONTRADICTS'] as const;

/** Enters that nothing was written, and why, where it was refused for what would have been written. */
export function enterRefusal(
  state: EngineSession,
  files: readonly FileInHand[],
  asked: AskedTables,
  error: unknown,
): void {
  const { workspace } = state;
  if (workspace === null || !(error instanceof Failure)) return;
  const code = refusals.find((refusal) => refusal === error.code);
  if (code === undefined) return;
  const blocking = error instanceof TablesBlocked ? error.blocking : [];
  const releaseId = state.newId();
  workspace.register.append({
    kind: 'tables.refused',
    subjectRef: releaseId,
    payload: {
      releaseId,
      targetK: asked.k,
      ...(asked.purpose === undefined ? {} : { purpose: asked.purpose }),
      tables: files.map(({ datasetId, sha256, fileName }) => ({
        datasetId,
        sourceSha256: sha256,
        fileName,
        blocking: blocking.filter(({ table }) => table === fileName).map(({ table: _table, ...one }) => one),
      })),
      code,
      reason: error.message.slice(0, 2000),
    },
  });
}
