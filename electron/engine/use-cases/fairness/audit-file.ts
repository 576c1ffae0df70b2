import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';
import { fairnessPage } from '#shared/fairness/fairness-page.ts';
import type { AskedAudit } from '#engine/fairness/asked-audit.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { writeEntered, writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { requireEnterable } from '../require-enterable.ts';
import { auditFairness } from './audit-fairness.ts';
import { enterAudit } from './enter-audit.ts';

/**
 * The audit of a file, entered in the log where a workspace is open, and the same as a page at a granted place where one
 * is given. @throws Failure as `auditFairness`, FILE_DAMAGED, TARGET_UNWRITABLE, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function auditFile(
  state: EngineSession,
  table: TableInHand,
  asked: AskedAudit & { pageGrantId?: string | undefined },
  job: JobContext,
): Promise<FairnessAudit & { registerEntry: number | null }> {
  const { workspace } = state;
  if (workspace !== null) requireEnterable(workspace, 'fairness.audited');
  const page = asked.pageGrantId === undefined ? null : state.grants.path(asked.pageGrantId, 'write');
  if (page !== null) await guardWrite(state, [{ path: page }]);
  const audit = await auditFairness(table, asked, job);
  await table.unchanged?.();
  job.commit();
  const enter = (): number | null => (workspace === null ? null : enterAudit(workspace, audit, table));
  if (page === null) return { ...audit, registerEntry: enter() };
  const html = fairnessPage(audit, state.environment.clock().toISOString().slice(0, 10));
  if (workspace !== null) return { ...audit, registerEntry: await writeEntered(page, html, enter) };
  await writeWhole(page, html);
  return { ...audit, registerEntry: null };
}
