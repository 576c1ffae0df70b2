// Opens the workspace given and works on the recipe of a dataset until it is killed, saying what was acknowledged, one
// line each: `kept 7 DATASET` (the number in its working recipe) or `sat 21` (the entry of a sitting that ended). The last
// argument is a folder with `people.csv` and `recipe.json`.
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { recipe as recipeSchema } from '#shared/domain/recipe-file.ts';
import { follow } from '#test/support/make-engine.ts';
import { child, openedEngine } from './child-environment.ts';

const { engine, client } = await openedEngine();
const people = (): string => engine.grants.add(join(child.folder, 'people.csv'), 'read').grantId;
const { id: datasetId } =
  (await client.datasets.list({}))[0] ?? (await follow(client.datasets.import({ grantId: people() })));
const recipe = recipeSchema.parse(JSON.parse(readFileSync(join(child.folder, 'recipe.json'), 'utf8')));
const before = (await client.recipes.get({ datasetId }))?.steps[0]?.reason ?? '';
for (let n = Number(/\d+$/.exec(before)?.[0] ?? 0) + 1; ; n += 1) {
  const steps = recipe.steps.map((step) => ({ ...step, reason: `number ${n}` }));
  await client.recipes.save({ datasetId, recipe: { ...recipe, steps } });
  writeSync(1, `kept ${n} ${datasetId}\n`);
  if (n % 3 > 0) continue;
  await client.recipes.endSitting({ datasetId });
  const [entry] = (await client.register.list({ kind: 'recipe.saved', limit: 1 })).entries;
  writeSync(1, `sat ${entry?.seq}\n`);
}
