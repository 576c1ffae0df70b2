import { Option } from 'commander';
import { Failure } from '#shared/contract/failure.ts';
import { recommendedWay, type RecommendedWay } from '#shared/domain/recommended-way.ts';
import { describeStep } from '#shared/recipe/describe-step.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { recommendText as text } from '#shared/text/cli/recommend.ts';
import { withContext } from '../terminal/context.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { noiseFrom, noiseOptions, type NoiseOptions } from './noise-options.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';
import { asNumber } from './as-number.ts';

/** Columns of each table where nobody chose. */
const usualSize = 4;

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** @throws Failure WRONG_USAGE */
function tablesFrom({ tables, size }: { tables?: number; size?: number }): { most: number; size: number } | undefined {
  if (tables === undefined && size !== undefined) throw new Failure('WRONG_USAGE', text.sizeOfNothing);
  if (tables === undefined) return undefined;
  const asked = { most: tables, size: size ?? usualSize };
  if (!isWithin(asked.most, 1, 200) || !isWithin(asked.size, 2, 8)) throw new Failure('WRONG_USAGE', text.noTables);
  return asked;
}

/** @throws Failure WRONG_USAGE where a file is given without a number or a number without a file */
function populationFrom(
  file: string,
  { populationFile: path, kMap: k, release }: { populationFile?: string; kMap?: number; release: string },
): { path: string; k: number } | undefined {
  if (path === undefined && k === undefined) return undefined;
  if (path === undefined || k === undefined || release !== 'anonymised')
    throw new Failure('WRONG_USAGE', text.bothForMap);
  if (file === '-' && path === '-') throw new Failure('WRONG_USAGE', text.stdinTwice);
  if (!isWithin(k, 1, 1_000_000)) throw new Failure('WRONG_USAGE', text.noMap);
  return { path, k };
}

export const recommend: AddCommand = (program, exit) => {
  const command = readingOptions(
    noiseOptions(
      program
        .command('recommend')
        .description(text.description)
        .argument('<file>')
        .requiredOption('--purpose <id>', text.purpose)
        .option('--release <kind>', text.release, 'anonymised')
        .addOption(new Option('--way <way>', text.way).choices(recommendedWay.options))
        .option('--tables <n>', text.tables, asNumber)
        .option('--size <n>', text.size, asNumber)
        .option('--k <n>', text.k, asNumber, 5)
        .option('--suppression <share>', text.suppression, asNumber, 0.05)
        .option('--population-file <file>', text.populationFile)
        .option('--k-map <n>', text.kMap, asNumber)
        .option('--today <date>', text.today)
        .option('-o, --output <file>', text.output, '-')
        .option('--force', text.force)
        .option('--json', text.json),
    ),
  ).action(
    async (
      file: string,
      options: ReadingOptions &
        NoiseOptions & {
          purpose: string;
          release: 'anonymised';
          way?: RecommendedWay;
          tables?: number;
          size?: number;
          k: number;
          suppression: number;
          populationFile?: string;
          kMap?: number;
          today?: string;
          output: string;
          force?: boolean;
          json?: boolean;
        },
    ) => {
      const tables = tablesFrom(options);
      const noise = noiseFrom(options);
      const everybody = populationFrom(file, options);
      exit(
        await withContext(async (context) => {
          context.guard({
            outputs: [{ path: options.output }],
            inputs: { source: [file, ...(everybody === undefined ? [] : [everybody.path])] },
            force: options.force ?? false,
          });
          const recipe = await context.follow(
            context.client.files.recommend({
              grantId: await context.readGrant(file),
              options: intakeOptionsFrom(options),
              purpose: options.purpose,
              release: options.release,
              way: options.way,
              tables,
              noise,
              k: options.k,
              suppression: options.suppression,
              ...(everybody && { population: { grantId: await context.readGrant(everybody.path), k: everybody.k } }),
              ...(options.today === undefined ? {} : { referenceDate: options.today }),
            }),
          );
          if (options.output === '-' || options.json) process.stdout.write(serialiseRecipe(recipe));
          if (options.output !== '-') {
            await writeWhole(options.output, serialiseRecipe(recipe));
            for (const [index, step] of recipe.steps.entries())
              context.terminal.say(text.step(index + 1, describeStep(step), step.reason));
          }
          return 0;
        }),
      );
    },
  );
  example(command, text.examples);
};
