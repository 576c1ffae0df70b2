import type { classificationEntries } from '#shared/journal/entry-kinds/classification.ts';
import { firstNames, shortName } from '../names.ts';
import { counted, listed } from '../numbers.ts';
import { typeWords } from '../window/classes.ts';
import { because, type Sentences } from './told.ts';

const ofDataset = (id: string | null, name: (id: string) => string): string =>
  id === null ? 'a file that was not imported' : name(id);
const one = {
  accepted: (who: string, column: string, type: string) => `${who} accepted column ${column} as ${type}`,
  overridden: (who: string, column: string, type: string) => `${who} decided that column ${column} is ${type}`,
  withdrawn: (who: string, column: string, _type: string) => `${who} withdrew the decision on column ${column}`,
};
const done = { accepted: 'accepted', overridden: 'changed', withdrawn: 'withdrew' } as const;

export const classificationSentences: Sentences<keyof typeof classificationEntries> = {
  'classification.suggested': ({ who, said: { datasetId, columns, needReview }, name }) =>
    `${who} had the ${counted(columns, 'column')} of ${name(datasetId)} classified` +
    `${needReview === undefined || needReview === 0 ? '' : `; ${needReview} of them need a person’s decision`}.`,
  'classification.decided': ({ who, said: { datasetId, decisions }, name }) => {
    const of = ofDataset(datasetId, name);
    const [only] = decisions;
    if (only !== undefined && decisions.length === 1)
      return because(one[only.action](who, `${shortName(only.column)} of ${of}`, typeWords(only.type)), only.reason);
    const ways = (['accepted', 'overridden', 'withdrawn'] as const).flatMap((action) => {
      const many = decisions.filter((decision) => decision.action === action).length;
      return many === 0 ? [] : [`${done[action]} ${many}`];
    });
    return (
      `${who} decided on ${counted(decisions.length, 'column')} of ${of} (${listed(ways)}): ` +
      `${firstNames(decisions.map(({ column }) => column))}.`
    );
  },
};
