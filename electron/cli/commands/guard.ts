import { Failure } from '#shared/contract/failure.ts';
import { stateOf, type GuardFinding } from '#shared/domain/guardrail.ts';
import { releaseKind } from '#shared/domain/recipe-file.ts';
import { guardCommandText as text } from '#shared/text/cli/guard.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { principleStates } from '#shared/text/principles.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface GuardOptions extends ReadingOptions {
  recipe?: string;
  purpose?: string;
  release?: string;
  today?: string;
  workspace?: string;
  passphraseFile?: string;
  json?: boolean;
}

/** @throws Failure WRONG_USAGE for another word, and beside a recipe, which says it itself */
function releaseFrom({ release, recipe }: GuardOptions) {
  if (release === undefined) return undefined;
  if (recipe !== undefined) throw new Failure('WRONG_USAGE', text.releaseOfRecipe);
  const found = releaseKind.safeParse(release);
  if (!found.success) throw new Failure('WRONG_USAGE', text.notARelease(release));
  return found.data;
}

const row = (finding: GuardFinding): string[] => [
  finding.id,
  principleStates[stateOf(finding)],
  [
    text.found(finding.message, finding.evidence, finding.columns, finding.fix),
    ...(finding.overridable === true ? [text.approverMay] : []),
    finding.whyNotOverridable ?? '',
  ]
    .join(' ')
    .trim(),
];

export const guard: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('guard')
      .description(text.description)
      .argument('<file>')
      .option('--recipe <file>', text.recipe)
      .option('--purpose <id>', text.purpose)
      .option('--release <kind>', text.release)
      .option('--today <date>', text.today)
      .option('--workspace <directory>', text.workspace)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: GuardOptions) => {
    const release = releaseFrom(options);
    if (options.purpose !== undefined && options.recipe !== undefined)
      throw new Failure('WRONG_USAGE', text.purposeOfRecipe);
    exit(
      await withContext(async (context) => {
        const { terminal } = context;
        const { recipe: recipePath, workspace } = options;
        if (workspace !== undefined) await context.openWorkspace(workspace, options.passphraseFile);
        const found = await context.follow(
          context.client.files.guard({
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            ...(recipePath === undefined ? {} : { recipe: await readRecipeFile(recipePath, recipePath) }),
            ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
            ...(release === undefined ? {} : { release }),
            ...(options.today === undefined ? {} : { today: options.today }),
          }),
        );
        const blocking = found.findings.filter(({ verdict }) => verdict === 'block').map(({ id }) => id);
        if (options.json) terminal.json(found);
        else {
          terminal.say(
            found.asItStands
              ? text.asItStands(found.file, found.release)
              : text.byRecipe(found.file, found.release, found.rowsOut, found.rowsIn),
          );
          terminal.data(table(text.columns, found.findings.map(row)));
          if (blocking.length > 0) terminal.say(text.blocks(blocking));
          else terminal.say(found.refused === null ? text.nothingBlocks : text.missed(found.refused.sentence));
        }
        return blocking.length === 0 && found.refused === null ? 0 : 1;
      }),
    );
  });
  example(command, text.examples);
};
