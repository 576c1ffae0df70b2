import type { RetentionHoldView, RetentionLine, RetentionRan, RetentionRuleView } from '#shared/contract/retention.ts';
import type { RetentionAction } from '#shared/domain/retention.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted, moment } from '../numbers.ts';
import { retentionText } from '../retention.ts';

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const dayName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const day = (date: string): string => dayName.format(new Date(`${date}T00:00:00Z`));
const things = (line: Pick<RetentionLine, 'column'>, number: number): string =>
  line.column === '' ? counted(number, 'row') : counted(number, 'cell');
type Line = Pick<RetentionLine, 'title' | 'dataset' | 'column' | 'action'>;
const about = ({ title, dataset, column }: Line): string =>
  `${title} of ${shortName(dataset)}${column === '' ? '' : `, column ${shortName(column)}`}`;

const deed = (action: RetentionAction): string =>
  action === 'delete' ? 'Delete' : action === 'anonymise' ? 'Anonymise' : 'Empty';

/** The screen of retention. */
export const retentionWindowText = {
  title: 'Retention',
  note: 'What expires when, and what is over. Rows without a readable date never count as fresh.',
  closed: {
    title: 'What expires when?',
    sentence:
      'Open a workspace or a dataset: rules are proposed by what its columns hold, and nothing is deleted before you say so.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  job: 'Counting what is over',
  runJob: 'Ending the keeping of what is over',
  approverOnly: 'An approver carries it out, decides lengths and holds.',
  cannotWrite: 'Nothing can be changed here: the workspace is open for reading only.',
  unusedColumns: {
    title: 'Columns that nobody uses',
    told: retentionText.unusedColumns,
    all: (columns: number) => `Show all ${count(columns)}`,
    fewer: 'Show fewer',
  },
  unbound: (names: readonly string[]) =>
    `No rule is bound to ${firstNames([...names])}: no column holds an identifier, a customer, an order, an event or consent.`,
  notRead: (dataset: string, why: string) => `${shortName(dataset)} was not looked at: ${why}.`,
  timeline: {
    title: 'What expires when',
    label: 'What expires when, by rule and dataset',
    what: 'What',
    over: 'over',
    month: (month: string) => monthName.format(new Date(`${month}-01T00:00:00Z`)),
    monthInFull: (month: string) => `ends in ${month}`,
    later: 'later',
    undated: 'no date',
    of: (line: Pick<RetentionLine, 'dataset' | 'column'>) =>
      line.column === '' ? line.dataset : `${line.dataset}, ${line.column}`,
    period: retentionText.period,
    states: {
      over: 'over',
      held: 'on hold',
      undecided: 'length not decided',
      undated: 'without a date',
      fine: 'nothing over',
    } satisfies Record<RetentionLine['state'], string>,
    /** How a cell reads to whoever does not see its bar. */
    cell: (number: number) => (number === 0 ? '' : count(number)),
    hold: (holds: RetentionLine['holds']) =>
      `Held: ${holds.map(({ citation, until }) => `${citation} until ${day(until)}`).join('; ')}`,
    details: 'Why these dates',
    undatedRows: (rows: readonly number[], all: number) =>
      `Without a readable date: rows ${rows.map(count).join(', ')}${all > rows.length ? ' …' : '.'}`,
  },
  dryRun: 'Dry run',
  dryRunOf: (line: Line) => `Dry run of ${about(line)}`,
  decideLength: 'Decide…',
  decideLengthOf: (line: Line) => `Decide how long ${about(line)} are kept`,
  decideUndated: (number: number) => `Decide on ${count(number)}…`,
  decideUndatedOf: (line: Line, number: number) => `Decide on ${count(number)} of ${about(line)} without a date`,
  act: (action: RetentionAction, number: number) =>
    `${deed(action)} ${count(number)}${action === 'anonymise' ? '…' : ''}`,
  actOf: (line: Line, number: number) => `${deed(line.action)} ${count(number)} of ${about(line)}`,
  review: 'A person decides',
  rehearsed: (line: Pick<RetentionLine, 'column' | 'over' | 'held' | 'undated'>) =>
    `${things(line, line.over - line.held)} would go; nothing was changed` +
    `${line.held > 0 ? `, ${count(line.held)} on hold` : ''}${line.undated > 0 ? `, ${count(line.undated)} without a date stay open` : ''}.`,
  anonymisedFile: (dataset: string) => `${dataset} anonymised.csv`,
  confirm: {
    title: (line: Line, number: number) =>
      line.action === 'delete'
        ? `Delete ${things(line, number)} of ${shortName(line.dataset)}?`
        : `Empty ${things(line, number)} of ${shortName(line.dataset)}?`,
    sentence: (line: Line) =>
      line.action === 'delete'
        ? `${about(line)}: whole rows go, with everything that stands in them. This cannot be taken back.`
        : `${about(line)}: the rows stay, these cells are empty afterwards. This cannot be taken back.`,
    proof: 'The register keeps how many there were, and the hashes of the data before and after.',
  },
  ran: {
    done: ({ dataset, rowsBefore, rowsAfter, cellsEmptied }: RetentionRan['datasets'][number]) =>
      `${shortName(dataset)}: ${counted(rowsBefore - rowsAfter, 'row')} of ${count(rowsBefore)} deleted, ${counted(cellsEmptied, 'cell')} emptied.`,
    hashes: (before: string, after: string) =>
      `SHA-256 before ${before.slice(0, 12)}…, after ${after.slice(0, 12)}…, in full in the register.`,
    anonymised: ({ output, status, label }: NonNullable<RetentionRan['anonymised']>) =>
      status === 'anonymised'
        ? `${shortName(output)} is anonymised; its rows are gone here.`
        : `${shortName(output)} is ${label}, not anonymised: the rows stay, and the duty stays open.`,
    entry: (seq: number) => `Entry ${count(seq)}`,
    remains: 'Not reached',
    remain: (what: string, why: string) => `${what}: ${why}.`,
  },
  decide: {
    title: (title: string) => `How long are ${title} kept?`,
    keep: 'Kept for',
    units: { D: 'days', M: 'months', Y: 'years' },
    unit: 'Unit',
    offers: 'What others keep',
    offer: (duration: string, source: string, checkedOn: string | null) =>
      `${retentionText.period(duration)}: ${source} (${checkedOn === null ? 'nobody looked it up' : `looked up ${day(checkedOn)}`})`,
    action: 'When it is over',
    actions: {
      delete: 'Delete the rows',
      empty: 'Empty the cells',
      anonymise: 'Anonymise by the recipe, then delete the rows',
      review: 'A person decides',
    } satisfies Record<RetentionAction, string>,
    law: 'Law or need that it follows from',
    reason: 'Why so long',
    policy: (row: string) => `Releases go by the same length: the policy row ${row} is set with it.`,
    save: 'Decide',
  },
  own: {
    add: 'Add a rule…',
    title: 'A rule of your own',
    changeTitle: (title: string) => `The rule ${shortName(title)}`,
    name: 'What it is called',
    about: 'It is about',
    abouts: { cells: 'cells of columns that hold', rows: 'whole rows of tables that hold' },
    kinds: 'Kinds of data',
    start: 'Counted from',
    starts: retentionText.starts,
    columns: 'Columns that it counts from',
    law: 'Law or need that it follows from',
    reason: 'Why',
    save: 'Save',
    remove: 'Remove…',
    removeOf: (title: string) => `Remove the rule ${title}`,
    removeTitle: (title: string) => `Remove the rule ${shortName(title)}?`,
    removeSentence: 'What it ended stays ended. From now on nothing is kept or ended by it.',
    removeConfirm: 'Remove',
    told: ({ start, columns }: NonNullable<RetentionRuleView['own']>) =>
      `Counted from ${start === 'columns' ? firstNames([...columns]) : retentionText.starts[start]}.`,
  },
  undated: {
    title: (number: number) => `${counted(number, 'row')} without a readable date`,
    sentence: 'Nobody can tell how old they are, so they never count as fresh.',
    over: 'They are over: the next run takes them',
    kept: 'They stay until a day, and are asked for again',
    fromImport: 'Their period counts from the day on which the dataset came in',
    until: 'Until',
    reason: 'Why',
    save: 'Decide',
  },
  holds: {
    title: 'On hold',
    none: 'Nothing is held. A hold keeps data from every run: a law suit, an audit, a law.',
    label: 'Holds',
    heads: { what: 'What', citation: 'By', until: 'Until', by: 'Put by', reason: 'Why' },
    what: ({ dataset, rule, identifiers }: RetentionHoldView) =>
      retentionText.held(rule?.title ?? 'Everything', identifiers, dataset?.name ?? null),
    until: ({ until, holds }: RetentionHoldView) => (holds ? day(until) : `${day(until)}, over: keeps nothing`),
    add: 'Hold data…',
    lift: 'Lift…',
    liftOf: (citation: string) => `Lift the hold by ${shortName(citation)}`,
    dialog: {
      title: 'Hold data',
      dataset: 'Dataset',
      every: 'Every dataset',
      rule: 'What',
      everything: 'Everything',
      people: 'Only of these people',
      peopleHelp:
        'A value that names them on each line: an address, a number. They lie sealed, and go with the hold. Empty: everything.',
      citation: 'Law or proceedings that ask for it',
      until: 'Until, the last day',
      reason: 'Why',
      save: 'Hold',
      liftTitle: (citation: string) => `Lift the hold by ${shortName(citation)}?`,
      liftSentence: 'What is over goes with the next run.',
      lift: 'Lift',
    },
  },
  rules: {
    title: 'Rules',
    label: 'Rules of retention',
    heads: { what: 'What', kept: 'Kept for', then: 'Then', law: 'Why, and by whose word' },
    change: 'Change…',
    changeOf: (title: string) => `Change the rule ${title}`,
    decided: ({ by, at, reason }: NonNullable<RetentionRuleView['decided']>) =>
      `Decided by ${by}, ${moment(at)}: ${reason}`,
    checked: (on: string) => `Looked up ${day(on)}.`,
  },
};
