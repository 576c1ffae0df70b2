import { describe, expect, it } from 'vitest';
import { findPrivacyModel } from '#shared/privacy-models/index.ts';
import { codeRows } from '#engine/anonymise/coded/coded-table.ts';
import { buildHierarchy } from '#engine/anonymise/hierarchies/build-hierarchy.ts';
import { recodeOnHierarchies } from '#engine/anonymise/local/recode-on-hierarchies.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import { perGroup } from './per-group.ts';

const asked = (id: string, settings: object): ModelToJudge => ({
  model: findPrivacyModel(id)!,
  settings,
  column: 'illness',
});
/** 60 rows: where somebody lives, and an illness that a third of them does not say. */
const illnesses = ['flu', '', 'cold', null, 'none', ' '];
const cells = Array.from({ length: 60 }, (_, row): [string, string | null] => [
  String(10 + (row % 7)),
  illnesses[(row * row + row) % 6]!,
]);
const [place, illness] = codeRows(['place', 'illness'], cells).columns as [never, never];

describe('models of a protected column, group by group', () => {
  it('count no missing value as a different one, whatever it reads', async () => {
    const { k, protect } = perGroup([asked('distinct-l-diversity', { l: 2 })], { k: 3 }, [illness]);
    const columns = [{ codes: (place as { codes: Uint16Array }).codes, hierarchy: buildHierarchy(place).hierarchy }];
    const { groupOf, groups } = await recodeOnHierarchies(columns, { k, protect, seed: 1 });
    for (let group = 0; group < groups; group += 1) {
      const told = cells.flatMap(([, what], row) => (groupOf[row] === group && what?.trim() ? [what] : []));
      expect(new Set(told).size).toBeGreaterThanOrEqual(2);
    }
  });

  it('follow the order of numbers by their size', () => {
    const { columns } = codeRows(['illness'], [['10'], ['9'], [null], ['9.0']]);
    const { protect } = perGroup([asked('t-closeness', { t: 0.5 })], { k: 3 }, columns);
    expect(protect).toHaveLength(1);
    expect(protect[0]).toMatchObject({ ordered: true, codes: Uint16Array.from([2, 1, 0, 1]) });
    expect(protect[0]!.t).toBeCloseTo(0.5, 6);
  });

  it('take the larger of two numbers of rows', () => {
    expect(perGroup([asked('alpha-k-anonymity', { alpha: 0.5, k: 8 })], { k: 3 }, [illness]).k).toBe(8);
  });

  it.each([
    ['entropy-l-diversity', { l: 2 }, 'Entropy l-diversity is not held per group'],
    ['t-closeness', { t: 0.2, distance: 'hierarchical' }, 'distance hierarchical, is not held per group'],
  ])('are refused by name where they are not held: %s', (id, settings, sentence) => {
    expect(() => perGroup([asked(id, settings)], { k: 3 }, [illness])).toThrow(sentence);
  });
});
