import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';
import { auditEntry } from '#engine/fairness/audit-entry.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** Enters an audit. @returns its entry @throws Failure ROLE_REFUSED, WORKSPACE_READ_ONLY */
export const enterAudit = (
  workspace: Workspace,
  audit: FairnessAudit,
  table: Pick<TableInHand, 'datasetId' | 'sha256' | 'columns'>,
): number =>
  workspace.register.append({
    kind: 'fairness.audited',
    subjectRef: table.datasetId ?? workspace.id,
    payload: auditEntry(audit, table),
  }).seq;
