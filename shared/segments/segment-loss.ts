import type { SegmentLoss } from '#shared/domain/segments.ts';
import type { PeopleGroup } from './small-groups.ts';

/** People who are in one segment on the source and in one on the release; `after` null: no row of them is in it. */
export interface Moved {
  before: string;
  after: string | null;
  people: number;
  /** People with a readable amount, and their sum, on each side. */
  amountsBefore: number;
  sumBefore: number;
  amountsAfter: number;
  sumAfter: number;
}

const sum = (moved: readonly Moved[], of: (one: Moved) => number): number =>
  moved.reduce((all, one) => all + of(one), 0);
const mean = (total: number, many: number): number | null => (many === 0 ? null : total / many);

/**
 * What is left of a segmentation on the release, by the groups that may be shown. A person counts as staying where their
 * segment is the same, not only the group that it was merged into.
 * @param k fewer people than these in a group of the release are not told
 */
export function segmentLossOf(moved: readonly Moved[], groups: readonly PeopleGroup[], k: number): SegmentLoss {
  const all = sum(moved, ({ people }) => people);
  const same = moved.filter(({ before, after }) => before === after);
  return {
    missing: [],
    sameSegment: all === 0 ? 0 : sum(same, ({ people }) => people) / all,
    leftOut: sum(
      moved.filter(({ after }) => after === null),
      ({ people }) => people,
    ),
    groups: groups
      .filter(({ people, hidden }) => people > 0 && !hidden)
      .map(({ segments }) => {
        const isIn = (segment: string | null): boolean => segment !== null && segments.includes(segment);
        const before = moved.filter((one) => isIn(one.before));
        const after = moved.filter((one) => isIn(one.after));
        const people = sum(before, (one) => one.people);
        const peopleAfter = sum(after, (one) => one.people);
        const stay = sum(
          before.filter((one) => isIn(one.after)),
          (one) => one.people,
        );
        const meanBefore = mean(
          sum(before, (one) => one.sumBefore),
          sum(before, (one) => one.amountsBefore),
        );
        const told = peopleAfter === 0 || peopleAfter >= k;
        const meanAfter = told
          ? mean(
              sum(after, (one) => one.sumAfter),
              sum(after, (one) => one.amountsAfter),
            )
          : null;
        return {
          name: segments.join('+'),
          before: people,
          after: told ? peopleAfter : null,
          stay: people === 0 ? 0 : stay / people,
          meanBefore,
          meanAfter,
          meanError:
            meanBefore === null || meanAfter === null || meanBefore === 0
              ? null
              : (meanAfter - meanBefore) / meanBefore,
        };
      }),
  };
}
