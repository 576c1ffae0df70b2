import { describe, expect, it } from 'vitest';
import { policyOn } from '#shared/policy/index.ts';

const inside = (country: string, day: string): number | undefined =>
  policyOn(day).ruling('eea-country', country)?.value;
const adequate = (country: string, day: string): number | undefined =>
  policyOn(day).ruling('adequate-country', country)?.value;

describe('where the Regulation holds, and what the Commission found adequate', () => {
  it('is the 27 of the Union and three of EFTA', () => {
    const all = Array.from({ length: 26 * 26 }, (_, at) =>
      String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
    );
    expect(all.filter((code) => inside(code, '2026-11-29') === 1)).toHaveLength(30);
    expect([inside('GB', '2020-12-31'), inside('GB', '2021-01-01'), inside('CH', '2026-11-29')]).toEqual([1, 0, 0]);
  });

  it('goes by no pending row, and not by decisions that cover some recipients only', () => {
    expect(['CH', 'JP', 'GB', 'KR'].map((code) => adequate(code, '2026-11-29'))).toEqual([1, 1, 1, 1]);
    expect(['BR', 'US', 'CA', 'IN', 'XX'].map((code) => adequate(code, '2026-11-29'))).toEqual([0, 0, 0, 0, 0]);
  });
});
