import { expect, it } from 'vitest';
import { purposes } from '#shared/purposes/index.ts';
import { freeId, purposeValues, startValues, toPurpose } from './purpose-values.ts';

it('every preset can be edited and saved as one’s own without losing a word', () => {
  for (const preset of purposes) {
    const read = purposeValues.safeParse(startValues(preset));
    expect(read.error?.issues).toBeUndefined();
    expect(toPurpose(read.data!, preset.id)).toEqual({ ...preset, preset: false });
  }
});

it('an empty form says what is missing, field by field', () => {
  const fields = purposeValues.safeParse(startValues(null)).error!.issues.map(({ path }) => path.join('.'));
  expect(fields).toEqual(expect.arrayContaining(['code', 'title', 'bases.0.why']));
  const twice = {
    ...startValues(null),
    code: 'M1',
    title: 'Mine',
    bases: [
      { basis: 'consent' as const, why: 'a' },
      { basis: 'consent' as const, why: 'b' },
    ],
  };
  expect(purposeValues.safeParse(twice).success).toBe(false);
});

it('makes ids that the register takes and nobody has', () => {
  expect(freeId('Größere Körbe!', [])).toBe('gro-ere-ko-rbe');
  expect(freeId('…', ['purpose'])).toBe('purpose-2');
  expect(
    toPurpose(
      { ...startValues(null), code: 'M1', title: 'Mine', bases: [{ basis: 'consent', why: 'asked' }] },
      freeId('x'.repeat(300), []),
    ).id,
  ).toHaveLength(56);
});
