import { basename, extname } from 'node:path';
import type { Paper } from '#shared/contract/control.ts';
import { Failure } from '#shared/contract/failure.ts';
import { noticePage, type NoticeToPrint } from '#shared/register/notice/notice-page.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { noticeOf } from './notice-of.ts';

/** The notice that is meant: one that is kept, else what the register gives now, which nobody answers for yet. */
function noticeMeant(state: EngineSession, input: { purpose: string; record?: string | undefined }): NoticeToPrint {
  const { purpose, text, kept } = noticeOf(state, input);
  const now = { purpose: purpose.title, organisation: state.requireWorkspace().summary().organisation };
  if (input.record === undefined) return { ...now, text, kept: null };
  const found = kept.find(({ id }) => id === input.record);
  if (found === undefined) throw new Failure('RECORD_UNKNOWN', lawfulnessText.noticeUnknown(purpose.title));
  return { ...now, text: found.text, kept: found };
}

/**
 * Writes a notice whole to a granted place: PDF, plain text or HTML by its ending.
 * @throws Failure WRONG_USAGE where there is no such purpose, RECORD_UNKNOWN, TARGET_PROTECTED, TARGET_UNWRITABLE,
 *   DISK_FULL
 */
export async function saveNotice(
  state: EngineSession,
  input: { purpose: string; record?: string | undefined; grantId: string; paper: Paper },
): Promise<{ fileName: string }> {
  const notice = noticeMeant(state, input);
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const ending = extname(path).toLowerCase();
  const content = ending === '.txt' ? `${notice.text}\n` : noticePage(notice);
  const pdf = ending === '.pdf' ? await state.environment.desktop.printPdf(content, input.paper) : undefined;
  if (pdf === null) throw new Failure('TARGET_UNWRITABLE', releaseText.notPrinted);
  await writeWhole(path, pdf === undefined ? content : Buffer.from(pdf));
  return { fileName: basename(path) };
}
