import type { FairnessGroup, Grouping, Measured, Odds, Verdict } from '#shared/domain/fairness-audit.ts';
import { fairnessText } from './fairness.ts';

/** Three decimals; a dash where there is nothing to say. */
const number = (value: number | null | undefined): string => (typeof value === 'number' ? value.toFixed(3) : '–');

const between = (limits: { low: number | null; high: number | null } | undefined): string =>
  limits === undefined || limits.low === null
    ? '–'
    : `${number(limits.low)} … ${limits.high === null ? '∞' : number(limits.high)}`;

/** The values of a group as one name. */
export const groupName = (values: readonly (string | null)[]): string =>
  values.map((value) => value ?? fairnessText.noValue).join(' · ');

const selectionOf = (group: FairnessGroup): Measured | undefined =>
  group.measures.find(({ measure }) => measure === 'selectionRate');

const verdictOf = (
  { isReference }: FairnessGroup,
  one: { against?: { verdict: Verdict } | undefined } | undefined,
): string =>
  isReference
    ? fairnessText.reference
    : one?.against
      ? fairnessText.verdicts[one.against.verdict]
      : fairnessText.notMeasured;

/** A chance; the smallest ones are not told apart. */
const chance = (p: number | undefined): string => (p === undefined ? '–' : p < 0.001 ? '< 0.001' : number(p));

/** What a measure is beside the reference: difference and ratio with their limits, chance, verdict. */
const beside = (group: FairnessGroup, one: Measured | undefined): string[] => [
  number(one?.against?.difference.value),
  between(one?.against?.difference),
  number(one?.against?.ratio.value),
  between(one?.against?.ratio),
  chance(one?.against?.pAdjusted),
  verdictOf(group, one),
];

/** How often a group is chosen, beside the reference; below `fairnessText.selectionHeads`. */
export function selectionRow(group: FairnessGroup): string[] {
  const rate = selectionOf(group);
  return [
    groupName(group.values),
    String(group.people),
    String(group.chosen),
    number(rate?.value),
    between(rate),
    ...beside(group, rate),
  ];
}

/** The same of a group whose numbers would tell of others: its verdict alone. */
export const withheldRow = (group: FairnessGroup): string[] => {
  const row = selectionRow(group);
  return row.map((cell, at) => (at === 0 || at === row.length - 1 ? cell : '–'));
};

/** Equalised odds beside the reference, by both names that they go by; also where nobody is there to measure them on. */
function oddsRows(group: FairnessGroup): string[][] {
  if (group.isReference) return [];
  const { comparisons, notMeasured, verdicts } = fairnessText;
  const odds = group.equalisedOdds;
  const verdict = odds ? verdicts[odds.verdict] : notMeasured;
  const row = (name: string, one: Odds['worst'] | undefined): string[] => [
    name,
    '',
    '',
    '',
    number(one?.value),
    between(one),
    '',
    '',
    '',
    verdict,
  ];
  return [row(comparisons.equalisedOdds[0], odds?.worst), row(comparisons.averageOdds[0], odds?.average)];
}

function calibrationErrorRow(group: FairnessGroup): string[][] {
  const { calibration } = group;
  if (calibration === undefined) return [];
  const { error, against } = calibration;
  return [
    [
      fairnessText.comparisons.calibration[0],
      String(calibration.bins.reduce((sum, { people }) => sum + people, 0)),
      number(error?.value),
      between(error ?? undefined),
      number(against?.value),
      between(against),
      '',
      '',
      '',
      verdictOf(group, { against }),
    ],
  ];
}

/** Rates of mistakes, odds and calibration of a group, what needs a label; below `fairnessText.errorHeads`. */
export const errorRows = (group: FairnessGroup): string[][] =>
  [
    ...group.measures
      .filter(({ measure }) => measure !== 'selectionRate')
      .map((one) => [
        fairnessText.measures[one.measure][0],
        String(one.of),
        number(one.value),
        between(one),
        ...beside(group, one),
      ]),
    ...oddsRows(group),
    ...calibrationErrorRow(group),
  ].map((row) => [groupName(group.values), ...row]);

/**
 * Observed shares of a group by step of the score; below `fairnessText.calibrationHeads`. None where a step has fewer
 * people than `fewest`: the others would tell of it.
 */
export const calibrationRows = ({ values, calibration }: FairnessGroup, fewest = 0): string[][] =>
  (calibration?.bins.some(({ people }) => people < fewest) ? [] : (calibration?.bins ?? [])).map((bin) => [
    groupName(values),
    bin.from === bin.to ? String(bin.from) : `${number(bin.from)} … ${number(bin.to)}`,
    String(bin.people),
    number(bin.meanScore),
    number(bin.observed),
    between(bin),
  ]);

/** The largest differences of the groups that take part; below `fairnessText.overallHeads`. */
export const overallRows = (overall: Grouping['overall']): string[][] =>
  overall.map(({ measure, difference, ratio, highest, lowest }) => [
    measure === 'equalisedOdds' ? fairnessText.comparisons.equalisedOdds[0] : fairnessText.measures[measure][0],
    number(difference.value),
    between(difference),
    number(ratio?.value),
    between(ratio),
    groupName(highest),
    groupName(lowest),
  ]);

/** Whether groups that are too small to be judged take part in what stands over all groups. */
export const hasTooSmall = ({ overall }: Grouping): boolean => overall.some(({ tooSmallAmong }) => tooSmallAmong > 0);
