import { describe, expect, it } from 'vitest';
import { codeRows } from '#engine/anonymise/coded/coded-table.ts';
import { minimalUniques } from '../alone/minimal-uniques.ts';
import { disSuda, fileDis } from './dis-suda.ts';

/** The example of the handbook of sdcMicro (SDC Practice Guide, table 4.5): four columns, ten people, of 100 each one. */
const rows = [
  ['Urban', 'Female', 'Secondary incomplete', 'Employed'],
  ['Urban', 'Female', 'Secondary incomplete', 'Employed'],
  ['Urban', 'Female', 'Primary incomplete', 'Non-LF'],
  ['Urban', 'Male', 'Secondary complete', 'Employed'],
  ['Rural', 'Female', 'Secondary complete', 'Unemployed'],
  ['Urban', 'Male', 'Secondary complete', 'Employed'],
  ['Urban', 'Female', 'Primary complete', 'Non-LF'],
  ['Urban', 'Male', 'Post-secondary', 'Unemployed'],
  ['Urban', 'Female', 'Secondary incomplete', 'Non-LF'],
  ['Urban', 'Female', 'Secondary incomplete', 'Non-LF'],
];
const sampled = { uniques: 4, pairs: 6, fraction: 0.01 };

describe('data intrusion simulation', () => {
  it('finds the scores of the published example', async () => {
    const { columns } = codeRows(['residence', 'gender', 'education', 'labour'], rows);
    const { scores } = await minimalUniques({ columns, rows: rows.length, who: null });
    expect([...scores]).toEqual([0, 0, 6, 0, 12, 0, 6, 10, 0, 0]);
  });

  it('gives the published chances from the published weights', () => {
    // Weights 7/4 and 1/2 of sets of one column and of two: those that the published figures were made with.
    const scores = Float64Array.of(0, 0, 1.75, 0, 1.75 + 3 * 0.5, 0, 1.75, 1.75 + 2 * 0.5, 0, 0);
    const dis = fileDis(sampled)!;
    expect(dis).toBeCloseTo(0.04 / (0.04 + 5.94), 12);
    const found = disSuda(scores, 4, sampled, dis);
    expect(Array.from(found, (chance) => chance.toFixed(4))).toEqual([
      '0.0000',
      '0.0000',
      '0.0051',
      '0.0000',
      '0.0107',
      '0.0000',
      '0.0051',
      '0.0088',
      '0.0000',
      '0.0000',
    ]);
  });

  it('is certain where nobody is one of two, says nothing where nobody is alone, and keeps the order of scores', () => {
    expect(fileDis({ ...sampled, pairs: 0 })).toBe(1);
    expect(fileDis({ ...sampled, uniques: 0 })).toBeNull();
    expect([...disSuda(Float64Array.of(0, 3, 9), 4, { ...sampled, pairs: 0 }, 1)]).toEqual([0, 1, 1]);
    const chances = disSuda(Float64Array.of(1, 2, 5, 40), 12, sampled, 0.2);
    expect([...chances]).toEqual([...chances].toSorted((a, b) => a - b));
    expect(Math.max(...chances)).toBeLessThan(1);
  });
});
