import { Option } from 'commander';
import { Failure } from '#shared/contract/failure.ts';
import { sqlTargets, type SqlTarget } from '#shared/domain/sql-targets.ts';
import { compileScript, scriptInstructions } from '#shared/recipe/compile-script.ts';
import { largestRecipe } from '#shared/recipe/parse-recipe.ts';
import { compileText as text } from '#shared/text/cli/compile.ts';
import { writePadsFile } from '#engine/keys/pads-file.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { asDay } from './as-day.ts';
import { columnsOfTable } from './columns-of-table.ts';
import { example, type AddCommand } from './command.ts';

interface CompileOptions {
  target: SqlTarget;
  columns?: string;
  output?: string;
  pads?: string;
  keyFile?: string;
  instructions?: boolean;
  today?: string;
  force?: boolean;
}

async function writePads(context: CommandContext, options: CompileOptions, names: readonly string[]): Promise<void> {
  if (options.pads === undefined || options.keyFile === undefined) return;
  if (names.length === 0) throw new Failure('WRONG_USAGE', text.noKeys);
  await writePadsFile(options.pads, options.keyFile, names);
  context.terminal.say(text.padsWritten(options.pads, names.length));
}

async function run(context: CommandContext, file: string, options: CompileOptions): Promise<number> {
  const { target, output } = options;
  context.guard({
    outputs: [output, options.pads].map((path) => (path === undefined ? undefined : { path })),
    inputs: { recipe: file, key: options.keyFile, source: options.columns },
    force: options.force ?? false,
  });
  const recipe = await readRecipeFile(file === '-' ? await context.stdinFile(largestRecipe) : file, file);
  const script = compileScript(recipe, await columnsOfTable(recipe, options.columns), target, {
    referenceDate: options.today ?? recipe.referenceDate,
  });
  await writePads(context, options, script.compiled.keyNames);
  const told = options.instructions ? scriptInstructions(target) : script.text;
  if (output === undefined || output === '-') context.terminal.data(told.trimEnd());
  else {
    await writeWhole(output, told);
    context.terminal.say(text.written(output));
  }
  return 0;
}

export const compile: AddCommand = (program, exit) => {
  const command = program
    .command('compile')
    .description(text.description)
    .argument('<recipe>', text.recipe)
    .addOption(new Option('--target <engine>', text.target).choices([...sqlTargets]).makeOptionMandatory())
    .option('--columns <file>', text.columns)
    .option('-o, --output <file>', text.output)
    .option('--pads <file>', text.pads)
    .option('--key-file <file>', text.keyFile)
    .option('--instructions', text.instructions)
    .option('--today <date>', text.today, asDay)
    .option('--force', text.force)
    .action(async (file: string, options: CompileOptions) => {
      if (options.pads !== undefined && options.keyFile === undefined)
        throw new Failure('WRONG_USAGE', text.padsWithoutKey);
      if (options.keyFile !== undefined && options.pads === undefined)
        throw new Failure('WRONG_USAGE', text.keyWithoutPads);
      exit(await withContext((context) => run(context, file, options)));
    });
  example(command, text.examples);
};
