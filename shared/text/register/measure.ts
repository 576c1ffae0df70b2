import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { measureKindWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of a security measure. */
export const measureWords: WordsOf<(typeof recordKinds)['measure']['fields']> = {
  name: { label: 'Name', help: 'The measure in a few words.' },
  kind: { label: 'Kind', help: 'The family of measures it belongs to (Art. 32(1)).', options: measureKindWords },
  description: { label: 'Description', help: 'What is done, in general words.' },
  scope: { label: 'Where', help: 'The systems or data that it covers.' },
  evidence: { label: 'Evidence', help: 'Where it can be seen that it is done.' },
  testedOn: { label: 'Tested on', help: 'The day on which it was last tested (Art. 32(1)(d)).' },
};
