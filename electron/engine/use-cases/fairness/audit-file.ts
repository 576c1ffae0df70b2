import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';
import { fairnessPage } from '#shared/fairness/fairness-page.ts';
import type { AskedAudit } from '#engine/fairness/asked-audit.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { auditFairness } from './audit-fairness.ts';

/**
 * The audit of a file, and the same as a page at a granted place where one is given. @throws Failure as
 * `auditFairness`, TARGET_UNWRITABLE
 */
export async function auditFile(
  state: EngineSession,
  table: TableInHand,
  asked: AskedAudit & { pageGrantId?: string | undefined },
): Promise<FairnessAudit> {
  const page = asked.pageGrantId === undefined ? null : state.grants.path(asked.pageGrantId, 'write');
  if (page !== null) await guardWrite(state, [{ path: page }]);
  const audit = await auditFairness(table, asked);
  if (page !== null) await writeWhole(page, fairnessPage(audit, state.environment.clock().toISOString().slice(0, 10)));
  return audit;
}
