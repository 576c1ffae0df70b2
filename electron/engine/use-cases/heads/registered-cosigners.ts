import { listEntries } from '#engine/journal/read-journal.ts';
import { entryKinds } from '#shared/journal/entry-kinds/index.ts';
import type { NoteKey } from '#shared/journal/signed-note.ts';

/** Whose countersignatures a register takes, and the entry that says so. */
export const registeredCosigners = (directory: string): (NoteKey & { entry: number })[] =>
  listEntries(directory, { kind: 'cosigner.registered', limit: 1000 }).entries.flatMap(({ seq, payload }) => {
    const said = entryKinds['cosigner.registered'].safeParse(payload).data;
    return said === undefined ? [] : [{ name: said.name, publicKey: said.publicKey, entry: seq }];
  });
