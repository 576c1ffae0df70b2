import { count, counted } from '../numbers.ts';

/** Sentences of the Datasets screen. */
export const datasetsText = {
  title: 'Datasets',
  mark: (many: number) => counted(many, 'dataset'),
  empty: {
    title: 'No dataset yet',
    sentence:
      'A dataset is one imported customer file. It is kept sealed in the workspace; the file itself stays ' +
      'untouched where it is.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  noWorkspace: 'Without a workspace, opening a dataset makes a temporary one at once.',
  choose: 'Dataset',
  note: (rows: number, columns: number, fileName: string) =>
    `${counted(rows, 'row')} × ${counted(columns, 'column')} from ${fileName}`,
  joinedNote: (rows: number, columns: number, left: string, right: string) =>
    `${counted(rows, 'row')} × ${counted(columns, 'column')} joined from ${left} and ${right}`,
  tabs: {
    rows: 'Rows',
    columns: 'Columns',
    rejects: 'Rejected rows',
    quality: 'Quality',
    about: 'About',
    since: 'What is new',
    all: 'All datasets',
  },
  actions: {
    dictionary: 'Save data dictionary…',
    delete: 'Delete dataset…',
    open: 'Open dataset',
    more: 'More',
    next: 'Next: Classify',
  },
  dictionarySaved: (name: string) => `Data dictionary saved as ${name}.`,
  dictionaryName: (name: string) => `${name}-dictionary.csv`,
  matching: (shown: number, rows: number) => `${count(shown)} of ${counted(rows, 'row')} match the filter`,
  arriving:
    'The rows are in. Every value stays masked until it is known which columns are personal: that takes a moment.',
  hint:
    'Personal values are masked. Enter or a double click reveals one cell; every reveal is an entry in the access ' +
    'log.',
  within: (column: string, words: string) => `Only rows with ${column.slice(0, 100)}: ${words}`,
  allRows: 'Show all rows',
  gridLabel: (name: string) => `Rows of ${name}`,
  columns: {
    filter: 'Filter columns by name',
    shown: (fitting: number, all: number) =>
      fitting === all ? counted(all, 'column') : `${count(fitting)} of ${counted(all, 'column')}`,
    class: 'Class',
    name: 'Column',
    filled: 'Filled',
    kinds: 'Kinds',
    shape: 'Shape of the values',
    before: 'Previous columns',
    after: 'Next columns',
  },
  delete: {
    title: (name: string) => `Delete ${name}?`,
    sentence:
      'The sealed copy, its profile and its classification are removed from the workspace. The original file and ' +
      'the register’s entries stay. The deletion is itself an entry.',
    reason: 'Reason (for the register)',
    confirm: 'Delete dataset',
    done: (name: string) => `${name} was deleted.`,
  },
  rejects: {
    none: 'Every row of the file was read.',
    sentence:
      'These rows could not be read as they stand. They are not in the dataset; their text is kept in a sealed ' +
      'side file.',
    line: 'Line',
    column: 'Column',
    kind: 'Damage',
    detail: 'What is wrong',
    page: (from: number, to: number, total: number) => `${count(from)}–${count(to)} of ${count(total)}`,
    previous: 'Previous',
    next: 'Next',
    wholeRow: 'whole row',
  },
  about: {
    facts: 'Facts',
    rows: 'Rows',
    rejected: 'Rejected rows',
    columns: 'Columns',
    size: 'Size of the file',
    imported: 'Imported',
    file: 'File',
    joined: 'Joined from',
    joinedOn: 'Keys',
    made: 'Made',
    joinedSize: 'Size of its rows as CSV',
    joinedSha: 'SHA-256 of its rows as CSV',
    sha: 'SHA-256 of the file',
    reading: 'How it was read',
    option: 'Property',
    value: 'Value',
    reason: 'Reason',
    warnings: 'Worth knowing',
    provenance: 'Where it comes from',
    channel: 'Collection channel',
    channelNone: 'Not stated',
    informed: 'How people were informed',
    informedHelp: 'Notice, consent form or contract, with its version or date. It stands in the register.',
    save: 'Save',
    saved: 'Saved and entered in the register.',
  },
  all: {
    name: 'Dataset',
    rows: 'Rows',
    columns: 'Columns',
    rejected: 'Rejected',
    imported: 'Imported',
    channel: 'Channel',
    show: (name: string) => `Show ${name}`,
  },
};

/** The seven collection channels (mission D8). The id is what the workspace stores. */
export const channelText: { value: string; label: string }[] = [
  { value: 'website-analytics', label: 'Website analytics' },
  { value: 'social-media', label: 'Social media' },
  { value: 'tracking-pixels', label: 'Tracking pixels' },
  { value: 'contact-forms', label: 'Contact forms' },
  { value: 'feedback-surveys', label: 'Feedback and surveys' },
  { value: 'customer-service', label: 'Customer-service software' },
  { value: 'transactions', label: 'Transactions' },
];
/** The channel's words; an id this version does not know is shown as it is. */
export const channelLabel = (id: string | null): string =>
  id === null ? datasetsText.about.channelNone : (channelText.find(({ value }) => value === id)?.label ?? id);
