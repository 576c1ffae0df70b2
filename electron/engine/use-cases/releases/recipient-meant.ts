import { Failure } from '#shared/contract/failure.ts';
import { valueOf } from '#shared/register/answer.ts';
import { recordKinds } from '#shared/register/record-kinds/index.ts';
import { recordsOf } from '#shared/register/register-snapshot.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';

const reference = new RegExp(`^${recordKinds.recipient.prefix}-\\d+$`, 'i');

/**
 * The name of a recipient that was typed as the reference of its record (`RC-001`); any other word is a name itself.
 * @throws Failure WRONG_USAGE for a reference of which there is no record with a name
 */
export function recipientMeant(workspace: Workspace | null, word: string | undefined): string | undefined {
  if (workspace === null || word === undefined || !reference.test(word.trim())) return word;
  const ref = word.trim().toUpperCase();
  const record = recordsOf(registerSnapshot(workspace), 'recipient').find((each) => each.ref === ref);
  const name = valueOf(record?.body.name);
  if (name === undefined) throw new Failure('WRONG_USAGE', releaseText.noRecipient(ref));
  return name;
}
