import type { keyEntries } from '#shared/journal/entry-kinds/key.ts';
import type { Sentences } from './told.ts';

export const keySentences: Sentences<keyof typeof keyEntries> = {
  'key.created': () => 'The keys of the workspace were made.',
  'key.passphrase-changed': ({ who }) => `${who} changed the passphrase.`,
  'key.recovery-renewed': ({ who }) => `${who} made the recovery key anew; the former one opens nothing any more.`,
  'key.recovery-used': () => 'The workspace was opened with the recovery key.',
};
