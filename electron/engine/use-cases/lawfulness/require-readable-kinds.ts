import { Failure } from '#shared/contract/failure.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { unreadableRecords } from '#shared/register/unreadable-records.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';

/**
 * Before a record is made or edited because no other says the same: one that cannot be read may.
 * @throws Failure WORKSPACE_FROM_FUTURE naming the records
 */
export function requireReadableKinds(state: EngineSession, kinds: readonly RecordKind[]): void {
  const refs = unreadableRecords(registerSnapshot(state.requireWorkspace()), kinds).map(({ ref }) => ref);
  if (refs.length > 0) throw new Failure('WORKSPACE_FROM_FUTURE', lawfulnessText.cannotBeRead(refs));
}
