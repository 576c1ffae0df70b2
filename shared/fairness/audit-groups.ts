import type { FairnessMeasure } from '#shared/domain/fairness-audit.ts';
import { equalisedOdds, measureAgainst } from './against-reference.ts';
import { calibrate, calibrationAgainst, type ScoreBin } from './calibrate.ts';
import type {
  Calibration,
  FairnessGroup,
  Grouping,
  Measured,
  Overall,
  Verdict,
} from '#shared/domain/fairness-audit.ts';
import { measuresFor, type GroupCounts } from './measures.ts';
import { overallOdds, overallOf, type Member } from './overall.ts';
import { auditSettings } from './settings.ts';
import { wilson } from './share.ts';

/** One group as it was counted; `bins` where there is a score and a label. */
export interface CountedGroup extends GroupCounts {
  values: (string | null)[];
  bins?: ScoreBin[];
}

export interface GroupingInput {
  columns: string[];
  groups: readonly CountedGroup[];
  hasLabel: boolean;
  /** The score is a share of 0…1. */
  scoreIsShare: boolean;
  /** Values of the reference; null: the largest group whose values are all known. */
  reference: (string | null)[] | null;
}

const isSame = (a: readonly (string | null)[], b: readonly (string | null)[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

/** Index of the reference among the groups; -1 for a named one that nobody belongs to. */
function referenceIndex(groups: readonly CountedGroup[], named: (string | null)[] | null): number {
  if (named !== null) return groups.findIndex(({ values }) => isSame(values, named));
  const known = groups.filter(({ values }) => !values.includes(null));
  const among = known.length > 0 ? known : groups;
  return groups.indexOf(among.reduce((largest, group) => (group.people > largest.people ? group : largest)));
}

type ByMeasure = Map<FairnessMeasure, Measured[]>;

/** @param among whether a group takes part */
function overallOfAll(
  groups: readonly CountedGroup[],
  measured: ByMeasure,
  among: (member: Member) => boolean,
): Overall[] {
  const members = (id: FairnessMeasure): Member[] =>
    (measured.get(id) ?? [])
      .map(({ hits, of }, at) => ({
        values: groups[at]?.values ?? [],
        share: { hits, of },
        isTooSmall: of < auditSettings.smallestGroup,
      }))
      .filter(among);
  return [
    ...[...measured.keys()].map((id) => overallOf(id, members(id))),
    overallOdds(members('truePositiveRate'), members('falsePositiveRate')),
  ].filter((one) => one !== null);
}

/**
 * The audit of one column of groups, or of several crossed.
 * @param input every group that anybody belongs to, also those of empty cells
 * @returns undefined where the named reference has nobody, or there is no group at all
 */
export function auditGroups({
  columns,
  groups,
  hasLabel,
  scoreIsShare,
  reference,
}: GroupingInput): Grouping | undefined {
  if (groups.length === 0) return undefined;
  const base = referenceIndex(groups, reference);
  const baseGroup = groups[base];
  if (baseGroup === undefined) return undefined;
  const measured: ByMeasure = new Map(
    measuresFor(hasLabel).map(({ id, of }) => [id, measureAgainst(id, groups.map(of), base)]),
  );
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  const chosen = groups.reduce((sum, group) => sum + group.chosen, 0);
  const verdictOf = (id: FairnessMeasure, at: number): Verdict[] => {
    const one = measured.get(id)?.[at]?.against?.verdict;
    return one === undefined ? [] : [one];
  };
  const ratesOf = (group: CountedGroup) => ({
    truePositive: { hits: group.truePositives, of: group.truePositives + group.falseNegatives },
    falsePositive: { hits: group.falsePositives, of: group.falsePositives + group.trueNegatives },
  });
  const oddsOf = (group: CountedGroup, at: number) =>
    hasLabel && at !== base
      ? equalisedOdds(ratesOf(group), ratesOf(baseGroup), [
          ...verdictOf('truePositiveRate', at),
          ...verdictOf('falsePositiveRate', at),
        ])
      : undefined;
  const compared = groups.filter(({ bins }, at) => at !== base && bins !== undefined).length;
  const calibrationOf = (bins: readonly ScoreBin[], at: number): Calibration => {
    const beside =
      at === base || !baseGroup.bins
        ? undefined
        : calibrationAgainst(bins, baseGroup.bins, { isShare: scoreIsShare, compared });
    return { ...calibrate(bins, scoreIsShare), ...(beside ? { against: beside } : {}) };
  };
  return {
    columns,
    reference: { values: baseGroup.values, why: reference === null ? 'largest' : 'named' },
    groups: groups.map((group, at): FairnessGroup => {
      const odds = oddsOf(group, at);
      return {
        values: group.values,
        people: group.people,
        chosen: group.chosen,
        shareOfPeople: group.people / people,
        shareOfChosen: chosen === 0 ? null : group.chosen / chosen,
        shareOfChosenBetween:
          chosen === 0 ? null : wilson({ hits: group.chosen, of: chosen }, auditSettings.confidence),
        isReference: at === base,
        measures: [...measured.values()].flatMap((all) => all[at] ?? []),
        ...(odds ? { equalisedOdds: odds } : {}),
        ...(group.bins ? { calibration: calibrationOf(group.bins, at) } : {}),
      };
    }),
    overall: overallOfAll(groups, measured, () => true),
    overallJudged: overallOfAll(groups, measured, ({ isTooSmall }) => !isTooSmall),
  };
}
