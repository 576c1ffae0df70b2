import { firstNames, quotedNames, shortName } from '../names.ts';
import { count, counted, listed, moment } from '../numbers.ts';

interface Limits {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** 0.1652 → "16.5 %": differences between groups are often smaller than a whole per cent. */
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const plain = (share: number): string => (share * 100).toFixed(1);

/** The Fairness screen. */
export const fairnessScreenText = {
  title: 'Fairness',
  note: 'Who is chosen less often, and is it more than chance? Groups are here to measure with, never to choose by.',
  closed: {
    title: 'Who is chosen less often?',
    sentence:
      'Open a dataset with a column that says who was chosen (invited, approved, a score) and columns of groups, such as ' +
      'gender or age band.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  form: {
    title: 'What is audited',
    outcome: 'Outcome: the column that people are chosen by',
    outcomeHelp: 'A decision, a label, or a score with a limit.',
    chosen: { way: 'Chosen are', values: 'Values that mean chosen', than: 'Limit' },
    positive: { way: 'It came about where the label is', values: 'Values that mean yes', than: 'Limit' },
    signs: {
      values: 'these values',
      '>=': 'at least (≥)',
      '>': 'more than (>)',
      '<=': 'at most (≤)',
      '<': 'less than (<)',
    },
    hidden:
      'Its values may be personal and are not shown before somebody has decided what the column is: type those you mean.',
    valuesOf: (shown: number, distinct: number) =>
      shown < distinct
        ? `The ${shown} most frequent of ${count(distinct)} are offered; type any other.`
        : `${counted(distinct, 'value')}.`,
    groups: 'Groups',
    groupsHelp: (serving: readonly string[]) =>
      serving.length === 0
        ? 'Columns of few values; up to four, which are crossed, too.'
        : `Audit only: ${firstNames(serving)}. Up to four, which are crossed, too.`,
    serving: 'Audit only: gender, age, origin and the like',
    others: 'Other columns',
    noneServes:
      'No column is classified as gender, age, origin or the like. Choose another one of few values, such as a region, or ' +
      'say under Classify what the columns are.',
    classify: 'Go to Classify',
    further: 'Label and score…',
    furtherHelp: 'With what really came, mistakes are measured, too.',
    label: 'Label: what really came',
    labelHelp: 'Repaid, bought, came back. Without it only selection rates are measured.',
    noLabel: 'No label',
    score: 'Score: held against the label',
    scoreHelp: 'A number that the outcome rests on. It takes a label.',
    noScore: 'No score',
    audit: 'Audit',
    job: (name: string) => `Auditing ${name}`,
    done: (entry: number) => `Audited: entry #${entry} of the log`,
    readOnly: 'This workspace is open for reading only: an audit is an entry of its log.',
  },
  needs: {
    outcome: 'Choose the column that people are chosen by.',
    values: (column: string, distinct: number) =>
      `${shortName(column)} has ${counted(distinct, 'value')}, and nothing says which mean yes: choose them.`,
    limit: (column: string) => `Say from which number of ${shortName(column)} on.`,
    groups: 'Choose at least one column of groups.',
    fewer: (most: number) => `Choose at most ${most} columns of groups.`,
    label: 'A score is held against what came of it: choose a label.',
    once: (column: string) => `${shortName(column)} is named for two things. Outcome, label and groups differ.`,
  },
  again: 'Audit something else…',
  result: 'The audit',
  chosenOf: (
    { column, rule, chosen, rate }: { column: string; rule: string; chosen: number; rate: Limits },
    people: number,
  ) =>
    `${shortName(column)} ${rule}: ${count(chosen)} of ${count(people)} chosen, ${percent(rate.value ?? 0)} ` +
    `[${plain(rate.low ?? 0)}, ${plain(rate.high ?? 0)}]`,
  labelOf: ({ column, rule, positive, people }: { column: string; rule: string; positive: number; people: number }) =>
    `Label ${shortName(column)} ${rule}: ${count(positive)} of ${count(people)}`,
  auditOnly: (columns: readonly string[]) => `${quotedNames(columns)}: audit only`,
  entry: (entry: number, at: string) => `#${entry}, ${moment(at)}`,
  by: (columns: readonly string[]) => `By ${listed(columns)}`,
  heldAgainst: (group: string, why: 'largest' | 'named', isCrossed: boolean) =>
    `Each group is held against “${group}”, ${why === 'largest' ? 'the largest' : 'as was asked'}` +
    `${isCrossed ? '; all crossed groups are one family of tests (Holm)' : ''}.`,
  heads: {
    group: 'group',
    people: 'people',
    rate: 'chosen, 95 %',
    rateDrawn: 'share chosen, drawn',
    ratio: 'ratio, 95 %',
    ratioDrawn: 'ratio, drawn',
    verdict: 'verdict',
  },
  rate: ({ value, low, high }: Limits) =>
    value === null || low === null || high === null ? '–' : `${percent(value)} [${plain(low)}, ${plain(high)}]`,
  ratio: (ratio: { value: number | null; low: number; high: number | null } | undefined) =>
    ratio === undefined
      ? '–'
      : `${ratio.value === null ? '–' : ratio.value.toFixed(2)} [${ratio.low.toFixed(2)}, ` +
        `${ratio.high === null ? '∞' : ratio.high.toFixed(2)}]`,
  drawn:
    'Broken line: the share of all, and a ratio of 1. Grey: the band 0.8 … 1.25, an orientation. Hollow: too small to judge.',
  worst: (many: number) => `Show the ${many} that ask for a look`,
  all: (many: number) => `Show all ${count(many)} groups`,
  further: 'Every other measure',
  furtherOf: (title: string) => `Every other measure, ${title}`,
  selection: 'Selection: rate, statistical parity difference, disparate impact',
  mistakes: 'Mistakes: equal opportunity, equalised odds, predictive parity, calibration',
  calibration: 'What came, by score',
  limits: 'What to know of these numbers',
  save: {
    button: 'Save audit',
    a4: 'PDF, A4',
    letter: 'PDF, Letter',
    html: 'Web page (HTML)',
    json: 'Numbers (JSON)',
    name: (file: string, ending: string) => `Audit of ${file.replace(/\.[^.]+$/, '')}.${ending}`,
    done: (file: string, entry: number) => `Audit saved to ${file}: entry #${entry}`,
  },
  log: {
    title: 'Audits of these data in the log',
    open: (entry: number) => `Open entry ${entry}`,
    said: (outcome: string, groups: readonly string[], disparities: number, open: number) =>
      `${shortName(outcome)} by ${listed(groups)}: ` +
      (disparities > 0
        ? `${counted(disparities, 'comparison indicates', 'comparisons indicate')} a disparity`
        : open > 0
          ? `${counted(open, 'group')} could not be judged`
          : 'every group within the band'),
    made: (by: string, at: string) => `${by}, ${moment(at)}`,
  },
};
