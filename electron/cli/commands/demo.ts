import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { describeStep } from '#shared/recipe/describe-step.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { Failure } from '#shared/contract/failure.ts';
import { accountName } from '#engine/machine/account-name.ts';
import { figureLines } from '#shared/text/cli/figures.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { demoText as text } from '#shared/text/cli/demo.ts';
import { withContext } from '../terminal/context.ts';
import { writeWhole } from '../terminal/write-whole.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

const stamp = (date: Date): string => date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

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
  ).action(
    async (
      file: string | undefined,
      options: ReadingOptions & { purpose: string; into?: string; weakPassphrase?: boolean },
    ) => {
      const directory = resolve(options.into ?? `custos-run-${stamp(new Date())}`);
      const shown = (path: string) => relative(process.cwd(), path) || path;
      exit(
        await withContext(async ({ client, engine, terminal, follow, readGrant, writeGrant, guard }) => {
          guard({ outputs: [{ path: directory }], inputs: { source: file }, force: true });
          try {
            mkdirSync(directory, { recursive: false });
          } catch {
            throw new Failure('TARGET_EXISTS', text.folderTaken(shown(directory)));
          }
          const say = (line: string) => terminal.data(line);
          const given = process.env.CUSTOS_PASSPHRASE;
          const passphrase = given || randomBytes(18).toString('base64url');
          const workspacePath = join(directory, 'run.custos');
          const { workspace, recoveryKey } = await client.workspaces.create({
            grantId: engine.grants.add(workspacePath, 'workspace-create').grantId,
            organisation: '',
            operator: accountName(),
            policy: 'customer-tracking',
            passphrase,
            weakAccepted: options.weakPassphrase ?? false,
          });

          const source =
            file === undefined
              ? await client.datasets.sampleGrant({})
              : { grantId: await readGrant(file), fileName: basename(file) };
          say(text.opened(source.fileName));
          const dataset = await follow(
            client.datasets.import({ grantId: source.grantId, options: intakeOptionsFrom(options), informedHow: '' }),
          );
          say(text.size(dataset.rows, dataset.columns.length, dataset.rejectedRows, dataset.sha256.slice(0, 16)));

          say(text.classified);
          const classified = await client.classify.get({ datasetId: dataset.id });
          const count = (test: (name: (typeof classified.columns)[number]['effective']) => boolean) =>
            classified.columns.filter(({ effective }) => test(effective)).length;
          const online = count((c) => c.flags.includes('online_identifier'));
          say(
            text.classes({
              linked: count((c) => c.class === 'linked'),
              linkable: count((c) => c.class === 'linkable'),
              online,
              non: count((c) => c.class === 'non_pii') - online,
              review: count((c) => c.needsReview),
            }),
          );
          for (const { columns, uniqueShare } of classified.singlingOut.slice(0, 2))
            say(text.alone(columns, uniqueShare));

          say(text.recipe(options.purpose));
          const recipe = await client.recipes.recommend({ datasetId: dataset.id, purpose: options.purpose });
          for (const [index, step] of recipe.steps.entries())
            say(text.step(index + 1, describeStep(step), step.reason));
          const recipePath = join(directory, 'recipe.json');
          await writeWhole(recipePath, serialiseRecipe(recipe));
          await client.recipes.save({ datasetId: dataset.id, recipe });

          say(text.released);
          const outputPath = join(directory, `${source.fileName.replace(/\.[^.]*$/, '')}.${recipe.release}.csv`);
          const released = await follow(
            client.releases.run({ datasetId: dataset.id, recipe, grantId: writeGrant(outputPath), keepOrder: false }),
          );
          say(text.result(released.rowsOut, released.rowsIn, released.suppressed));
          for (const line of figureLines(released)) say(text.figure(line));
          say(text.label(released.label));

          const verified = await client.register.verify({});
          say(text.lies.title);
          say(text.lies.output(shown(outputPath)));
          say(text.lies.certificate(shown(`${outputPath}.certificate.json`)));
          say(text.lies.recipe(shown(recipePath)));
          say(text.lies.workspace(shown(workspacePath), workspace.name));
          say(
            text.lies.register(released.registerEntry, verified.entries, shown(join(workspacePath, 'register.sqlite'))),
          );
          say(
            verified.ok
              ? text.verifies(verified.entries, verified.checkpoint?.root.slice(0, 16))
              : text.doesNotVerify(verified.problems.map(({ detail }) => detail)),
          );
          if (!given) say(text.passphrase(passphrase));
          say(text.recoveryKey(recoveryKey));
          return verified.ok ? 0 : 1;
        }),
      );
    },
  );
  example(command, text.examples);
};
