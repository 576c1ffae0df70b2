import type { revealingEntries } from '#shared/journal/entry-kinds/revealing.ts';
import { shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';
import type { Sentences } from './told.ts';

export const revealingSentences: Sentences<keyof typeof revealingEntries> = {
  'value.revealed': ({ who, said: { datasetId, column, row, revealed }, name }) => {
    if (revealed === false) return `${who} masked column ${shortName(column)} of ${name(datasetId)} again.`;
    return row === undefined
      ? `${who} looked at column ${shortName(column)} of ${name(datasetId)} in the clear.`
      : `${who} looked at one value of column ${shortName(column)} of ${name(datasetId)}, in row ${count(row + 1)}.`;
  },
  'value.searched': ({ who, said: { datasetId, column }, name }) =>
    `${who} searched the masked column ${shortName(column)} of ${name(datasetId)}.`,
  'value.counted': ({ who, said: { datasetId, column }, name }) =>
    `${who} had the values of the masked column ${shortName(column)} of ${name(datasetId)} counted.`,
  'file.looked-into': ({ who, said: { fileName, rows } }) =>
    `${who} looked at the first ${counted(rows, 'row')} of ${fileName} before importing it.`,
  'token.forgotten': ({ who, said: { domain, tokens, reason } }) =>
    `${who} had ${counted(tokens, 'token')} of the domain ${domain} forgotten, because: ${reason}.`,
  'token.looked-up': ({ who, said: { domain, tokens, found } }) =>
    `${who} asked what ${counted(tokens, 'token')} of the domain ${domain} ${tokens === 1 ? 'stands' : 'stand'} for; ` +
    `${count(found)} ${found === 1 ? 'was' : 'were'} known.`,
  'value.deciphered': ({ who, said: { key, values, found } }) =>
    `${who} had ${counted(values, 'enciphered value')} of the key ${key} undone; ${count(found)} had the form of one.`,
};
