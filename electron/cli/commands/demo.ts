import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { describeStep } from '#shared/recipe/describe-step.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { Failure } from '#shared/contract/failure.ts';
import { accountName } from '#engine/machine/account-name.ts';
import { figureLines } from '#shared/text/cli/figures.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { demoText as text } from '#shared/text/cli/demo.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

const stamp = (date: Date): string => date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

interface DemoOptions extends ReadingOptions {
  purpose: string;
  into?: string;
  weakPassphrase?: boolean;
}

/** A path as the person would type it from where they are. */
const shown = (path: string): string => relative(process.cwd(), path) || path;

function makeFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: false });
  } catch {
    throw new Failure('TARGET_EXISTS', text.folderTaken(shown(directory)));
  }
}

/** A workspace in the run's folder, under the passphrase of the environment or a random one, which is told. */
async function makeWorkspace({ client, engine }: CommandContext, path: string, weakAccepted: boolean) {
  const given = process.env.CUSTOS_PASSPHRASE;
  const passphrase = given || randomBytes(18).toString('base64url');
  const { workspace, recoveryKey } = await client.workspaces.create({
    grantId: engine.grants.add(path, 'workspace-create').grantId,
    organisation: '',
    operator: accountName(),
    policy: 'customer-tracking',
    passphrase,
    weakAccepted,
  });
  const secrets = [...(given ? [] : [text.passphrase(passphrase)]), text.recoveryKey(recoveryKey)];
  return { path, name: workspace.name, secrets };
}

/** The file, or the sample, as a dataset. */
async function importSource(context: CommandContext, file: string | undefined, options: DemoOptions) {
  const { client, terminal, follow, readGrant } = context;
  const source =
    file === undefined
      ? await client.datasets.sampleGrant({})
      : { grantId: await readGrant(file), fileName: basename(file) };
  terminal.data(text.opened(source.fileName));
  const dataset = await follow(
    client.datasets.import({ grantId: source.grantId, options: intakeOptionsFrom(options), informedHow: '' }),
  );
  terminal.data(text.size(dataset.rows, dataset.columns.length, dataset.rejectedRows, dataset.sha256.slice(0, 16)));
  return { id: dataset.id, bareName: source.fileName.replace(/\.[^.]*$/, '') };
}

/** The register of the sample's invented company, as drafts: there is none for any other file. */
async function takeSampleRegister({ client, terminal, follow }: CommandContext): Promise<void> {
  const found = await client.registerFiles.sample({});
  if (found === null) return;
  const { drafted, again } = await follow(client.registerFiles.import({ grantId: found.grantId, again: 'update' }));
  terminal.data(text.sampleRegister(found.fileName, drafted.length + again.length));
}

async function sayClasses({ client, terminal }: CommandContext, datasetId: string): Promise<void> {
  terminal.data(text.classified);
  const classified = await client.classify.get({ datasetId });
  const count = (test: (name: (typeof classified.columns)[number]['effective']) => boolean) =>
    classified.columns.filter(({ effective }) => test(effective)).length;
  const online = count((c) => c.flags.includes('online_identifier'));
  terminal.data(
    text.classes({
      linked: count((c) => c.class === 'linked'),
      linkable: count((c) => c.class === 'linkable'),
      online,
      non: count((c) => c.class === 'non_pii') - online,
      review: count((c) => c.needsReview),
    }),
  );
  for (const { columns, uniqueShare } of classified.singlingOut.slice(0, 2))
    terminal.data(text.alone(columns, uniqueShare));
}

/** The recommended recipe, written to `path` and kept in the workspace. */
async function makeRecipe({ client, terminal }: CommandContext, datasetId: string, purpose: string, path: string) {
  terminal.data(text.recipe(purpose));
  const recipe = await client.recipes.recommend({ datasetId, purpose });
  for (const [index, step] of recipe.steps.entries())
    terminal.data(text.step(index + 1, describeStep(step), step.reason));
  await writeWhole(path, serialiseRecipe(recipe));
  await client.recipes.save({ datasetId, recipe });
  return recipe;
}

async function release(context: CommandContext, datasetId: string, recipe: Recipe, path: string) {
  const { client, terminal, follow, writeGrant } = context;
  terminal.data(text.released);
  const released = await follow(
    client.releases.run({ datasetId, recipe, grantId: writeGrant(path), keepOrder: false }),
  );
  terminal.data(text.result(released.rowsOut, released.rowsIn, released.suppressed));
  for (const line of figureLines(released)) terminal.data(text.figure(line));
  terminal.data(text.label(released.label));
  return released;
}

/** Every step of the run, told as it is done; 1 where the register does not verify. */
async function run(context: CommandContext, file: string | undefined, options: DemoOptions): Promise<number> {
  const { client, terminal, guard } = context;
  const directory = resolve(options.into ?? `custos-run-${stamp(new Date())}`);
  guard({ outputs: [{ path: directory }], inputs: { source: file }, force: true });
  makeFolder(directory);
  const workspace = await makeWorkspace(context, join(directory, 'run.custos'), options.weakPassphrase ?? false);
  const dataset = await importSource(context, file, options);
  await takeSampleRegister(context);
  await sayClasses(context, dataset.id);
  const recipePath = join(directory, 'recipe.json');
  const recipe = await makeRecipe(context, dataset.id, options.purpose, recipePath);
  const outputPath = join(directory, `${dataset.bareName}.${recipe.release}.csv`);
  const { registerEntry } = await release(context, dataset.id, recipe, outputPath);

  const verified = await client.register.verify({});
  const lines = [
    text.lies.title,
    text.lies.output(shown(outputPath)),
    text.lies.certificate(shown(`${outputPath}.certificate.json`)),
    text.lies.recipe(shown(recipePath)),
    text.lies.workspace(shown(workspace.path), workspace.name),
    text.lies.register(registerEntry, verified.entries, shown(join(workspace.path, 'register.sqlite'))),
    verified.ok
      ? text.verifies(verified.entries, verified.checkpoint?.root.slice(0, 16))
      : text.doesNotVerify(verified.problems.map(({ detail }) => detail)),
    ...workspace.secrets,
  ];
  for (const line of lines) terminal.data(line);
  return verified.ok ? 0 : 1;
}

/** The whole job on one file, headless: what `npm start` runs where there is no display. */
export const demo: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('demo')
      .description(text.description)
      .argument('[file]', text.file)
      .option('--purpose <id>', text.purpose, 'P1')
      .option('--into <directory>', text.into)
      .option('--weak-passphrase', optionsText.weakPassphrase),
  ).action(async (file: string | undefined, options: DemoOptions) => {
    exit(await withContext((context) => run(context, file, options)));
  });
  example(command, text.examples);
};
