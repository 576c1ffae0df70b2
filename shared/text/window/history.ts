import { count, counted } from '../numbers.ts';

/** The history of a workspace, in its tab of the Register screen. */
export const historyTabText = {
  search: 'Search the history',
  who: 'Who',
  area: 'Area',
  dataset: 'Dataset',
  from: 'From this day on',
  to: 'Up to this day',
  short: { from: 'From', to: 'To' },
  facet: (label: string, entries: number) => `${label} (${count(entries)})`,
  total: (total: number) => counted(total, 'entry', 'entries'),
  list: 'Entries of the register, newest first',
  columns: { seq: 'No.', time: 'Time', sentence: 'What happened' },
  none: {
    title: 'No entry fits',
    sentence: 'Nothing that was done is told in these words, by this person, in this area or on these days.',
    clear: 'Show all entries',
  },
  print: {
    button: 'Print or save',
    a4: 'PDF, A4',
    letter: 'PDF, Letter',
    html: 'HTML page',
    csv: 'CSV table',
    name: (ending: string) => `history.${ending}`,
  },
};
