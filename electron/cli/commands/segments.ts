import { Failure } from '#shared/contract/failure.ts';
import { segmentMethods, smallGroupWays, type Segmentation } from '#shared/domain/segments.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { segmentsCommandText as text } from '#shared/text/cli/segments.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { withContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface SegmentsOptions extends ReadingOptions {
  by: string;
  person?: string;
  recency?: string;
  date?: string;
  frequency?: string;
  monetary?: string;
  amount?: string;
  k?: string;
  small: string;
  noise?: string;
  recipe?: string;
  today?: string;
  purpose: string;
  output?: string;
  workspace?: string;
  passphraseFile?: string;
  force?: boolean;
  json?: boolean;
}

/** One of the words that an option takes. @throws Failure WRONG_USAGE */
function oneOf<Word extends string>(option: string, typed: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === typed);
  if (found === undefined) throw new Failure('WRONG_USAGE', text.notOneOf(option, typed, words));
  return found;
}

/** @throws Failure WRONG_USAGE */
function numberFrom(option: string, typed: string | undefined, pattern: RegExp): number | undefined {
  if (typed === undefined) return undefined;
  if (!pattern.test(typed)) throw new Failure('WRONG_USAGE', text.notANumber(option, typed));
  return Number(typed);
}

/** A column that goes by two options. @throws Failure WRONG_USAGE where both are given */
function either(one: [string, string | undefined], other: [string, string | undefined]): string | undefined {
  if (one[1] !== undefined && other[1] !== undefined) throw new Failure('WRONG_USAGE', text.twice(one[0], other[0]));
  return one[1] ?? other[1];
}

/** What was asked, in the contract's form. @throws Failure WRONG_USAGE */
function askedFrom(options: SegmentsOptions) {
  const { by, small, person, frequency, today, purpose } = options;
  const recency = either(['--recency', options.recency], ['--date', options.date]);
  const monetary = either(['--monetary', options.monetary], ['--amount', options.amount]);
  const k = numberFrom('--k', options.k, /^([2-9]|[1-9]\d{1,6})$/);
  const epsilon = numberFrom('--noise', options.noise, /^\d{1,2}(\.\d{1,6})?$/);
  return {
    by: oneOf('--by', by, segmentMethods),
    small: oneOf('--small', small, smallGroupWays),
    purpose,
    ...(person === undefined ? {} : { person }),
    ...(recency === undefined ? {} : { recency }),
    ...(frequency === undefined ? {} : { frequency }),
    ...(monetary === undefined ? {} : { monetary }),
    ...(k === undefined ? {} : { k }),
    ...(epsilon === undefined ? {} : { epsilon }),
    ...(today === undefined ? {} : { today }),
  };
}

function tell(terminal: Terminal, made: Segmentation): void {
  terminal.say(text.title(made));
  for (const note of made.notes) terminal.say(note);
  terminal.data(table(text.heads, made.groups.map(text.row)));
  const { loss } = made;
  if (loss?.sameSegment != null) {
    terminal.say(text.lossTitle(loss.sameSegment, loss.leftOut ?? 0));
    terminal.data(
      table(
        text.lossHeads,
        loss.groups.map((group) => text.lossRow(group, made.k)),
      ),
    );
  }
  if (made.output !== null) terminal.say(text.written(made.output, made.registerEntry));
}

export const segments: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('segments')
      .description(text.description)
      .argument('<file>')
      .option('--by <way>', text.by, 'rfm')
      .option('--person <column>', text.person)
      .option('--recency <column>', text.recency)
      .option('--date <column>', text.date)
      .option('--frequency <column>', text.frequency)
      .option('--monetary <column>', text.monetary)
      .option('--amount <column>', text.amount)
      .option('--k <people>', text.k)
      .option('--small <way>', text.small, 'merge')
      .option('--noise <epsilon>', text.noise)
      .option('--recipe <file>', text.recipe)
      .option('--today <date>', text.today)
      .option('--purpose <id>', text.purpose, 'P1')
      .option('-o, --output <file>', text.output)
      .option('--workspace <directory>', text.workspace)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--force', text.force)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: SegmentsOptions) => {
    const asked = askedFrom(options);
    exit(
      await withContext(async (context) => {
        const { output, workspace, recipe, passphraseFile, force = false } = options;
        context.guard({
          outputs: output === undefined ? [] : [{ path: output }],
          inputs: { source: file, recipe, passphrase: passphraseFile },
          workspace,
          force,
        });
        const outputGrantId = output === undefined ? undefined : context.writeGrant(output);
        if (workspace !== undefined) await context.openWorkspace(workspace, passphraseFile);
        const made = await context.follow(
          context.client.segments.ofFile({
            ...asked,
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            ...(recipe === undefined ? {} : { recipe: await readRecipeFile(recipe, recipe) }),
            ...(outputGrantId === undefined ? {} : { outputGrantId }),
          }),
        );
        if (options.json) context.terminal.json(made);
        else tell(context.terminal, made);
        return 0;
      }),
    );
  });
  example(command, text.examples);
};
