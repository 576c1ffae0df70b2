import { afterEach, beforeEach, expect, it } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { runRelease } from '#engine/release/run-release.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { certificatePage } from '#shared/certificate/certificate-page.ts';
import { driftOf } from '#shared/recipe/drift.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseInput, step, testFolders } from './release-fixture.ts';

let folders: ReturnType<typeof testFolders>;
beforeEach(() => (folders = testFolders()));
afterEach(() => folders.remove());

const text = `email,city,colour,points\n${Array.from({ length: 12 }, (_, at) => `u${at}@example.com,Bonn,red,7`).join('\n')}\n`;
const known = [
  finding('email', 'email_address', { class: 'linked' }),
  finding('city', 'city', { class: 'linkable' }),
  finding('colour', 'preference'),
  finding('points', 'numeric_metric'),
];
const dropMail = step('drop-columns', { columns: ['email'] });

async function written(
  recipe: Recipe,
  findings: Finding[] = known,
): Promise<{ header: string; leftOut: unknown; undecided: unknown; told: string[] }> {
  const input = await releaseInput(folders, text, { recipe, findings, force: true });
  try {
    const { certificate } = await runRelease({ ...input, recipe });
    return {
      header: readFileSync(input.outputPath, 'utf8').split('\n')[0]!,
      leftOut: certificate.leftOut,
      undecided: certificate.undecided,
      told: driftOf(recipe, input.source.columns, findings),
    };
  } finally {
    await input.close();
  }
}

it('leaves out what came after the recipe was made, says so, and writes it in a pseudonymised release as before', async () => {
  const recipe = recipeOf([dropMail], { columns: ['email', 'city', 'colour'] });
  expect(await written(recipe)).toEqual({
    header: 'city,colour',
    leftOut: [{ column: 'points', why: 'new' }],
    undecided: [],
    told: ['The column “points” is new. Nobody decided on it: it is left out.'],
  });
  expect((await written({ ...recipe, release: 'pseudonymised' })).header).toBe('city,colour,points');
});

it('takes a step, a person’s word or a sure classification for a decision where the recipe has no list of columns', async () => {
  const { columns: _none, ...recipe } = recipeOf([dropMail]);
  const doubtful = known.map((one) => (one.name === 'colour' ? { ...one, needsReview: true } : one));
  expect(await written(recipe, doubtful)).toMatchObject({
    header: 'city,points',
    leftOut: [{ column: 'colour', why: 'unnamed' }],
  });
  const decided = doubtful.map((one) =>
    one.name === 'colour' ? { ...one, evidence: [{ kind: 'decision' as const, detail: 'Decided by Ada.' }] } : one,
  );
  expect((await written(recipe, decided)).header).toBe('city,colour,points');
  const named = { ...recipe, steps: [...recipe.steps, step('suppress-small-classes', { columns: ['colour'] })] };
  expect((await written(named, doubtful)).header).toBe('city,colour,points');
});

it('leaves out what nothing tells about, until a person decides', async () => {
  const recipe = recipeOf([dropMail], { columns: ['email', 'city', 'colour', 'points'] });
  const unknown = known.map((one) => (one.name === 'points' ? finding('points', 'unknown') : one));
  expect(await written(recipe, unknown)).toMatchObject({
    header: 'city,colour',
    leftOut: [{ column: 'points', why: 'unrecognised' }],
  });
  const decided = unknown.map((one) =>
    one.name === 'points' ? { ...one, evidence: [{ kind: 'decision' as const, detail: 'Accepted by Ada.' }] } : one,
  );
  expect((await written(recipe, decided)).header).toBe('city,colour,points');
});

it('names every undecided column in the certificate and on its page, whatever the file has of it', async () => {
  const findings = known.map((one) => (one.name === 'email' ? one : { ...one, undecided: true }));
  const recipe = recipeOf([dropMail, step('mask-characters', { columns: ['colour'], keepStart: 1, keepEnd: 0 })], {
    columns: ['email', 'city', 'colour', 'points'],
    release: 'pseudonymised',
  });
  const input = await releaseInput(folders, text, { recipe, findings, force: true });
  const { certificate, result } = await runRelease({ ...input, recipe });
  await input.close();
  const fates = [
    { column: 'city', became: 'kept' },
    { column: 'colour', became: 'masked' },
    { column: 'points', became: 'kept' },
  ];
  expect([certificate.undecided, result.undecided]).toEqual([fates, fates]);
  const page = certificatePage(certificate, { label: 'pseudonymised', signatureValid: true });
  expect(page).toContain('in the file as they were: “city” and “points”.');
  expect(page).toContain('in the file, partly masked: “colour”.');
  const anonymised = await written(
    { ...recipe, steps: [dropMail], release: 'anonymised' },
    findings.map((one) => (one.name === 'city' ? { ...one, undecided: false } : one)),
  );
  expect(anonymised.undecided).toEqual([
    { column: 'colour', became: 'left-out' },
    { column: 'points', became: 'left-out' },
  ]);
});

it('refuses, and writes nothing, where nothing else is left', async () => {
  const recipe = recipeOf([], { columns: ['email', 'city', 'colour', 'points'] });
  const input = await releaseInput(folders, text, {
    recipe,
    findings: known.map(({ name }) => finding(name, 'unknown')),
  });
  await expect(runRelease(input)).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringContaining('nobody has decided on “email”') as string,
  });
  await input.close();
  expect(existsSync(input.outputPath)).toBe(false);
});
