import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Paper } from '#shared/contract/control.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';
import { fairnessPage } from '#shared/fairness/fairness-page.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import { auditFileText } from '#engine/fairness/audit-entry.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireEnterable } from '../require-enterable.ts';

type Format = 'pdf' | 'html' | 'json';
const formats: Readonly<Record<string, Format>> = { '.pdf': 'pdf', '.json': 'json' };

async function contentOf(
  { environment }: EngineSession,
  { audit, at }: { audit: FairnessAudit; at: string },
  { format, paper }: { format: Format; paper: Paper },
): Promise<string | Uint8Array> {
  if (format === 'json') return auditFileText(audit);
  const html = fairnessPage(audit, at.slice(0, 10));
  if (format === 'html') return html;
  const pdf = await environment.desktop.printPdf(html, paper);
  if (pdf === null) throw new Failure('TARGET_UNWRITABLE', releaseText.notPrinted);
  return Buffer.from(pdf);
}

/**
 * Writes an audit that was made while this workspace has been open to a granted place: PDF, JSON or HTML by its ending.
 * The page leaves small groups out; the JSON has all of them.
 * @param input.entry the entry of the audit
 * @throws Failure WRONG_USAGE where it is not held any more; TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL,
 *   ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function saveAudit(
  state: EngineSession,
  input: { entry: number; grantId: string; paper: Paper },
): Promise<{ fileName: string; sha256: string; registerEntry: number }> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'fairness.exported');
  const made = state.audits.byEntry(input.entry);
  if (made === null) throw new Failure('WRONG_USAGE', fairnessText.notInHand(input.entry));
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const format = formats[extname(path).toLowerCase()] ?? 'html';
  const content = await contentOf(state, made, { format, paper: input.paper });
  const fileName = basename(path);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { seq } = await writeEntered(path, content, () =>
    workspace.register.append({
      kind: 'fairness.exported',
      subjectRef: made.datasetId,
      payload: { auditEntry: made.entry, fileName, sha256, format },
    }),
  );
  return { fileName, sha256, registerEntry: seq };
}
