import writeFileAtomic from 'write-file-atomic';
import { describeStep } from '#shared/recipe/describe-step.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { withContext } from '../context.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';
import { asNumber } from './as-number.ts';

export const recommend: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('recommend')
      .description('a recipe for a purpose, with the reason for each step')
      .argument('<file>')
      .requiredOption('--purpose <id>', 'P1–P8, see custos purposes')
      .option('--release <kind>', 'anonymised, pseudonymised or targeting', 'anonymised')
      .option('--k <n>', 'smallest group', asNumber, 5)
      .option('--suppression <share>', 'largest share of rows that may be left out', asNumber, 0.05)
      .option('--today <date>', 'reference date YYYY-MM-DD')
      .option('-o, --output <file>', 'where to write the recipe', '-')
      .option('--force', 'replace an existing file')
      .option('--json', 'the recipe on stdout'),
  ).action(async (file: string, options: ReadingOptions & { purpose: string; release: 'anonymised'; k: number; suppression: number; today?: string; output: string; force?: boolean; json?: boolean }) => {
    exit(
      await withContext(async (context) => {
        if (options.output !== '-') context.writeGrant(options.output, options.force ?? false);
        const recipe = await context.follow(
          context.client.files.recommend({ grantId: await context.readGrant(file), options: intakeOptionsFrom(options), purpose: options.purpose, release: options.release, k: options.k, suppression: options.suppression, ...(options.today === undefined ? {} : { referenceDate: options.today }) }),
        );
        if (options.output === '-' || options.json) process.stdout.write(serialiseRecipe(recipe));
        if (options.output !== '-') {
          await writeFileAtomic(options.output, serialiseRecipe(recipe));
          for (const [index, step] of recipe.steps.entries()) context.terminal.say(`${index + 1}. ${describeStep(step)}\n   ${step.reason}`);
        }
        return 0;
      }),
    );
  });
  example(command, 'custos recommend customers.csv --purpose P1 --k 10 -o recipe.json');
};
