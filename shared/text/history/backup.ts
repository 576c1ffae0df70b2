import type { backupEntries } from '#shared/journal/entry-kinds/backup.ts';
import { bytes as size, counted } from '../numbers.ts';
import type { Sentences } from './told.ts';

export const backupSentences: Sentences<keyof typeof backupEntries> = {
  'backup.made': ({ who, said: { fileName, bytes, entries } }) =>
    `${who} made a backup of the workspace, ${fileName}: ${size(bytes)} with ${counted(entries, 'entry', 'entries')}.`,
};
