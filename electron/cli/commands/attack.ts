import { Failure } from '#shared/contract/failure.ts';
import { attackKinds, type AttackKind, type AttackReport } from '#shared/domain/attack-results.ts';
import { largestRecipe } from '#shared/recipe/parse-recipe.ts';
import { attackCells, attackText } from '#shared/text/attack.ts';
import { attackCommandText as text } from '#shared/text/cli/attack.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { withContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import { tellRefinement } from '../terminal/tell-refinement.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface AttackOptions extends ReadingOptions {
  source: string;
  recipe?: string;
  workspace?: string;
  keyFile?: string;
  today?: string;
  limit?: string[];
  passphraseFile?: string;
  json?: boolean;
}

/** Of standard input no more is taken for a key; the engine holds a key's file to the same. */
const largestKey = 1_048_576;

/** @throws Failure WRONG_USAGE where one is no limit of an attack */
function limitsFrom(typed: readonly string[]): Partial<Record<AttackKind, number>> {
  const limits: Partial<Record<AttackKind, number>> = {};
  for (const one of typed) {
    const [name, share = ''] = one.split('=');
    const attack = attackKinds.find((kind) => kind === name);
    const limit = Number(share);
    if (attack === undefined || !/^\d(\.\d{1,6})?$/.test(share) || limit < 0.001 || limit > 1)
      throw new Failure('WRONG_USAGE', text.notALimit(one, attackKinds));
    limits[attack] = limit;
  }
  return limits;
}

function tell(terminal: Terminal, found: AttackReport): void {
  const {
    rows,
    uniqueAllColumns,
    relinkable,
    recipe,
    compared,
    halves,
    sourceRows,
    limits,
    attacks,
    refinement,
    notes,
  } = found;
  terminal.say(text.unique(uniqueAllColumns, rows));
  if (relinkable !== null) terminal.say(text.relinkable(relinkable, recipe !== null, compared));
  for (const note of notes) terminal.say(note);
  if (attacks.length > 0) {
    if (halves > 0) terminal.say(text.halves(attackText.halves(halves, sourceRows)));
    terminal.say(text.limits(attackText.limits(limits)));
    terminal.data(table(Object.values(attackText.heads), attacks.map(attackCells)));
  }
  if (refinement !== null) tellRefinement(terminal, refinement);
}

export const attack: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('attack')
      .description(text.description)
      .argument('<file>')
      .requiredOption('--source <file>', text.source)
      .option('--recipe <file>', text.recipe)
      .option('--workspace <directory>', text.workspace)
      .option('--key-file <file>', text.keyFile)
      .option('--today <date>', text.today)
      .option('--limit <attack=share>', text.limit(attackKinds), (typed: string, before?: string[]) => [
        ...(before ?? []),
        typed,
      ])
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: AttackOptions) => {
    const limits = limitsFrom(options.limit ?? []);
    if ([file, options.source, options.recipe, options.keyFile].filter((path) => path === '-').length > 1)
      throw new Failure('WRONG_USAGE', text.stdinTwice);
    exit(
      await withContext(async (context) => {
        const { recipe, workspace, keyFile, today } = options;
        const read =
          recipe === undefined
            ? undefined
            : await readRecipeFile(recipe === '-' ? await context.stdinFile(largestRecipe) : recipe, recipe);
        if (workspace !== undefined) await context.openWorkspace(workspace, options.passphraseFile);
        const found = await context.follow(
          context.client.files.attack({
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            sourceGrantId: await context.readGrant(options.source),
            limits,
            ...(read === undefined ? {} : { recipe: read }),
            ...(keyFile === undefined ? {} : { keyGrantId: await context.readGrant(keyFile, largestKey) }),
            ...(today === undefined ? {} : { today }),
          }),
        );
        if (options.json) context.terminal.json(found);
        else tell(context.terminal, found);
        return found.verdict === 'refused' ? 1 : 0;
      }),
    );
  });
  example(command, text.examples);
};
