import { expect, it } from 'vitest';
import { certificate as schema } from '#shared/certificate/certificate.ts';
import { attackResults } from '#shared/certificate/certified-attacks.ts';
import { certificatePage } from '#shared/certificate/certificate-page.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import { chanceOf } from '#engine/anonymise/attack/chance.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const names = ['city', 'branch', 'plan'];
const findings = names.map((name) => finding(name, 'city', { class: 'linkable' }));
const recipe = recipeOf([step('suppress-small-classes', { columns: names })]);
/** Rows of three columns that say nothing of each other. */
function invented(rows: number, values: readonly number[]): string {
  const chance = chanceOf(rows);
  const line = (): string => values.map((many) => 'abcdefghij'[chance.int(many)]).join();
  return `${[names.join(), ...Array.from({ length: rows }, line)].join('\n')}\n`;
}
const page = (made: Awaited<ReturnType<typeof runRelease>>['certificate']): string =>
  certificatePage(made, { label: 'anonymised', signatureValid: true });

it('certifies what attacks on large classes find, and prints it', async () => {
  const input = await desk.prepare(invented(1200, [2, 3, 2]), { recipe, findings });
  const { certificate, certificateText } = await runRelease(input);
  const { attacks, policy } = certificate;
  expect(attacks).toMatchObject({
    halves: 4,
    rows: 1200,
    limits: { 'singling-out': '0.1', linkability: '0.1', inference: '0.1' },
  });
  const told = attackResults(attacks!).filter(({ verdict }) => verdict !== null);
  expect(told.map(({ attack, size, column }) => [attack, size, column])).toEqual([
    ['singling-out', 1, undefined],
    ['singling-out', 3, undefined],
    ['linkability', 1, undefined],
    ...names.map((name) => ['inference', 2, name]),
  ]);
  expect(told.slice(0, 2).map(({ main, risk, verdict }) => [main, risk, verdict])).toEqual([
    [0, 0, 'passed'],
    [0, 0, 'passed'],
  ]);
  expect(told.find(({ column }) => column === 'branch')).toMatchObject({ mainTargets: 1200, verdict: 'passed' });
  expect(policy?.filter(({ id }) => id === 'attack-limit')).toHaveLength(3);
  expect(schema.parse(JSON.parse(certificateText)).attacks).toEqual(attacks);
  expect(page(certificate)).toContain('Attacks on it');
  expect(page(certificate)).toContain('Inference of “branch” from 2 other columns');
  expect(page({ ...certificate, attacks: undefined })).toContain('The release was not attacked');
});

it('refuses the word where an attack is refused, says what to do, and goes by what the workspace sets', async () => {
  const input = await desk.prepare(invented(700, [10, 7, 4]), { recipe, findings });
  await expect(runRelease(input)).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringMatching(
      /Inference of “\w+” from 2 other columns succeeds more often .* Drop or generalise “\w+” or the columns beside it/,
    ),
  });
  const set: PolicyOverride = {
    key: 'attack-limit.inference',
    value: 100,
    reason: 'shown',
    by: 'Ada',
    at: '2026-11-20T10:00:00Z',
  };
  const { certificate } = await runRelease({ ...input, overrides: [set] });
  expect(certificate.label).toBe('anonymised');
  expect(certificate.attacks!.limits.inference).toBe('1');
  expect(certificate.policy?.find(({ subject }) => subject === 'inference')).toMatchObject({
    overridden: { shipped: 10 },
  });
});

it('attacks no release that is not to be anonymised', async () => {
  const pseudonymised = { ...recipe, release: 'pseudonymised' as const };
  const input = await desk.prepare(invented(60, [2, 2, 2]), { recipe: pseudonymised, findings });
  expect((await runRelease(input)).certificate).not.toHaveProperty('attacks');
});
