import type { keyEntries } from '#shared/journal/entry-kinds/key.ts';
import { because, type Sentences } from './told.ts';

export const keySentences: Sentences<keyof typeof keyEntries> = {
  'key.created': () => 'The keys of the workspace were made.',
  'key.rotated': ({ who, said: { key, reason } }) =>
    because(
      `${who} changed the key of the pseudonyms for ${key}; what is written from here on joins nothing before`,
      reason,
    ),
  'key.passphrase-changed': ({ who }) => `${who} changed the passphrase.`,
  'key.recovery-renewed': ({ who }) => `${who} made the recovery key anew; the former one opens nothing any more.`,
  'key.recovery-used': () => 'The workspace was opened with the recovery key.',
};
