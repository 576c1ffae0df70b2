import type { AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { figuresText } from '../figures.ts';
import { labelWords } from '../labels.ts';
import { count, counted } from '../numbers.ts';

const lost = (loss: number): string => loss.toFixed(6);

/** `custos anonymise --with`: several related tables. */
export const anonymiseTablesText = {
  with: 'a table with several rows a person, to be written so that it can still be joined; may be given again',
  key: 'with --with: column that tells people apart; the file has one row a person',
  withKey: 'column of a table after --with that says whose a row is, where not --key; one for each, in their order',
  household: 'with --with: column whose equal values stay in one group; k then counts these',
  rowsPerPerson: 'with --with: rows of one person in one table that are kept at most',
  sets: 'with --with: cells list the values of a group instead of a label of a hierarchy above them all',
  outFolder: 'with --with: folder for the written tables and their certificate',
  purpose: 'with --with: what it is for, by the id of a purpose; guardrails are asked for that',
  noAttack: 'with --with: do not attack the joined tables',
  workspace: 'with --with: workspace whose register enters the release and signs the certificate',
  examples: [
    'custos anonymise customers.csv --with orders.csv --key customer_id --k 5 --out-folder shared',
    'custos anonymise kunden.csv --with kaeufe.csv --key kundennr --with-key kunde --out-folder shared --workspace Acme.custos',
  ],
  ofOne: (option: string) => `${option} is for one table, and --with gives several. Leave ${option} out.`,
  ofSeveral: (option: string) =>
    `${option} is for several tables. Give the others after --with, or leave ${option} out.`,
  noQi: 'Name the quasi-identifiers after --qi.',
  noOutput: 'Give the file to write after -o.',
  noKey: 'Several tables are joined by a column that tells people apart. Name it after --key.',
  noOutFolder: 'Several tables are written to a folder. Give it after --out-folder.',
  noStdin: 'Several tables are read from files, and - is none. Give a file for each.',
  setsAlone: '--sets lists values and goes by no hierarchy. Leave --hierarchies out, or --sets.',
  noRowsPerPerson: '--rows-per-person takes a whole number from 1 to 200.',
  manyKeys: 'There are more keys after --with-key than tables after --with. Give one for each, in their order.',
  sameName: (name: string) => `Two of the files would be written to ${name}. Give one of them another name.`,
  written: ({ people, tables, k, targetK, counts }: AnonymisedTables) =>
    `${counted(people, 'person', 'people')} in ${counted(tables.length, 'table')}: behind each at least ${count(k)} who read alike ` +
    `in all of them joined (asked for: ${counts === 'households' ? counted(targetK, 'household') : count(targetK)}).`,
  mayBeCalled: (label: AnonymisedTables['label']) => `May be called: ${labelWords[label]}.`,
  against: (sentence: string) => `Not “anonymised”: ${sentence}`,
  questionHeads: ['question', 'answer', 'what was measured'],
  questionRows: ({ tests }: AnonymisedTables): string[][] =>
    tests.map(({ test, result, detail }) => [figuresText.questions[test], figuresText.answers[result], detail]),
  checkHeads: ({ guardrails }: AnonymisedTables): string[] => ['check', ...guardrails.map(({ table }) => table)],
  tableHeads: ['table', 'rows read', 'rows written', 'loss (NCP)', 'key'],
  tableRows: ({ tables }: AnonymisedTables): string[][] =>
    tables.map(({ source, rowsIn, rowsOut, loss, key }) => [source, count(rowsIn), count(rowsOut), lost(loss), key]),
  measures: ['measure', 'value'],
  figures: ({ k, classes, loss }: AnonymisedTables): string[][] => [
    ['k over all tables joined', count(k)],
    ['classes', count(classes)],
    ['loss over all tables (NCP)', lost(loss)],
  ],
  files: (certificate: string, entry: number | null) =>
    entry === null ? `Certificate: ${certificate}.` : `Certificate: ${certificate}. Register entry ${entry}.`,
};
