import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { noticeElementWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of a notice to people. */
export const noticeWords: WordsOf<(typeof recordKinds)['notice']['fields']> = {
  title: { label: 'Title', help: 'The notice in a few words.' },
  purpose: { label: 'Purpose', help: 'The purpose that people are told about.' },
  text: { label: 'Text', help: 'What people read, in plain words (Art. 12(1)).' },
  missing: {
    label: 'Still missing',
    help: 'What the law asks a notice to tell and the register did not know when it was made.',
    options: noticeElementWords,
  },
  recipients: { label: 'Recipients told', help: 'The recipients that the text names.' },
  takenOverBy: { label: 'Taken over by', help: 'Who read the text and made it the organisation’s.' },
  validFrom: { label: 'From', help: 'The day from which people read it.' },
  validTo: { label: 'Until', help: 'The day on which another takes its place.' },
  toldWhere: { label: 'Told where', help: 'Where people find it: the page, the form, the letter.' },
};
