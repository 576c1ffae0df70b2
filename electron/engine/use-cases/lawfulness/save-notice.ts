import { basename, extname } from 'node:path';
import { createHash } from 'node:crypto';
import type { Paper } from '#shared/contract/control.ts';
import type { GeneratedNotice, KeptNotice } from '#shared/contract/lawfulness.ts';
import { Failure } from '#shared/contract/failure.ts';
import { noticePage, type NoticeToPrint } from '#shared/register/notice/notice-page.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireEnterable } from '../require-enterable.ts';
import { noticeOf } from './notice-of.ts';

/** The notice that is meant: one that is kept, else what the register gives now, which nobody answers for yet. */
function noticeMeant(
  state: EngineSession,
  input: { purpose: string; record?: string | undefined },
): { notice: NoticeToPrint; purpose: GeneratedNotice['purpose']; kept: KeptNotice | null } {
  const { purpose, text, kept } = noticeOf(state, input);
  const now = { purpose: purpose.title, organisation: state.requireWorkspace().summary().organisation };
  if (input.record === undefined) return { notice: { ...now, text, kept: null }, purpose, kept: null };
  const found = kept.find(({ id }) => id === input.record);
  if (found === undefined) throw new Failure('RECORD_UNKNOWN', lawfulnessText.noticeUnknown(purpose.title));
  return { notice: { ...now, text: found.text, kept: found }, purpose, kept: found };
}

/**
 * Writes a notice whole to a granted place, PDF, plain text or HTML by its ending, and says so in the log.
 * @throws Failure WRONG_USAGE where there is no such purpose, RECORD_UNKNOWN, TARGET_PROTECTED, TARGET_UNWRITABLE,
 *   DISK_FULL, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function saveNotice(
  state: EngineSession,
  input: { purpose: string; record?: string | undefined; grantId: string; paper: Paper },
): Promise<{ fileName: string; sha256: string; registerEntry: number }> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'notice.exported');
  const { notice, purpose, kept } = noticeMeant(state, input);
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const ending = extname(path).toLowerCase();
  const content = ending === '.txt' ? `${notice.text}\n` : noticePage(notice);
  const pdf = ending === '.pdf' ? await state.environment.desktop.printPdf(content, input.paper) : undefined;
  if (pdf === null) throw new Failure('TARGET_UNWRITABLE', releaseText.notPrinted);
  const bytes = pdf === undefined ? content : Buffer.from(pdf);
  const fileName = basename(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { seq } = await writeEntered(path, bytes, () =>
    workspace.register.append({
      kind: 'notice.exported',
      subjectRef: kept?.id ?? purpose.id,
      payload: {
        fileName,
        sha256,
        format: ending === '.pdf' ? 'pdf' : ending === '.txt' ? 'txt' : 'html',
        purposeRef: purpose.ref,
        notice: kept && { recordId: kept.id, ref: kept.ref, version: kept.version },
      },
    }),
  );
  return { fileName, sha256, registerEntry: seq };
}
