import { describe, expect, it } from 'vitest';
import type { PrincipleCheckShown, PrinciplesShown } from '#shared/contract/principles.ts';
import { nextSteps } from './next-steps.ts';

const check = (state: PrincipleCheckShown['state'], fix: string): PrincipleCheckShown => ({
  state,
  fix,
  at: '2026-11-29T09:00:00.000Z',
  entry: null,
  on: '',
  says: '',
  place: null,
});
const shown = (cells: Record<string, PrincipleCheckShown[]>): PrinciplesShown => ({
  at: '2026-11-29T09:00:00.000Z',
  kept: null,
  over: { releases: 0, activities: 0, entries: 0 },
  datasets: [],
  controls: Object.keys(cells).map((id) => ({ id, title: id })),
  cells: Object.entries(cells).map(([control, checks]) => ({ control, dataset: null, state: 'not-stated', checks })),
});
const release = check('not-stated', 'Release the dataset.');

describe('what to do next', () => {
  it('is the gravest that is open', () => {
    const steps = nextSteps(shown({ G1: [release, check('blocked', 'Name the condition.'), check('passed', '')] }));
    expect(steps.get('G1')).toMatchObject({ check: { fix: 'Name the condition.' } });
  });

  it('is told once: a row below goes on to its next own step, or names the row that tells it', () => {
    const steps = nextSteps(
      shown({ E1: [release], E2: [release, check('not-stated', 'State the consent.')], E3: [release], E4: [] }),
    );
    expect(steps.get('E1')).toMatchObject({ check: { fix: 'Release the dataset.' } });
    expect(steps.get('E2')).toMatchObject({ check: { fix: 'State the consent.' } });
    expect(steps.get('E3')).toEqual({ as: 'E1' });
    expect(steps.has('E4')).toBe(false);
  });
});
