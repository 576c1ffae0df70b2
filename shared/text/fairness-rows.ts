import type { FairnessGroup, Grouping, Measured } from '#shared/domain/fairness-audit.ts';
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

const verdictOf = ({ isReference }: FairnessGroup, one: Measured | undefined): string =>
  isReference ? fairnessText.reference : one?.against ? fairnessText.verdicts[one.against.verdict] : '–';

/** How often a group is chosen, and its ratio to the reference; below `fairnessText.selectionHeads`. */
export function selectionRow(group: FairnessGroup): string[] {
  const rate = selectionOf(group);
  return [
    groupName(group.values),
    String(group.people),
    String(group.chosen),
    number(rate?.value),
    between(rate),
    number(rate?.against?.ratio.value),
    between(rate?.against?.ratio),
    verdictOf(group, rate),
  ];
}

/** Rates of mistakes, odds and calibration of a group, what needs a label; below `fairnessText.errorHeads`. */
export function errorRows(group: FairnessGroup): string[][] {
  const { comparisons, measures, verdicts } = fairnessText;
  const { equalisedOdds: odds, calibration } = group;
  const rows = group.measures
    .filter(({ measure }) => measure !== 'selectionRate')
    .map((one) => [
      measures[one.measure][0],
      String(one.of),
      number(one.value),
      between(one),
      number(one.against?.difference.value),
      between(one.against?.difference),
      verdictOf(group, one),
    ]);
  if (odds) {
    const { worst, average } = odds;
    rows.push([comparisons.equalisedOdds[0], '', '', '', number(worst.value), between(worst), verdicts[odds.verdict]]);
    rows.push([comparisons.averageOdds[0], '', '', '', number(average.value), between(average), '']);
  }
  if (calibration?.error)
    rows.push([
      comparisons.calibration[0],
      '',
      number(calibration.error.value),
      between(calibration.error),
      '',
      '',
      '',
    ]);
  return rows.map((row) => [groupName(group.values), ...row]);
}

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
