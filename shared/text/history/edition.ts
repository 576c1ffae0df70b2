import type { editionEntries } from '#shared/journal/entry-kinds/edition.ts';
import type { Sentences } from './told.ts';

export const editionSentences: Sentences<keyof typeof editionEntries> = {
  'edition.checked': ({ name, said: { datasetId, earlierId } }) =>
    `The guardrails ran on ${name(datasetId)} and were held against ${name(earlierId)}, the edition before.`,
};
