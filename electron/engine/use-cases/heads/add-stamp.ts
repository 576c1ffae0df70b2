import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { readNoteFile } from '#engine/journal/read-note-file.ts';
import { headWithHash, type PastHead } from '#engine/journal/stamped-heads.ts';
import { stampPlace } from '#engine/journal/stamp-files.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { judgeStamp, type JudgedStamp } from '#engine/stamps/judge-stamp.ts';
import { readCertificates } from '#engine/stamps/read-root.ts';
import { readStamp, type Stamp } from '#engine/stamps/read-stamp.ts';
import { readStampRequest } from '#engine/stamps/stamp-request.ts';
import { makeFolder } from '#engine/workspace-folder/make-folder.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { AddedStamp } from '#shared/contract/register.ts';
import { headsText } from '#shared/text/engine/heads.ts';

const refuse = (sentence: string): never => {
  throw new Failure('NOTE_REFUSED', sentence);
};

/** A file that was chosen, and what it is called. */
interface Chosen {
  file: string;
  bytes: Buffer;
}

async function chosen(state: EngineSession, grantId: string): Promise<Chosen> {
  const path = state.grants.readPath(grantId, 'note');
  return { file: basename(path), bytes: await readNoteFile(path) };
}

/** The stamp in an answer that is one to this request. */
function answerTo(answer: Chosen, request: Chosen): Stamp {
  const asked = readStampRequest(request.bytes) ?? refuse(headsText.requestUnreadable(request.file));
  const stamp = readStamp(answer.bytes);
  if (typeof stamp === 'string') return refuse(headsText.stampUnreadable[stamp](answer.file));
  if (stamp.imprint !== asked.imprint) return refuse(headsText.stampOfOtherRequest(answer.file, request.file));
  if (stamp.nonce !== asked.nonce) return refuse(headsText.stampNonce(answer.file, request.file));
  return stamp;
}

/** @returns what the stamp says, and to which of the trusted certificates it leads */
async function judged(stamp: Stamp, head: PastHead, file: string, trusted: Chosen | null): Promise<JudgedStamp> {
  const roots =
    trusted === null ? [] : (readCertificates(trusted.bytes) ?? refuse(headsText.rootUnreadable(trusted.file)));
  const found = await judgeStamp(stamp, new TextEncoder().encode(head.text), roots);
  return typeof found === 'string' ? refuse(headsText.stampFault[found](file)) : found;
}

/**
 * Takes in a time stamp of a head of the open register, as an authority answered: checked whole, kept in the workspace's
 * folder, and entered in the log. Whether the authority is to be trusted is decided only where a certificate is given
 * that the person trusts.
 * @throws Failure NOTE_REFUSED with one sentence: no answer, cut short, refused, of another head or request, changed
 */
export async function addStamp(
  state: EngineSession,
  input: { grantId: string; requestGrantId: string; rootGrantId?: string | undefined },
): Promise<AddedStamp> {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('head.stamped');
  const [answer, request] = [await chosen(state, input.grantId), await chosen(state, input.requestGrantId)];
  const trusted = input.rootGrantId === undefined ? null : await chosen(state, input.rootGrantId);
  const stamp = answerTo(answer, request);
  const head = headWithHash(workspace.directory, stamp.imprint) ?? refuse(headsText.stampOfOther(answer.file));
  const facts = await judged(stamp, head, answer.file, trusted);
  const stampSha256 = createHash('sha256').update(answer.bytes).digest('hex');
  const place = stampPlace(workspace.directory, stampSha256);
  const requireNew = (): void => {
    const before = workspace.catalog
      .entriesOf('head.stamped')
      .find(({ payload }) => payload.stampSha256 === stampSha256);
    if (before !== undefined) refuse(headsText.stampedBefore(answer.file, before.ts, before.seq));
  };
  requireNew();
  makeFolder(stampPlace(workspace.directory));
  const { size, root } = head;
  const entry = await writeEntered(place, answer.bytes, () => {
    // The same answer may have been brought twice at once.
    requireNew();
    const payload = { size, root, ...facts, stampSha256 };
    return workspace.register.append({ kind: 'head.stamped', subjectRef: workspace.id, payload }).seq;
  });
  const { at, authority, trustedRootSha256 } = facts;
  return { size, at, authority, trusted: trustedRootSha256 !== null, entry };
}
