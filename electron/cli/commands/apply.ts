import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import { largestRecipe } from '#shared/recipe/parse-recipe.ts';
import { askedOverrides, type AskedOverrides } from '#shared/domain/asked-override.ts';
import { stateOf, type GuardFinding, type GuardState } from '#shared/domain/guardrail.ts';
import { recipientName } from '#shared/domain/recipient-name.ts';
import { isDelimited, outputFormats } from '#shared/domain/output-formats.ts';
import { applyText as text } from '#shared/text/cli/apply.ts';
import { figureLines } from '#shared/text/cli/figures.ts';
import { undecidedSentences } from '#shared/text/undecided-released.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { programText } from '#shared/text/cli/program.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { sendToStdout, withContext, type CommandContext } from '../terminal/context.ts';
import { describeFailure } from '../terminal/exit-status.ts';
import type { Terminal } from '../terminal/output.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { allTables, tablesToWrite, writeTables, type TableToWrite } from './apply-tables.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

/** Of standard input no more is taken for a key; the engine holds a key's file to the same. */
const largestKey = 1_048_576;

interface ApplyOptions extends ReadingOptions {
  recipe: string;
  output: string;
  write?: string;
  workspace?: string;
  keyFile?: string;
  populationFile?: string;
  keepOrder?: boolean;
  text?: boolean;
  asSource?: boolean;
  today?: string;
  report?: string;
  recipient?: string;
  override?: string[];
  reason?: string;
  force?: boolean;
  passphraseFile?: string;
  json?: boolean;
}

/** The guardrails by their state: done last, what somebody must look at by its number. */
const checkStates = (guardrails: readonly GuardFinding[]): Record<GuardState, string[]> => {
  const of = (state: GuardState): string[] =>
    guardrails.filter((finding) => stateOf(finding) === state).map(({ id }) => id);
  return {
    passed: of('passed'),
    'needs-you': of('needs-you'),
    blocked: of('blocked'),
    'does-not-apply': of('does-not-apply'),
    'not-stated': of('not-stated'),
  };
};

/** Which rows are missing and why: few of a kind, under age, … */
function leftOut({ suppressed, excluded }: { suppressed: number; excluded: { why: string; rows: number }[] }): string {
  const others = excluded.reduce((sum, { rows }) => sum + rows, 0);
  return text.leftOut(suppressed - others, excluded);
}

/** @throws Failure WRONG_USAGE where the name is none */
function recipientOf({ recipient }: ApplyOptions): string | undefined {
  if (recipient === undefined || recipient === text.nobody) return undefined;
  const parsed = recipientName.safeParse(recipient);
  if (!parsed.success) throw new Failure('WRONG_USAGE', text.noName);
  return parsed.data;
}

/** @throws Failure WRONG_USAGE where a reason is given that belongs to nothing */
function overridesOf({ override = [], reason }: ApplyOptions): AskedOverrides {
  const asked = override.map((typed) => {
    const [guardrail = '', ...own] = typed.split('=');
    return { guardrail, reason: own.length > 0 ? own.join('=') : (reason ?? ''), isOwn: own.length > 0 };
  });
  if (reason !== undefined && asked.every(({ isOwn }) => isOwn)) throw new Failure('WRONG_USAGE', text.reasonOfNothing);
  const parsed = askedOverrides.safeParse(asked.map(({ isOwn: _isOwn, ...one }) => one));
  if (!parsed.success) throw new Failure('WRONG_USAGE', text.overrideTooLong);
  return parsed.data;
}

/** Undecided columns that the file has something of; of those left out the drift tells. */
const inFileOf = ({ undecided = [] }: ReleaseResult) => undecided.filter(({ became }) => became !== 'left-out');

/** What came out, on the terminal. */
function tell(terminal: Terminal, result: ReleaseResult, { output }: ApplyOptions): void {
  terminal.say(text.written(result, leftOut(result), result.label, result.earlierReleases));
  for (const line of figureLines(result)) terminal.say(line);
  if (result.recipient !== null)
    terminal.say((result.recipientAsBefore ? text.recipientAsBefore : text.recipientNamed)(result.recipient));
  if (result.population !== undefined) terminal.say(text.population(result.population));
  terminal.say(text.checks(checkStates(result.guardrails)));
  for (const { id, overridden } of result.guardrails)
    if (overridden !== undefined) terminal.say(text.overridden(id, overridden));
  if (output === '-') return;
  terminal.say(
    result.registerEntry === null
      ? text.files(result.output, result.certificate)
      : text.filesAndEntry(result.output, result.certificate, result.registerEntry),
  );
  if (result.purposeRecord !== null) terminal.say(text.purposeRecord(result.purposeRecord));
  if (result.descriptor !== null) terminal.say(text.descriptor(result.descriptor));
  if (result.proof !== null) terminal.say(text.proof(result.proof));
}

/** What is written beside a release that has a name. */
const besideRelease = (output: string) =>
  output === '-'
    ? []
    : ['.certificate.json', '.certificate.json.tlog-proof', ...(isDelimited(output) ? ['.datapackage.json'] : [])].map(
        (ending) => ({ path: `${output}${ending}`, companion: true }),
      );

/** What comes after a release takes nothing of it back: where it fails, the sentence says first what is there. */
async function releaseStands(
  { registerEntry }: { registerEntry: number | null },
  missing: (entry: number | null, why: string) => string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Failure(
      error instanceof Failure ? error.code : 'TARGET_UNWRITABLE',
      missing(registerEntry, describeFailure(error).sentence),
      { cause: error },
    );
  }
}

/** Releases as they are asked for, one after the other; what is granted is granted once for all of them. */
async function releaser(context: CommandContext, file: string, options: ApplyOptions) {
  const recipient = recipientOf(options);
  const source = {
    grantId: await context.readGrant(file),
    options: intakeOptionsFrom(options),
    keepOrder: options.keepOrder ?? false,
    asText: options.text ?? false,
    asSource: options.asSource ?? false,
    force: options.force ?? false,
    overridden: overridesOf(options),
    recipientAsBefore: options.recipient === undefined,
    ...(options.keyFile === undefined ? {} : { keyGrantId: await context.readGrant(options.keyFile, largestKey) }),
    ...(options.populationFile === undefined
      ? {}
      : { populationGrantId: await context.readGrant(options.populationFile) }),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(recipient === undefined ? {} : { recipient }),
  };
  return async ({ recipe, output }: TableToWrite): Promise<ReleaseResult> => {
    const toStdout = output === '-';
    const path = toStdout ? join(await context.engine.privateDirectory(), 'release.csv') : output;
    const result = await context.follow(
      context.client.files.apply({ ...source, recipe, outputGrantId: context.writeGrant(path) }),
    );
    if (result.rejectedRows > 0) context.terminal.say(programText.remark(programText.setAside(result.rejectedRows)));
    for (const sentence of [...result.drift, ...undecidedSentences(inFileOf(result))])
      context.terminal.say(programText.remark(sentence));
    if (toStdout) await releaseStands(result, text.notSent, () => sendToStdout(path));
    if (!options.json) tell(context.terminal, result, options);
    return result;
  };
}

async function run(context: CommandContext, file: string, options: ApplyOptions): Promise<number> {
  const { report, write } = options;
  const guard = (outputs: readonly string[]): void =>
    context.guard({
      outputs: [
        ...outputs.flatMap((path) => [{ path }, ...besideRelease(path)]),
        report === undefined ? undefined : { path: report },
      ],
      inputs: {
        source: [file, ...(options.populationFile === undefined ? [] : [options.populationFile])],
        recipe: options.recipe,
        key: options.keyFile,
        passphrase: options.passphraseFile,
      },
      workspace: options.workspace,
      force: options.force ?? false,
    });
  // Which files there will be of all tables, the recipe has to say.
  guard(write === allTables ? [] : [options.output]);
  const recipe = await readRecipeFile(
    options.recipe === '-' ? await context.stdinFile(largestRecipe) : options.recipe,
    options.recipe,
  );
  const tables = tablesToWrite(recipe, options.output, write);
  if (write === allTables) guard(tables.map(({ output }) => output));
  if (options.workspace !== undefined) await context.openWorkspace(options.workspace, options.passphraseFile);
  const { results, failure } = await writeTables(tables, await releaser(context, file, options));
  const told = write === allTables ? results : results[0];
  if (options.json) context.terminal.json(told);
  const last = results.at(-1);
  if (report !== undefined && last !== undefined)
    await releaseStands(last, text.noReport, () => writeWhole(report, `${JSON.stringify(told, null, 2)}\n`));
  if (failure !== null) throw failure;
  return 0;
}

export const apply: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('apply')
      .description(text.description)
      .argument('<file>')
      .requiredOption('--recipe <file>', text.recipe)
      .requiredOption('-o, --output <file>', text.output(outputFormats.map(({ endings }) => endings[0])))
      .option('--workspace <directory>', text.workspace)
      .option('--key-file <file>', text.keyFile)
      .option('--population-file <file>', text.populationFile)
      .option('--write <table>', text.write)
      .option('--keep-order', text.keepOrder)
      .option('--text', text.text)
      .option('--as-source', text.asSource)
      .option('--today <date>', text.today)
      .option('--report <file>', text.report)
      .option('--recipient <name>', text.recipient)
      .option('--override <id[=reason]>', text.override, (typed: string, before?: string[]) => [
        ...(before ?? []),
        typed,
      ])
      .option('--reason <text>', text.reason)
      .option('--force', text.force)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: ApplyOptions) => {
    recipientOf(options);
    overridesOf(options);
    if (options.output === '-' && options.json) throw new Failure('WRONG_USAGE', text.stdoutTwice);
    if (file === '-' && options.populationFile === '-') throw new Failure('WRONG_USAGE', text.stdinTwice);
    if (options.output === '-' && options.write === allTables)
      throw new Failure('WRONG_USAGE', text.tables.notToStdout);
    exit(await withContext((context) => run(context, file, options)));
  });
  example(command, text.examples);
};
