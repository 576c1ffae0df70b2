import { describe, expect, it } from 'vitest';
import type { KeptFinding } from '#shared/domain/edition.ts';
import { compareFindings } from './compare-findings.ts';
import { stabilityIndex } from './stability-index.ts';

const answer = (id: string, verdict: KeptFinding['verdict'], more: Partial<KeptFinding> = {}): KeptFinding => ({
  id,
  verdict,
  state: verdict === 'block' ? 'blocked' : verdict === 'warn' ? 'needs-you' : 'passed',
  columns: [],
  reason: { code: 'why', values: {} },
  ...more,
});

describe('answers against those of the edition before', () => {
  it.each([
    ['a block that was none', answer('E5', 'pass'), answer('E5', 'block'), 'new'],
    ['what was not stated before', answer('E2', 'pass'), answer('E2', 'warn', { state: 'not-stated' }), 'new'],
    ['a warning that is no more', answer('G3', 'warn'), answer('G3', 'pass'), 'gone'],
    ['a warning that blocks now', answer('G3', 'warn'), answer('G3', 'block'), 'changed'],
    [
      'other counts, though it passes',
      answer('E7', 'pass', { reason: { code: 'left-out', values: { underAge: 5 } } }),
      answer('E7', 'pass', { reason: { code: 'left-out', values: { underAge: 50 } } }),
      'changed',
    ],
    [
      'another column',
      answer('E3', 'block', { columns: ['email'] }),
      answer('E3', 'block', { columns: ['email', 'phone'] }),
      'changed',
    ],
  ])('tells %s', (_what, before, after, change) =>
    expect(compareFindings([before], [after])).toEqual([{ change, before, after }]),
  );

  it('tells nothing of the speed of the machine', () => {
    const hashes = (perSecond: number) =>
      answer('E3', 'warn', {
        reason: { code: 'hashes', values: { undone: [{ column: 'email', perSecond, seconds: 9, values: 1000 }] } },
      });
    expect(compareFindings([hashes(7_000_000)], [hashes(9_000_000)])).toEqual([]);
  });

  it('tells nothing of an answer that is the same, whatever the order of its columns', () =>
    expect(
      compareFindings(
        [answer('E3', 'block', { columns: ['a', 'b'] })],
        [answer('E3', 'block', { columns: ['b', 'a'] })],
      ),
    ).toEqual([]));
});

describe('the population stability index', () => {
  it('is nothing for the same shares, whatever the number of rows', () =>
    expect(
      stabilityIndex([
        { before: 100, after: 1000 },
        { before: 300, after: 3000 },
      ]),
    ).toBeLessThan(0.001));

  it('is the sum of the differences times the logarithm of the quotient', () =>
    // 0.4 · ln(0.7 / 0.3) + 0.4 · ln(0.7 / 0.3)
    expect(
      stabilityIndex([
        { before: 30_000, after: 70_000 },
        { before: 70_000, after: 30_000 },
      ]),
    ).toBeCloseTo(0.6778, 3));

  it('is finite where a step is empty', () =>
    expect(
      Number.isFinite(
        stabilityIndex([
          { before: 10, after: 0 },
          { before: 0, after: 10 },
        ]),
      ),
    ).toBe(true));
});
