import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { follow } from '#test/support/make-engine.ts';
import { releaseRecipe, workedWorkspace } from '../engine/journal/worked-workspace.ts';

const script = resolve(import.meta.dirname, '../../scripts/foreign/check-datapackage.py');
const check = (...paths: string[]) => spawnSync('python3', [script, ...paths], { encoding: 'utf8' });

/** Headers and cells that need quotes, hold the other delimiter, are missing, or look like something they are not. */
const awkward =
  'id;plz;"Betrag; netto";tag;"say ""hi""";=1+1;leer;städte\n' +
  '1;01234;1.50;2026-01-02;a,b;x;;Köln\n2;53111;-2;;"two\nlines";y;;Łódź\n3;;3;2026-02-28; padded ;"""q""";;\n';
const asItIs = parseRecipe(
  JSON.stringify({ ...releaseRecipe([]), release: 'pseudonymised', target: { k: 1, suppression: 1 } }),
);

it('frictionless holds releases to the descriptors beside them, and finds a changed cell', async (context) => {
  const made = await workedWorkspace();
  await made.apply('towns.csv');
  await made.apply('towns.tab');
  writeFileSync(made.path('awkward.csv'), awkward);
  const dataset = await follow(
    made.client.datasets.import({ grantId: made.engine.grants.add(made.path('awkward.csv'), 'read').grantId }),
  );
  await made.client.classify.decide({
    datasetId: dataset.id,
    decisions: dataset.columns.map(({ name }) => ({
      column: name,
      action: 'override' as const,
      class: 'non_pii' as const,
      reason: 'no person',
    })),
  });
  for (const name of ['awkward.csv', 'awkward.tsv'])
    await follow(
      made.client.releases.run({
        datasetId: dataset.id,
        recipe: asItIs,
        grantId: made.engine.grants.add(made.path(`out-${name}`), 'write').grantId,
      }),
    );
  const descriptors = ['towns.csv', 'towns.tab', 'out-awkward.csv', 'out-awkward.tsv'].map((name) =>
    made.path(`${name}.datapackage.json`),
  );
  const sound = check(...descriptors);
  if (sound.error !== undefined) context.skip('python3 is not on this machine');
  if (sound.status === 77) context.skip(sound.stdout.trim());
  expect(sound.stdout + sound.stderr).not.toContain('NOT valid');
  expect(sound.status).toBe(0);
  writeFileSync(made.path('out-awkward.csv'), readFileSync(made.path('out-awkward.csv'), 'utf8').replace('53111', 'x'));
  const changed = check(descriptors[2]!);
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain('hash');
});
