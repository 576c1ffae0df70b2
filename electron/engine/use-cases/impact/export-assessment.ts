import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ImpactAssessed, ImpactFormat } from '#shared/contract/impact.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { impactDocument, impactJson } from '#shared/register/impact/impact-document.ts';
import { allEntries } from '#engine/journal/all-entries.ts';
import { printPdf } from '#engine/register-files/print-pdf.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireEnterable } from '../require-enterable.ts';
import { templateOf } from './impact-of.ts';

/** The assessment as the bytes of a file. */
async function made(
  state: EngineSession,
  { text: _text, ...contents }: ImpactAssessed,
  format: ImpactFormat,
): Promise<{ content: string | Uint8Array; missing: string[] }> {
  const workspace = state.requireWorkspace();
  const about = { asOf: state.now(), workspaceId: workspace.id };
  if (format === 'json') return { content: impactJson(contents, about), missing: [] };
  const hashes = new Map(allEntries(workspace.directory).map(({ seq, leaf_hash: hash }) => [seq, hash]));
  const document = impactDocument(contents, { ...about, hashes });
  if (format === 'html') return { content: registerPage(document), missing: [] };
  const { bytes, missing } = await printPdf(document, about.asOf, state.environment.resourcesDirectory);
  return { content: bytes, missing };
}

/**
 * Writes the assessment of an activity as a file, whole or not at all, and says so in the log.
 * @throws Failure WRONG_USAGE where there is no such activity; TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL,
 *   ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function exportAssessment(
  state: EngineSession,
  input: { activity: string; grantId: string; format: ImpactFormat },
): Promise<{ fileName: string; sha256: string; filled: number; fields: number; missingSigns: string[] }> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'assessment.exported');
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const assessed = templateOf(state, input);
  const { content, missing } = await made(state, assessed, input.format);
  const fileName = basename(path);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { filled, fields, activity } = assessed;
  await writeEntered(path, content, () =>
    workspace.register.append({
      kind: 'assessment.exported',
      subjectRef: activity.id,
      payload: { fileName, sha256, format: input.format, ref: activity.ref, fields: fields.length, filled },
    }),
  );
  return { fileName, sha256, filled, fields: fields.length, missingSigns: missing };
}
