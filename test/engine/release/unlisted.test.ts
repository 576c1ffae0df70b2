// Values that the hierarchy of a step does not name: what becomes of them is chosen, kept in the recipe and told.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();
const cities = [...Array<string>(12).fill('Ghent'), ...Array<string>(8).fill('Lima'), ...Array<string>(5).fill('Oslo')];
const hierarchy = [
  ['Ghent', 'Belgium', 'anywhere'],
  ['Lima', 'Peru', 'anywhere'],
];

async function release(otherwise: string | undefined) {
  const settings = { columns: ['city'], hierarchy, level: 1, ...(otherwise !== undefined && { otherwise }) };
  const input = await desk.prepare(`city\n${cities.join('\n')}\n`, {
    recipe: recipeOf([step('map-categories', settings)], { release: 'pseudonymised' }),
    findings: [finding('city', 'city', { class: 'linkable' })],
    force: true,
    keepOrder: true,
  });
  const { result, certificate } = await runRelease(input);
  const { rows } = readCsv(readFileSync(result.output, 'utf8'));
  return { last: rows.at(-1)![0], first: rows[0]![0], certificate };
}

it.each<[string | undefined, string]>([
  [undefined, 'Other'],
  ['top', 'anywhere'],
  ['keep', 'Oslo'],
  ['empty', ''],
])('does what the step says (%s), and names alone decide what is listed', async (otherwise, written) => {
  const { first, last, certificate } = await release(otherwise);
  expect([first, last]).toEqual(['Belgium', written]);
  expect(certificate.recipe.steps[0]!.settings['otherwise'] ?? 'label').toBe(otherwise ?? 'label');
});

it('refuses the run with the column and how many rows it is about, where the step says so', async () => {
  await expect(release('refuse')).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringMatching(
      /^5 rows of “city” have values that the hierarchy of step 1 does not name.* Nothing was written\.$/,
    ) as string,
  });
});
