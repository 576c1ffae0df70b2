import type { tablesEntries } from '#shared/journal/entry-kinds/tables.ts';
import { count, counted, listed } from '../numbers.ts';
import { refusals } from './refusals.ts';
import type { Sentences } from './told.ts';

export const tablesSentences: Sentences<keyof typeof tablesEntries> = {
  'tables.released': ({ who, said: { tables, people, k } }) =>
    `${who} released ${listed(tables.map(({ fileName }) => fileName))} together, of ${counted(people, 'person', 'people')}: ` +
    `behind each at least ${count(k)} who read alike in all of them joined.`,
  'tables.refused': ({ who, said: { tables, code } }) => {
    const blocking = [...new Set(tables.flatMap((table) => table.blocking.map(({ id }) => id.toUpperCase())))];
    return (
      `${who} was refused the release of ${listed(tables.map(({ fileName }) => fileName))} together: ${refusals[code]}` +
      `${blocking.length === 0 ? '' : ` (${listed(blocking)})`}.`
    );
  },
};
