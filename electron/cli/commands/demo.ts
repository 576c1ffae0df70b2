import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { describeStep } from '#shared/recipe/describe-step.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { Failure } from '#shared/contract/failure.ts';
import { accountName } from '#engine/state/account-name.ts';
import { withContext } from '../context.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

const stamp = (date: Date): string => date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
const percent = (part: number, whole: number): string => (whole === 0 ? '0 %' : `${((part / whole) * 100).toFixed(1)} %`);

/** The whole job on one file, headless: what `npm start` runs where there is no display. */
export const demo: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('demo')
      .description('the whole job on one file: import, classify, recommend, apply, certificate, register, verify')
      .argument('[file]', 'a dataset; the bundled sample when absent')
      .option('--purpose <id>', 'purpose of the release', 'P1')
      .option('--into <directory>', 'fresh folder for everything that is made'),
  ).action(async (file: string | undefined, options: ReadingOptions & { purpose: string; into?: string }) => {
    const directory = resolve(options.into ?? `custos-run-${stamp(new Date())}`);
    const shown = (path: string) => relative(process.cwd(), path) || path;
    exit(
      await withContext(async ({ client, engine, terminal, follow, readGrant, writeGrant }) => {
        try {
          mkdirSync(directory, { recursive: false });
        } catch {
          throw new Failure('TARGET_EXISTS', `The folder ${shown(directory)} exists already or cannot be made. Name another with --into.`);
        }
        const say = (text: string) => terminal.data(text);
        const given = process.env.CUSTOS_PASSPHRASE;
        const passphrase = given || randomBytes(18).toString('base64url');
        const workspacePath = join(directory, 'run.custos');
        const { workspace, recoveryKey } = await client.workspaces.create({ grantId: engine.grants.add(workspacePath, 'workspace-create').grantId, organisation: '', operator: accountName(), policy: 'customer-tracking', passphrase });

        const source = file === undefined ? await client.datasets.sampleGrant({}) : { grantId: await readGrant(file), fileName: basename(file) };
        say(`\n1  Opened ${source.fileName}`);
        const dataset = await follow(client.datasets.import({ grantId: source.grantId, options: intakeOptionsFrom(options), informedHow: '' }));
        say(`   ${dataset.rows} rows × ${dataset.columns.length} columns, ${dataset.rejectedRows} damaged rows set aside; SHA-256 ${dataset.sha256.slice(0, 16)}…`);

        say('\n2  Classified');
        const classified = await client.classify.get({ datasetId: dataset.id });
        const count = (test: (name: (typeof classified.columns)[number]['effective']) => boolean) => classified.columns.filter(({ effective }) => test(effective)).length;
        const online = count((c) => c.flags.includes('online_identifier'));
        say(`   ${count((c) => c.class === 'linked')} linked, ${count((c) => c.class === 'linkable')} linkable, ${online} online identifiers, ${count((c) => c.class === 'non_pii') - online} non-PII; ${count((c) => c.needsReview)} would like a second look`);
        for (const { columns, uniqueShare } of classified.singlingOut.slice(0, 2)) say(`   ${columns.join(' + ')}: ${Math.round(uniqueShare * 100)} % of rows are alone in their combination`);

        say(`\n3  Recipe for purpose ${options.purpose}`);
        const recipe = await client.recipes.recommend({ datasetId: dataset.id, purpose: options.purpose });
        for (const [index, step] of recipe.steps.entries()) say(`   ${index + 1}. ${describeStep(step)}\n      ${step.reason}`);
        const recipePath = join(directory, 'recipe.json');
        await writeFileAtomic(recipePath, serialiseRecipe(recipe));
        await client.recipes.save({ datasetId: dataset.id, recipe });

        say('\n4  Released');
        const outputPath = join(directory, `${source.fileName.replace(/\.[^.]*$/, '')}.${recipe.release}.csv`);
        const released = await follow(client.releases.run({ datasetId: dataset.id, recipe, grantId: writeGrant(outputPath, false), keepOrder: false }));
        say(`   ${released.rowsOut} of ${released.rowsIn} rows, ${released.suppressed} suppressed (${percent(released.suppressed, released.rowsIn)}); smallest group ${released.k}, ${released.uniqueRows} unique rows, counted in the written file`);
        say(`   ${released.label === 'anonymised' ? 'anonymised' : 'pseudonymised, still personal data'}`);

        const verified = await client.register.verify({});
        say('\n5  Where it lies');
        say(`   export       ${shown(outputPath)}`);
        say(`   certificate  ${shown(`${outputPath}.certificate.json`)}`);
        say(`   recipe       ${shown(recipePath)}`);
        say(`   workspace    ${shown(workspacePath)} (${workspace.name})`);
        say(`   register     entry ${released.registerEntry} of ${verified.entries} in ${shown(join(workspacePath, 'register.sqlite'))}`);
        say(verified.ok ? `   The register verifies: ${verified.entries} entries, signed head ${verified.checkpoint?.root.slice(0, 16)}…` : `   The register does NOT verify: ${verified.problems.map(({ detail }) => detail).join('; ')}`);
        if (!given) say(`\n   Passphrase of this workspace, shown this once: ${passphrase}`);
        say(`   Recovery key, shown this once: ${recoveryKey}`);
        return verified.ok ? 0 : 1;
      }),
    );
  });
  example(command, 'custos demo customers.csv --purpose P5');
};
