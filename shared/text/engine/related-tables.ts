import type { TableLabels } from '#shared/domain/anonymised-tables.ts';
import { firstNames, quotedNames, shortName } from '../names.ts';
import { count, counted, percent } from '../numbers.ts';

/** What is refused of several related tables, and what is said of their release. */
export const relatedText = {
  grouping: 'Putting people into groups',
  attacking: 'Attacking the joined tables',
  /** Columns of people joined to their rows. */
  rowsOf: (table: string) => `${table}: rows`,
  commonestOf: (table: string, column: string) => `${table}: ${column}, commonest`,
  noRows: (file: string) => `${file} has no rows, so there is nobody to anonymise.`,
  nobody: (file: string, key: string) =>
    `${shortName(key)} is empty in every row of ${file}, so nobody is named. Name the column that tells people apart.`,
  tooFew: (file: string, found: number, k: number, households: boolean) =>
    `${file} names ${households ? counted(found, 'household') : counted(found, 'person', 'people')}, so no ` +
    `${count(k)} can read alike. Give a k of at most ${count(found)}.`,
  repeated: (file: string, key: string, people: number) =>
    `${file} has several rows of ${counted(people, 'person', 'people')} by ${shortName(key)}. The first file has to have one ` +
    'row a person: give it the table of people, and the other tables after --with.',
  noneMatches: (file: string, key: string, people: string) =>
    `No row of ${file} names anybody of ${people} by ${shortName(key)}. Name its key after --with-key.`,
  isFile: (name: string) => `${name} is a file, and a folder is needed for several tables. Give another name.`,
  noFolder: (name: string) => `The folder ${name} cannot be made. Make it, or choose another one.`,
  onePlaceEach: 'Every table needs one place to be written to.',
  sameName: (name: string) =>
    `Two of the files are called ${name}, and both would be written to that name. Give one of them another name.`,
  sameFile: (name: string) => `${name} is given twice. Give each table once.`,
  noColumn: (columns: readonly string[]) =>
    `None of the files has ${quotedNames(columns)}, which --qi names. Check the spelling.`,
  keyAsQi: (column: string) =>
    `${shortName(column)} joins the tables or keeps households together, so it is no column to keep. Leave it out of --qi.`,
  keyAsHousehold: (column: string) =>
    `${shortName(column)} tells people apart, so it keeps no household together. Name another column after --household.`,
  noHousehold: (file: string, column: string, rows: number) =>
    `${shortName(column)} is empty in ${counted(rows, 'row')} of ${file}, so nobody can say whose household they are. Fill it, ` +
    'or leave --household out.',
  nothingLeft: (files: readonly string[]) =>
    `Of ${files.join(' and ')} no column is left to write beside the key. Decide on their columns in a workspace, or leave ` +
    '--qi out.',
  differs: 'What was written is not what was grouped, so it was not kept. Please report this.',
  statement: (label: 'anonymised' | 'k-anonymous', k: number, households: boolean) =>
    `${label === 'anonymised' ? 'Anonymised' : 'k-anonymous'} over all tables joined: behind every person of the release ` +
    `stand at least ${count(k)} ${households ? 'people of different households' : 'people'} who read the same in all ` +
    'tables, row for row.',
  /** Of guardrails: what blocks, and of which table. */
  blocked: (blocking: readonly { table: string; id: string; message: string; fix: string }[]) =>
    `${blocking.map(({ table, id, message, fix }) => `${table}, ${id}: ${message}${fix === '' ? '' : ` ${fix}`}`).join(' ')} Nothing was written.`,
  pointsAt: (missing: readonly string[]) =>
    `${missing.join(' ')} Here that is a larger k, or fewer columns. Nothing was written.`,
  tooManyLeftOut: (file: string, lost: number, rows: number, most: number) =>
    `${file}: ${count(lost)} of ${counted(rows, 'row')} would be left out, because people of a group have other numbers of rows, ` +
    `and ${percent(most)} are allowed. Allow more, keep fewer columns, or keep fewer rows of a person.`,
  behind: (k: number, people: number, columns: number, tables: number) =>
    `Behind each of ${counted(people, 'person', 'people')} stand at least ${count(k)} who read the same in all ` +
    `${counted(columns, 'column')} of ${counted(tables, 'table')} joined.`,
  /** Of the attacks of one kind. */
  attacks: (passed: number, judged: number, open: number) =>
    judged === 0
      ? 'No attack of this kind could be tried.'
      : `${count(passed)} of ${counted(judged, 'attack')} of this kind stayed under the limit` +
        `${open === 0 ? '' : `, ${count(open)} could not be judged`}.`,
  /** What stands against the word *anonymised*. */
  against: {
    k: (k: number, wanted: number) => `k is ${count(k)}, ${count(wanted)} are wanted.`,
    local: (file: string, columns: readonly string[]) =>
      `${file}: ${firstNames(columns)} ${columns.length === 1 ? 'is' : 'are'} recoded locally: the same value reads otherwise for one ` +
      'person than for another, so that somebody who knows some of it can infer more. Fewer columns to keep may do ' +
      'without.',
    leftOut: (file: string, rows: number) =>
      `${file}: ${counted(rows, 'row')} left out for where they stand in their group, which is local, too.`,
    undecided: (file: string, columns: readonly string[]) =>
      `${file}: nobody knows what ${firstNames(columns)} ${columns.length === 1 ? 'holds' : 'hold'}, and nobody decided. ` +
      'Decide under Classify, or with custos decide.',
    sensitive: (file: string, columns: readonly string[]) =>
      `${file}: ${firstNames(columns)} could harm somebody once it is tied to them, and whether people who read alike differ in ` +
      'it (l and t) is not measured over several tables. Leave it out, or release one table.',
    open: (question: string, why: string) => `${question} is not answered: ${why}`,
  },
  /** Why an earlier release of related tables cannot be made again, inside a sentence. */
  earlier: {
    noSettings: 'its certificate does not say by which settings it was made',
    hierarchies: 'its hierarchies came from files, which are not kept',
    otherwise: 'the same sources do not give the same groups any more',
    sourceGone: (file: string) => `${shortName(file)}, which it was made from, is not in the workspace`,
    otherPeople: 'fewer than half of the people of the smaller one are in the other',
  },
  freshKeys:
    'The keys that join the tables are new numbers, dealt by chance for this release alone: they follow from nothing in ' +
    'the sources, and no other release has them.',
  madeGlobally: 'Every column has one set of groups for everybody: nothing was recoded locally.',
  made: {
    levels:
      'By local recoding: each group of people has labels of its own, as low as the group allows. Not promised: that the ' +
      'people of a group differ in what nobody knew of them, so that something may be inferred of all.',
    sets:
      'By local recoding: a cell lists the values that a group of people has. Not promised: that the people of a group ' +
      'differ in what nobody knew of them, so that something may be inferred of all.',
  } satisfies Record<TableLabels, string>,
  hidden: (file: string, share: number) =>
    `${file}: ${percent(share)} of the cells read “*”, because people have little in common over so many columns. Name fewer ` +
    'columns to keep (--qi), or let cells list the values of a group (--sets).',
  asked:
    'All guardrails were asked of each table as of any anonymised release, which rests on nobody’s consent and targets ' +
    'nobody. Not judged: what this release and an earlier one tell together of somebody whose cells read otherwise in both.',
  noRegister:
    'Not held against earlier releases of the same people: without a workspace nobody tells of any. Give --workspace.',
  attacked: (columns: number) =>
    `Attacked: people joined to their rows, by ${counted(columns, 'column')}: their own, how many rows of each table they ` +
    'have, and the commonest value of each column there. Not attacked: which rows they have together.',
  notAttacked: (why: 'few' | 'many' | 'skipped') =>
    why === 'few'
      ? 'Not attacked: half of the people are too few to be released.'
      : why === 'many'
        ? 'Not attacked: there are more columns than are attacked.'
        : 'Not attacked: it was not wanted.',
  refused: (attacks: number) =>
    `${counted(attacks, 'attack')} found more than the limits allow: this release is not anonymised.`,
  dropped: {
    identifying: (file: string, columns: readonly string[]) =>
      `${file}: ${firstNames(columns)} not written, because ${columns.length === 1 ? 'it points' : 'they point'} at a person.`,
    'nearly-unique': (file: string, columns: readonly string[]) =>
      `${file}: ${firstNames(columns)} not written, because nearly every row has another value and cells would list them.`,
    'not-asked': (file: string, columns: readonly string[]) =>
      `${file}: ${firstNames(columns)} not written, because others were asked for.`,
    household: (file: string, columns: readonly string[]) =>
      `${file}: ${firstNames(columns)} not written: households are kept together by ${columns.length === 1 ? 'it' : 'them'}.`,
  },
  leftOut: {
    'no-key': (file: string, rows: number) => `${file}: ${counted(rows, 'row')} left out that name nobody.`,
    orphan: (file: string, rows: number) =>
      `${file}: ${counted(rows, 'row')} left out that name nobody of the table of people.`,
    'above-bound': (file: string, rows: number) =>
      `${file}: ${counted(rows, 'row')} left out, drawn by chance, of people with more rows than are kept of one.`,
    'no-place': (file: string, rows: number) =>
      `${file}: ${counted(rows, 'row')} left out of people with more rows than another of their group.`,
  },
};
