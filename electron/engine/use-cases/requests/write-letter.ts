import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { letterOf, letterText } from '#shared/cases/request-letter.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { RequestLetter } from '#shared/domain/request.ts';
import { documentPage, type PageDocument } from '#shared/pages/page-document.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import { printDocument } from '#engine/register-files/print-document.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireEnterable } from '../require-enterable.ts';
import { enterRequest } from './enter-request.ts';
import { requestToday, requireRequest } from './request-records.ts';
import { clockOf } from './request-view.ts';

/** By the ending of the name. */
async function written(state: EngineSession, page: PageDocument, path: string): Promise<Buffer> {
  switch (extname(path).toLowerCase()) {
    case '.txt':
      return Buffer.from(letterText(page));
    case '.html':
      return Buffer.from(documentPage(page));
    case '.pdf': {
      const { resourcesDirectory: resources } = state.environment;
      return Buffer.from((await printDocument(page, { asOf: state.now(), resources })).bytes);
    }
    default:
      throw new Failure('WRONG_USAGE', text.letterEnding(basename(path)));
  }
}

/** Which stage a letter belongs to. */
const stageOf = {
  acknowledge: 'identity',
  'ask-identity': 'identity',
  extension: 'answer',
  answer: 'answer',
  'tell-recipients': 'tell',
} as const satisfies Record<RequestLetter, string>;

/**
 * Writes a letter as a draft, in the person's language where the texts are there in it. The log has its hash.
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where there is nothing to tell yet, WRONG_USAGE for another ending,
 *   TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL
 */
export async function writeRequestLetter(
  state: EngineSession,
  { id: named, letter, grantId }: { id: string; letter: RequestLetter; grantId: string },
): Promise<{ fileName: string; registerEntry: number }> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'request.stage');
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const { id, request } = requireRequest(workspace, named);
  const clock = clockOf(state, request, requestToday(state, workspace));
  const page = letterOf(request, letter, {
    organisation: workspace.summary().organisation,
    due: clock.next?.due ?? null,
    on: state.today(),
  });
  if (page === null) throw new Failure('RECORD_INVALID', text.noLetter);
  const content = await written(state, page, path);
  const letterSha256 = createHash('sha256').update(content).digest('hex');
  const says = { stage: stageOf[letter], letter, letterSha256 };
  const { registerEntry } = await writeEntered(path, content, () =>
    enterRequest(state, { id, request }, { kind: 'request.stage', says }),
  );
  return { fileName: basename(path), registerEntry: registerEntry ?? 0 };
}
