import type { Verdict } from '#shared/domain/fairness-audit.ts';
import type { FairnessMeasure } from '#shared/domain/fairness-audit.ts';
import { shortName } from './names.ts';
import { counted } from './numbers.ts';

const shown = (values: readonly string[]): string => values.map((value) => `“${value.slice(0, 40)}”`).join(', ');

/** What an audit of groups says: names with their formulas, verdicts, and what was chosen or left out. */
export const fairnessText = {
  /** Name, and the formula that the number has: other tools use the same names for other numbers. */
  measures: {
    selectionRate: ['selection rate', 'chosen / people'],
    truePositiveRate: ['true positive rate', 'chosen with the label / all with the label'],
    falsePositiveRate: ['false positive rate', 'chosen without the label / all without the label'],
    falseNegativeRate: ['false negative rate', 'not chosen with the label / all with the label'],
    positivePredictiveValue: ['positive predictive value', 'chosen with the label / all chosen'],
    accuracy: ['accuracy', 'outcome equal to the label / all with a known label'],
  } satisfies Record<FairnessMeasure, [name: string, formula: string]>,
  comparisons: {
    statisticalParity: ['statistical parity difference', 'selection rate − that of the reference'],
    disparateImpact: ['disparate impact', 'selection rate / that of the reference'],
    equalOpportunity: ['equal opportunity difference', 'true positive rate − that of the reference'],
    equalisedOdds: [
      'equalised odds difference',
      'the larger of |difference of true positive rates| and |difference of false positive rates|',
    ],
    averageOdds: [
      'average odds difference',
      'half of (difference of true positive rates + difference of false positive rates)',
    ],
    predictiveParity: ['predictive parity difference', 'positive predictive value − that of the reference'],
    calibration: ['expected calibration error', 'Σ people in step / people × |mean score − observed share|'],
    calibrationAgainst: [
      'difference of calibration errors',
      'expected calibration error − that of the reference; without a band, so never “no disparity”',
    ],
  } satisfies Record<string, [name: string, formula: string]>,
  verdicts: {
    disparity_indicated: 'disparity indicated',
    no_disparity_detected: 'no disparity detected',
    inconclusive: 'inconclusive',
    too_small: 'too small to judge',
  } satisfies Record<Verdict, string>,
  methods:
    'Rates: Wilson 95 %. Differences: Newcombe. Ratios: Katz, or bounds of Wilson where nobody or everybody of a side was hit. Equalised odds, ' +
    'calibration errors and all that stands over all groups: intervals that hold together (Bonferroni). Tests: Fisher where fewer than five ' +
    'are expected, else z; adjusted by Holm over the groups of a column. A verdict goes by the ratio: of a calibration error by its difference, and ' +
    'of equalised odds by the ratios of both rates.',
  tested: ({ comparisons, families }: { comparisons: number; families: number }) =>
    `${counted(comparisons, 'comparison')} with a reference ${comparisons === 1 ? 'was' : 'were'} tested, in ` +
    `${counted(families, 'family', 'families')} (a column or a crossing, and a measure). Within each, p is adjusted by Holm, so that ` +
    'pure chance shows a disparity in no more than one family of twenty.',
  noValue: 'not stated',
  /** Nobody to measure it on, here or in the reference. */
  notMeasured: 'not stated',
  reference: 'reference',
  selectionHeads: [
    'group',
    'people',
    'chosen',
    'rate',
    '95 %',
    'difference',
    '95 %',
    'ratio',
    '95 %',
    'p (Holm)',
    'verdict',
  ],
  errorHeads: ['group', 'measure', 'of', 'value', '95 %', 'difference', '95 %', 'ratio', '95 %', 'p (Holm)', 'verdict'],
  calibrationHeads: ['group', 'score', 'people', 'mean score', 'observed', '95 %'],
  overallHeads: ['measure', 'largest difference', '95 %', 'smallest ratio', '95 %', 'highest', 'lowest'],
  overAll: 'Over all groups',
  overAllWithSmall:
    'Over all groups, those among them that are too small to judge: a group of a few people may be an extreme by chance',
  overJudged: (fewest: number) => `Over the groups of ${fewest} people or more, which are judged`,
  noneJudged: (fewest: number) => `Fewer than two groups have ${fewest} people or more: nothing is said over them.`,
  notInHand: (entry: number) =>
    `The audit of entry ${entry} is not in hand any more: its numbers are kept only while the workspace is open. Audit again.`,
  sameColumn: (column: string) => `${shortName(column)} was named for two things. Outcome, label and groups differ.`,
  noGroups: 'Name at least one column of groups after --groups.',
  tooManyColumns: (most: number) => `Name at most ${most} columns of groups.`,
  tooManyGroups: (column: string, groups: number, most: number) =>
    `${shortName(column)} has ${counted(groups, 'value')}; groups can be at most ${most}. Group it first (age groups, ` +
    'regions, bands), then audit the result.',
  oneGroup: (column: string) =>
    `${shortName(column)} has one value in every row: there is no group to hold it against. Name another column.`,
  scoreWithoutLabel: 'A score is held against what came of it: name the column of the label after --label.',
  whichIsYes: (column: string, option: string, values: readonly string[], more: boolean) =>
    `Nothing says which values of ${shortName(column)} count as yes. It has ${shown(values)}${more ? ', …' : ''}. Say it ` +
    `with ${option} VALUE (again for a further one), or ${option} ">=NUMBER".`,
  whichOfPersonal: (column: string, option: string) =>
    `Nothing says which values of ${shortName(column)} count as yes. Say it with ${option} VALUE (again for a further ` +
    `one), or ${option} ">=NUMBER".`,
  noneLike: (column: string, rule: string, rows: number) =>
    `None of the ${counted(rows, 'row')} that can be measured has ${shortName(column)} ${rule}. Nothing was measured.`,
  allLike: (column: string, rule: string, rows: number) =>
    `Of the ${counted(rows, 'row')} that can be measured, every one has ${shortName(column)} ${rule}: there is nobody ` +
    'to compare with.',
  nobody: (column: string) => `No row has a value in ${shortName(column)}. Nothing was measured.`,
  noReference: (values: readonly string[]) => `Nobody belongs to the reference group ${shown(values)}.`,
  badReference: (typed: string) =>
    `“${typed.slice(0, 60)}” names no reference. Write COLUMN=VALUE, with a column of --groups.`,
  notes: {
    yes: (column: string, rule: string) =>
      `${shortName(column)} ${rule} was taken for yes, since its two values say so.`,
    decimalComma: (columns: readonly string[]) =>
      `Numbers of ${columns.map(shortName).join(', ')} were read with a decimal comma, which more of them are written ` +
      'with; --decimal . reads them with a point.',
    noOutcome: (rows: number, column: string) =>
      `${counted(rows, 'row has', 'rows have')} no readable value in ${shortName(column)} and ${rows === 1 ? 'was' : 'were'} left out.`,
    noLabel: (rows: number, column: string) =>
      `${counted(rows, 'row has', 'rows have')} no readable label in ${shortName(column)} and ${rows === 1 ? 'counts' : 'count'} for the selection rate only.`,
    noScore: (rows: number, column: string) =>
      `${counted(rows, 'row has', 'rows have')} no readable number in ${shortName(column)} and ${rows === 1 ? 'is' : 'are'} not in the calibration.`,
    rowsNotPeople: (rows: number, people: number, column: string) =>
      `Rows were counted: ${counted(rows, 'row')} of ${counted(people, 'person', 'people')} (${shortName(column)}). A person ` +
      'with many rows counts many times, so intervals are narrower than they should be.',
    groupsOfOne: (groups: number) =>
      `${counted(groups, 'group is', 'groups are')} one person alone: nobody can be judged by one, so the verdict is ` +
      '“too small to judge”.',
    noCrossing: (most: number) => `The columns crossed give more than ${counted(most, 'group')}: they are not crossed.`,
    noLabelGiven: 'Without a label only the selection rate can be measured: nothing is said of mistakes.',
    auditOnly: (columns: readonly string[]) =>
      `${columns.map(shortName).join(', ')} ${columns.length === 1 ? 'is' : 'are'} here to measure with, never to choose by.`,
    limits:
      'A difference may have causes that these columns do not show, and no difference does not show that nobody is ' +
      'treated worse. Four fifths (0.8 … 1.25) is an orientation.',
  },
};
