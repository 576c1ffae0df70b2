import type { elsewhereEntries } from '#shared/journal/entry-kinds/elsewhere.ts';
import { count, counted } from '../numbers.ts';
import { scriptText } from '../script.ts';
import { toldCertificateText } from '../told-certificate.ts';
import type { Sentences } from './told.ts';

export const elsewhereSentences: Sentences<keyof typeof elsewhereEntries> = {
  'elsewhere.told': ({ who, said: { engine, purpose, recipient, toldRowsIn, toldRowsOut, toldK }, name }) =>
    `${who} entered what ${scriptText.engine(engine)} told of a run for ${name(purpose)}` +
    `${recipient === undefined ? '' : ` to ${recipient}`}: ${count(toldRowsOut)} of ${counted(toldRowsIn, 'row')} written` +
    `${toldK === undefined ? '' : `, k told as ${count(toldK)}`}. ${toldCertificateText.mark}.`,
};
