import { describe, expect, it } from 'vitest';
import { geometricNoise, noisyCount } from './geometric-noise.ts';
import { scores, segmentOfScores } from './rfm-grid.ts';
import { segmentLossOf } from './segment-loss.ts';
import { segmentsOf } from './segments-of.ts';
import { withoutSmall } from './small-groups.ts';

const counted = (...people: number[]) => people.map((many, at) => ({ id: String.fromCharCode(97 + at), people: many }));

/** Numbers without a pattern, the same on every machine (mulberry32). */
function drawing(): (limit: number) => number {
  let state = 42;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

describe('the grid of recency and buying', () => {
  it('puts every cell into one of the named segments, and leaves none of them empty', () => {
    const found = new Set(scores.flatMap((recency) => scores.map((buying) => segmentOfScores(recency, buying))));
    expect([...found].toSorted()).toEqual(
      segmentsOf('rfm')
        .filter((id) => id !== 'unknown')
        .toSorted(),
    );
  });

  it.each([
    [5, 5, 'champions'],
    [5, 1, 'new'],
    [1, 5, 'cannot-lose'],
    [1, 1, 'hibernating'],
    [3, 3, 'need-attention'],
    [3, 4, 'loyal'],
  ] as const)('recency %i and buying %i are %s', (recency, buying, segment) =>
    expect(segmentOfScores(recency, buying)).toBe(segment),
  );
});

describe('groups below the threshold', () => {
  it('joins a small one with its smaller neighbour, and joins on until none is small', () => {
    expect(withoutSmall(counted(40, 2, 9, 1, 1), 5, 'merge')).toEqual([
      { segments: ['a'], people: 40, hidden: false },
      { segments: ['b', 'c', 'd', 'e'], people: 13, hidden: false },
    ]);
  });

  it('passes over empty segments, which tell of nobody', () => {
    expect(withoutSmall(counted(40, 0, 3), 5, 'merge')).toEqual([
      { segments: ['a', 'c'], people: 43, hidden: false },
      { segments: ['b'], people: 0, hidden: false },
    ]);
  });

  it.each([
    ['one small group takes the next larger with it', [40, 30, 3], ['b', 'c']],
    ['two that are still too few together take a third', [40, 30, 1, 2], ['b', 'c', 'd']],
    ['two that are enough together stay by themselves', [40, 30, 3, 4], ['c', 'd']],
    ['nothing small, nothing hidden', [40, 30, 5], []],
  ])('hides so that no total tells: %s', (_what, people, hidden) => {
    const groups = withoutSmall(counted(...people), 5, 'hide')!;
    expect(groups.flatMap((group) => (group.hidden ? group.segments : []))).toEqual(hidden);
  });

  it('shows nothing of fewer people than k', () => expect(withoutSmall(counted(2, 2), 5, 'merge')).toBeNull());
});

describe('noise', () => {
  it.each([0.2, 1, 3])('has the spread that ε = %d has by its formula', (epsilon) => {
    const below = drawing();
    const drawn = Array.from({ length: 20_000 }, () => geometricNoise(epsilon, below));
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + one * one, 0) / drawn.length;
    const alpha = Math.exp(-epsilon);
    const expected = (2 * alpha) / (1 - alpha) ** 2;
    expect(Math.abs(mean)).toBeLessThan(0.05 * Math.sqrt(expected));
    expect(variance / expected).toBeGreaterThan(0.9);
    expect(variance / expected).toBeLessThan(1.1);
    const nothing = drawn.filter((one) => one === 0).length / drawn.length;
    expect(nothing).toBeCloseTo((1 - alpha) / (1 + alpha), 1);
  });

  it('leaves no count below nothing', () => {
    const below = drawing();
    expect(Array.from({ length: 500 }, () => noisyCount(0, 0.1, below)).every((count) => count >= 0)).toBe(true);
  });
});

describe('what a segmentation loses', () => {
  const groups = [
    { segments: ['a'], people: 20, hidden: false },
    { segments: ['b', 'c'], people: 12, hidden: false },
  ];
  const of = (before: string, after: string | null, people: number, spend: number, spendAfter = spend) => ({
    before,
    after,
    people,
    amountsBefore: people,
    sumBefore: spend * people,
    amountsAfter: after === null ? 0 : people,
    sumAfter: after === null ? 0 : spendAfter * people,
  });

  it('counts who stays in the same segment, who is left out, and how far the mean spend goes', () => {
    const loss = segmentLossOf([of('a', 'a', 15, 100, 150), of('a', null, 5, 100), of('b', 'c', 12, 10)], groups, 5);
    expect(loss).toMatchObject({ sameSegment: 15 / 32, leftOut: 5 });
    expect(loss.groups).toEqual([
      { name: 'a', before: 20, after: 15, stay: 0.75, meanBefore: 100, meanAfter: 150, meanError: 0.5 },
      { name: 'b+c', before: 12, after: 12, stay: 1, meanBefore: 10, meanAfter: 10, meanError: 0 },
    ]);
  });

  it('tells no group of the release that has fewer than k people', () => {
    const loss = segmentLossOf([of('a', 'b', 17, 1), of('a', 'a', 3, 1), of('b', 'b', 12, 1)], groups, 5);
    expect(loss.groups[0]).toMatchObject({ after: null, meanAfter: null, meanError: null });
  });
});
