import { Failure } from '#shared/contract/failure.ts';
import type { ComparedFile, KeptColumn, KeptFigures } from '#shared/domain/kept-figures.ts';
import { largestRecipe } from '#shared/recipe/parse-recipe.ts';
import { compareCommandText as text } from '#shared/text/cli/compare.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { keptText } from '#shared/text/kept.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { withContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface CompareOptions extends ReadingOptions {
  recipe: string;
  workspace?: string;
  keyFile?: string;
  today?: string;
  passphraseFile?: string;
  json?: boolean;
}

/** Of standard input no more is taken for a key; the engine holds a key's file to the same. */
const largestKey = 1_048_576;
/** Pairs that are printed; the JSON has all. */
const printed = 8;

/** A line for each step of a column, the first with its name. */
function linesOf({ column, axis, steps, why, same }: KeptColumn): string[][] {
  if (steps === null) return [[column, why === null ? '' : keptText.why[why], '', '']];
  const sum = (side: 'before' | 'after'): number => steps.reduce((all, step) => all + step[side], 0);
  const [before, after] = [sum('before'), sum('after')];
  return [
    [column, keptText.same(same), '', ''],
    ...steps.map((step) => [
      '',
      keptText.step(axis, step),
      keptText.share(step.before, before),
      keptText.share(step.after, after),
    ]),
  ];
}

/** The pairs that changed most. */
const changedMost = ({ associations: { columns, pairs } }: KeptFigures): string[][] =>
  pairs
    .toSorted((a, b) => Math.abs(b.before - b.after) - Math.abs(a.before - a.after))
    .slice(0, printed)
    .map((pair) => [
      keptText.pair(columns, pair),
      keptText.by[pair.by],
      keptText.strength(pair.before),
      keptText.strength(pair.after),
    ]);

function tell(terminal: Terminal, { kept, frontier }: ComparedFile): void {
  const { associations, sampled, rows, gone } = kept;
  if (sampled !== null) terminal.say(keptText.sampled(sampled.before, rows.before));
  if (kept.columns.length > 0) terminal.data(table(text.columns, kept.columns.flatMap(linesOf)));
  terminal.say(keptText.gone(gone));
  terminal.say(keptText.kept(associations.kept, associations.pairs.length));
  if (associations.cut > 0) terminal.say(keptText.cut(associations.cut));
  if (associations.pairs.length > 0) {
    terminal.data('');
    terminal.data(table(text.pairs, changedMost(kept)));
  }
  if (frontier === null) return;
  const now = frontier.points.find(({ k }) => k === frontier.k)?.out ?? 0;
  for (const finer of frontier.finer) terminal.say(keptText.finer(finer, frontier, now));
  terminal.say(keptText.more(frontier));
}

export const compare: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('compare')
      .description(text.description)
      .argument('<file>')
      .requiredOption('--recipe <file>', text.recipe)
      .option('--workspace <directory>', text.workspace)
      .option('--key-file <file>', text.keyFile)
      .option('--today <date>', text.today)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', text.json),
  ).action(async (file: string, options: CompareOptions) => {
    const { recipe, workspace, keyFile, today } = options;
    if (file === '-' && recipe === '-') throw new Failure('WRONG_USAGE', text.stdinTwice);
    exit(
      await withContext(async (context) => {
        const read = await readRecipeFile(recipe === '-' ? await context.stdinFile(largestRecipe) : recipe, recipe);
        if (workspace !== undefined) await context.openWorkspace(workspace, options.passphraseFile);
        const found = await context.follow(
          context.client.files.compare({
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            recipe: read,
            ...(keyFile === undefined ? {} : { keyGrantId: await context.readGrant(keyFile, largestKey) }),
            ...(today === undefined ? {} : { today }),
          }),
        );
        if (options.json) context.terminal.json(found);
        else tell(context.terminal, found);
        return 0;
      }),
    );
  });
  example(command, text.examples);
};
