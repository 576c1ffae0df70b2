import type { Workspace } from '#engine/workspace/workspace.ts';
import type { NoteKey } from '#shared/journal/signed-note.ts';

/** Whose countersignatures a register takes, and the entry that says so; newest first. */
export const registeredCosigners = ({ catalog }: Pick<Workspace, 'catalog'>): (NoteKey & { entry: number })[] =>
  catalog
    .entriesOf('cosigner.registered')
    .toReversed()
    .map(({ seq, payload: { name, publicKey } }) => ({ name, publicKey, entry: seq }));
