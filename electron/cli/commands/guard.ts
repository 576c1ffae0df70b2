import { Failure } from '#shared/contract/failure.ts';
import { stateOf, type GuardFinding } from '#shared/domain/guardrail.ts';
import { releaseKind, type Recipe } from '#shared/domain/recipe-file.ts';
import { describeStep } from '#shared/recipe/describe-step.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { guardCommandText as text } from '#shared/text/cli/guard.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { fixesText } from '#shared/text/fixes.ts';
import { principleStates } from '#shared/text/principles.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface GuardOptions extends ReadingOptions {
  recipe?: string;
  purpose?: string;
  release?: string;
  today?: string;
  /** true: whatever blocks. */
  fix?: string | true;
  output?: string;
  force?: boolean;
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

type Guarded = Awaited<ReturnType<typeof judge>>;

/** What the guardrails say of a file by a recipe, or as it is. */
async function judge(context: CommandContext, file: string, options: GuardOptions, recipe: Recipe | undefined) {
  const release = releaseFrom(options);
  return context.follow(
    context.client.files.guard({
      grantId: await context.readGrant(file),
      options: intakeOptionsFrom(options),
      ...(recipe === undefined ? {} : { recipe }),
      ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
      ...(release === undefined ? {} : { release }),
      ...(options.today === undefined ? {} : { today: options.today }),
    }),
  );
}

const blockingOf = ({ findings }: Guarded): string[] =>
  findings.filter(({ verdict }) => verdict === 'block').map(({ id }) => id);

function sayFound({ terminal }: CommandContext, found: Guarded): void {
  const blocking = blockingOf(found);
  terminal.say(
    found.asItStands
      ? text.asItStands(found.file, found.release)
      : text.byRecipe(found.file, found.release, found.rowsOut, found.rowsIn),
  );
  terminal.data(table(text.columns, found.findings.map(row)));
  if (blocking.length > 0) terminal.say(text.blocks(blocking));
  else terminal.say(found.refused === null ? text.nothingBlocks : text.missed(found.refused.sentence));
}

/** Writes the recipe with what settles the findings, and judges the file by it. */
async function fix(context: CommandContext, file: string, options: GuardOptions, recipe: Recipe) {
  const ids = idsFrom(options);
  const before = await judge(context, file, options, recipe);
  const fixed = await context.follow(
    context.client.files.fix({
      grantId: await context.readGrant(file),
      options: intakeOptionsFrom(options),
      recipe,
      findings: before.findings.filter(({ id, verdict }) => (ids === null ? verdict === 'block' : ids.includes(id))),
    }),
  );
  const { terminal } = context;
  if (fixed.added.length === 0 || fixed.problems.length > 0) {
    terminal.say([fixesText.nothing, ...fixed.problems.map(({ sentence }) => sentence)].join(' '));
    return { before, found: before, added: [] };
  }
  const found = await judge(context, file, options, fixed.recipe);
  await writeWhole(options.output!, serialiseRecipe(fixed.recipe));
  for (const step of fixed.added) terminal.say(fixesText.step(describeStep(step), step.reason));
  return { before, found, added: fixed.added };
}

/**
 * Which findings are to be settled; null: whatever blocks.
 * @throws Failure WRONG_USAGE for a guardrail that there is not
 */
function idsFrom({ fix: asked }: GuardOptions): string[] | null {
  if (typeof asked !== 'string') return null;
  const ids = asked.split(',').map((id) => id.trim().toUpperCase());
  const unknown = ids.find((id) => !/^(?:G[1-7]|E[1-9])$/.test(id));
  if (unknown !== undefined) throw new Failure('WRONG_USAGE', fixesText.noGuardrail(unknown));
  return ids;
}

function checkOptions(options: GuardOptions): void {
  releaseFrom(options);
  idsFrom(options);
  if (options.purpose !== undefined && options.recipe !== undefined)
    throw new Failure('WRONG_USAGE', text.purposeOfRecipe);
  if (options.fix && options.recipe === undefined) throw new Failure('WRONG_USAGE', fixesText.noRecipe);
  if (options.fix && (options.output ?? '-') === '-') throw new Failure('WRONG_USAGE', fixesText.noOutput);
  if (!options.fix && options.output !== undefined) throw new Failure('WRONG_USAGE', fixesText.onlyWithFix);
}

async function run(context: CommandContext, file: string, options: GuardOptions): Promise<number> {
  const { recipe: recipePath, workspace } = options;
  context.guard({
    outputs: options.output === undefined ? [] : [{ path: options.output }],
    inputs: { source: file, recipe: recipePath },
    workspace,
    force: options.force ?? false,
  });
  if (workspace !== undefined) await context.openWorkspace(workspace, options.passphraseFile);
  const recipe = recipePath === undefined ? undefined : await readRecipeFile(recipePath, recipePath);
  const told =
    options.fix && recipe !== undefined
      ? await fix(context, file, options, recipe)
      : { found: await judge(context, file, options, recipe) };
  const { found } = told;
  if (options.json)
    context.terminal.json('added' in told ? { ...found, added: told.added, before: told.before.findings } : found);
  else sayFound(context, found);
  return blockingOf(found).length === 0 && found.refused === null ? 0 : 1;
}

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
      .option('--fix [ids]', fixesText.option)
      .option('-o, --output <file>', fixesText.output)
      .option('--force', fixesText.force)
      .option('--workspace <directory>', text.workspace)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: GuardOptions) => {
    checkOptions(options);
    exit(await withContext((context) => run(context, file, options)));
  });
  example(command, text.examples);
};
