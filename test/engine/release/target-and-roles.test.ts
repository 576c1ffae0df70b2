import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRelease } from '#engine/release/run-release.ts';
import { assessRecipe } from '#engine/use-cases/recipes/assess-recipe.ts';
import { certificate as certificateSchema } from '#shared/certificate/certificate.ts';
import { certificatePage } from '#shared/certificate/certificate-page.ts';
import { recipeOf as read, type Recipe } from '#shared/domain/recipe-file.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const known = [
  finding('city', 'city', { class: 'linkable' }),
  finding('ill', 'diagnosis', { flags: ['health'] }),
  finding('visits', 'purchase_amount', { category: 'behavioral' }),
];
const illnesses = { varied: ['flu', 'cold', 'none'], twofold: ['flu', 'flu', 'cold'] };
/** Two cities of six people; in the first the illnesses are spread as named, in the second evenly. */
const people = (spread: keyof typeof illnesses) =>
  `city,ill\n${['Bonn', 'Ulm']
    .flatMap((city) =>
      Array.from({ length: 6 }, (_, at) => `${city},${illnesses[city === 'Bonn' ? spread : 'varied'][at % 3]}`),
    )
    .join('\n')}\n`;

const asking = (
  models: [model: string, settings: Record<string, unknown>][],
  roles: Recipe['roles'] = [{ column: 'ill', role: 'to-protect' }],
  over: Partial<Recipe> = {},
): Recipe => ({
  ...recipeOf([]),
  target: { models: models.map(([model, settings]) => ({ model, settings })), suppression: 0 },
  roles,
  ...over,
});

const prepare = async (text: string, recipe: Recipe, findings = known) => {
  const input = await desk.prepare(text, { recipe, findings });
  return input;
};
const assessed = async (text: string, recipe: Recipe, findings = known) =>
  assessRecipe({ ...(await prepare(text, recipe, findings)), keys: null });
const refusal = async (text: string, recipe: Recipe, findings = known): Promise<string> => {
  const input = await prepare(text, recipe, findings);
  const error = await runRelease(input).then(
    () => expect.fail('It should have been refused.'),
    (thrown: unknown) => thrown as { code: string; message: string },
  );
  expect(error.code).toBe('TARGET_MISSED');
  expect(existsSync(input.outputPath)).toBe(false);
  return error.message;
};

describe('a target of several models', () => {
  it('is judged by its own settings, and certified in the format that can say it', async () => {
    const recipe = asking([
      ['k-anonymity', { k: 6 }],
      ['distinct-l-diversity', { l: 3 }],
    ]);
    const { certificate, result } = await runRelease(await prepare(people('varied'), recipe));
    expect(result.label).toBe('anonymised');
    expect(certificate.models.map(({ model, wanted, met }) => [model, wanted, met])).toEqual([
      ['k-anonymity', '6', true],
      ['distinct-l-diversity', '3', true],
      ['entropy-l-diversity', '1.5', true],
      ['t-closeness', '0.5', true],
    ]);
    expect(certificate).toMatchObject({ recipe: { formatVersion: 2 }, measured: { targetK: 6 } });
    const again = certificateSchema.parse(JSON.parse(JSON.stringify(certificate)));
    expect(read(again.recipe)).toMatchObject({ target: recipe.target, roles: recipe.roles });
    expect(certificatePage(again, { label: 'anonymised', signatureValid: false })).toContain('release.csv');
  });

  it('is missed with model, column, value and what was wanted, and nothing is written', async () => {
    const recipe = asking([
      ['k-anonymity', { k: 6 }],
      ['distinct-l-diversity', { l: 3 }],
    ]);
    expect(await refusal(people('twofold'), recipe)).toMatch(
      /Distinct l-diversity, which the target asks for, does not hold: "ill" has at least 2 different values in every class, 3 are wanted/,
    );
    // The same rows pass without the demand.
    const { result } = await runRelease(await prepare(people('twofold'), asking([['k-anonymity', { k: 6 }]])));
    expect(result.label).toBe('anonymised');
  });

  // In Bonn four of six have the flu, two a cold; two classes of six rows.
  const recursive = (c: number, risk: number): Recipe =>
    asking([
      ['k-anonymity', { k: 6 }],
      ['recursive-l-diversity', { c, l: 2 }],
      ['average-risk', { risk }],
    ]);

  it('may name models that look at the values of every class, and at all classes together', async () => {
    const { certificate } = await runRelease(await prepare(people('twofold'), recursive(3, 0.2)));
    expect(certificate.models.filter(({ model }) => /recursive|average/.test(model))).toMatchObject([
      { column: 'ill', value: '0.5', wanted: '0.333333', met: true },
      { column: null, value: '0.166667', wanted: '0.2', met: true },
    ]);
  });

  it('is missed by such models, too', async () => {
    const message = await refusal(people('twofold'), recursive(2, 0.1));
    expect(message).toContain('Recursive (c,l)-diversity, which the target asks for, does not hold');
    expect(message).toContain('Average re-identification risk, which the target asks for, does not hold');
    const pseudonymised: Recipe = { ...recursive(2, 0.1), release: 'pseudonymised' };
    expect((await assessed(people('twofold'), pseudonymised)).missing).toHaveLength(2);
  });

  it('binds a pseudonymised release too, and is known before anything is written', async () => {
    const recipe = asking(
      [
        ['k-anonymity', { k: 7 }],
        ['t-closeness', { t: 0.1 }],
      ],
      undefined,
      {
        release: 'pseudonymised',
      },
    );
    const message = await refusal(people('twofold'), recipe);
    expect(message).toMatch(/k-anonymity, which the target asks for, does not hold: The smallest class has 6, 7/);
    expect(message).toMatch(/t-closeness, which the target asks for, does not hold: "ill" is at most 0\.17 away/);
    const { missing } = await assessed(people('twofold'), recipe);
    expect(missing).toHaveLength(2);
    for (const sentence of missing) expect(message).toContain(sentence);
  });

  it('is not held to be met where there is no column it could be about', async () => {
    const plain = 'city,visits\nBonn,1\nBonn,1\nUlm,2\nUlm,2\n';
    const recipe = asking(
      [
        ['k-anonymity', { k: 2 }],
        ['distinct-l-diversity', { l: 2 }],
      ],
      [],
    );
    expect(await refusal(plain, recipe)).toMatch(/asks for Distinct l-diversity, and no column that can be read is/);
    expect((await assessed(plain, recipe)).missing).toEqual([expect.stringContaining('give one that role')]);
  });
});

describe('a role', () => {
  const rows = Array.from({ length: 12 }, (_, at) => `${at % 2 ? 'Bonn' : 'Ulm'},flu,${at % 3}`).join('\n');
  const text = `city,ill,visits\n${rows}\n`;
  const pseudonymised = (roles: Recipe['roles']) =>
    asking([['k-anonymity', { k: 2 }]], roles, { release: 'pseudonymised' });

  it.each(['could-be-known', 'same-for-a-group', 'identifying'] as const)(
    'of %s has a column counted whatever it is classified as',
    async (role) => {
      expect((await assessed(text, pseudonymised([]))).counted).toEqual(['city']);
      expect(await assessed(text, pseudonymised([{ column: 'visits', role }]))).toMatchObject({
        counted: ['city', 'visits'],
        k: 2,
      });
    },
  );

  it('of identifying keeps a column out of an anonymised release, however coarse', async () => {
    const coarse = step('map-categories', {
      columns: ['visits'],
      hierarchy: [
        ['0', 'few'],
        ['1', 'few'],
        ['2', 'few'],
      ],
      level: 1,
    });
    const recipe = (steps: Recipe['steps']) =>
      asking([['k-anonymity', { k: 2 }]], [{ column: 'visits', role: 'identifying' }], { steps });
    expect(await refusal(text, recipe([coarse]))).toMatch(/Identifiers, hashes or free text are left: “visits”/);
    const dropped = step('drop-columns', { columns: ['visits', 'ill'] });
    const { result } = await runRelease(await prepare(text, recipe([dropped])));
    expect(result.label).toBe('anonymised');
  });

  it('by which a column may be written is somebody’s decision on it', async () => {
    const odd = [...known.slice(0, 2), finding('visits', 'unknown')];
    const recipe = (roles: Recipe['roles']) =>
      asking([['k-anonymity', { k: 2 }]], roles, { steps: [step('drop-columns', { columns: ['ill'] })] });
    expect((await assessed(text, recipe([]), odd)).counted).toEqual(['city']);
    expect((await assessed(text, recipe([{ column: 'visits', role: 'could-be-known' }]), odd)).counted).toEqual([
      'city',
      'visits',
    ]);
  });
});
