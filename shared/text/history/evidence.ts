import type { evidenceEntries } from '#shared/journal/entry-kinds/evidence.ts';
import { counted } from '../numbers.ts';
import { tally } from '../principles.ts';
import { packProfileNames } from '../evidence.ts';
import type { Sentences } from './told.ts';

export const evidenceSentences: Sentences<keyof typeof evidenceEntries> = {
  'evidence.exported': ({ who, said: { fileName, profile, asOf, entries } }) =>
    `${who} exported evidence ${packProfileNames[profile]}, as of ${asOf.slice(0, 10)} with ` +
    `${counted(entries, 'entry', 'entries')}, to ${fileName}.`,
  'principles.evaluated': ({ who, said: { workspace, datasets } }) =>
    `${who} had it kept where the principles stand, over ${counted(datasets.length, 'dataset')}: ` +
    `${tally(workspace.map(({ state }) => state))}.`,
};
