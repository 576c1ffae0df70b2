import { Option } from 'commander';
import { sqlTargets, type SqlTarget } from '#shared/domain/sql-targets.ts';
import { recipientName } from '#shared/domain/recipient-name.ts';
import { Failure } from '#shared/contract/failure.ts';
import { applyText } from '#shared/text/cli/apply.ts';
import { certifyCommandText as text } from '#shared/text/cli/certify.ts';
import { figureLines } from '#shared/text/cli/figures.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { scriptText } from '#shared/text/script.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { asDay } from './as-day.ts';
import { columnsOfTable } from './columns-of-table.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface CertifyOptions extends ReadingOptions {
  recipe: string;
  target: SqlTarget;
  output: string;
  workspace: string;
  columns?: string;
  checks?: string;
  today?: string;
  recipient?: string;
  force?: boolean;
  passphraseFile?: string;
  json?: boolean;
}

const beside = ['.certificate.json', '.certificate.json.tlog-proof', '.datapackage.json'];

function recipientOf({ recipient }: CertifyOptions): { recipient?: string } {
  if (recipient === undefined) return {};
  const parsed = recipientName.safeParse(recipient);
  if (!parsed.success) throw new Failure('WRONG_USAGE', applyText.noName);
  return { recipient: parsed.data };
}

/** The figures alone: what the other engine told is certified and entered as told. */
async function runTold(context: CommandContext, checks: string, options: CertifyOptions): Promise<number> {
  const { output } = options;
  context.guard({
    outputs: [{ path: output, companion: true }],
    inputs: {
      source: [checks, ...(options.columns === undefined ? [] : [options.columns])],
      recipe: options.recipe,
      passphrase: options.passphraseFile,
    },
    workspace: options.workspace,
    force: options.force ?? false,
  });
  const recipe = await readRecipeFile(options.recipe, options.recipe);
  const columns = await columnsOfTable(recipe, options.columns);
  await context.openWorkspace(options.workspace, options.passphraseFile);
  const result = await context.client.elsewhere.certify({
    recipe,
    engine: options.target,
    columns,
    checksGrantId: await context.readGrant(checks),
    certificateGrantId: context.writeGrant(output),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...recipientOf(options),
    force: options.force ?? false,
  });
  if (options.json) context.terminal.json(result);
  else {
    for (const { figure, column, value } of result.told) context.terminal.say(text.told(figure, column, value));
    context.terminal.say(text.toldOnly(scriptText.engine(options.target)));
    context.terminal.say(text.toldEntry(result.certificate, result.registerEntry));
  }
  return 0;
}

/** What came out, measured here. */
async function runFile(context: CommandContext, file: string, options: CertifyOptions): Promise<number> {
  const { output, checks } = options;
  context.guard({
    outputs: [{ path: output }, ...beside.map((ending) => ({ path: `${output}${ending}`, companion: true }))],
    inputs: {
      source: [file, ...[checks, options.columns].filter((path) => path !== undefined)],
      recipe: options.recipe,
      passphrase: options.passphraseFile,
    },
    workspace: options.workspace,
    force: options.force ?? false,
  });
  const recipe = await readRecipeFile(options.recipe, options.recipe);
  const columns = await columnsOfTable(recipe, options.columns);
  await context.openWorkspace(options.workspace, options.passphraseFile);
  const result = await context.follow(
    context.client.files.certify({
      grantId: await context.readGrant(file),
      options: intakeOptionsFrom(options),
      recipe,
      engine: options.target,
      columns,
      ...(checks === undefined ? {} : { checksGrantId: await context.readGrant(checks) }),
      outputGrantId: context.writeGrant(output),
      ...(options.today === undefined ? {} : { today: options.today }),
      ...recipientOf(options),
      force: options.force ?? false,
    }),
  );
  if (options.json) {
    context.terminal.json(result);
    return 0;
  }
  for (const line of figureLines(result)) context.terminal.say(line);
  context.terminal.say(text.elsewhere(scriptText.engine(options.target), checks !== undefined));
  if (result.registerEntry !== null)
    context.terminal.say(applyText.filesAndEntry(result.output, result.certificate, result.registerEntry));
  return 0;
}

export const certify: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('certify')
      .description(text.description)
      .argument('[output]', text.file)
      .requiredOption('--recipe <file>', text.recipe)
      .addOption(new Option('--target <engine>', text.target).choices([...sqlTargets]).makeOptionMandatory())
      .requiredOption('-o, --output <file>', text.output)
      .requiredOption('--workspace <directory>', optionsText.workspace)
      .option('--columns <file>', text.columns)
      .option('--checks <file>', text.checks)
      .option('--today <date>', text.today, asDay)
      .option('--recipient <name>', applyText.recipient)
      .option('--force', applyText.force)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(async (file: string | undefined, options: CertifyOptions) => {
    recipientOf(options);
    const { checks } = options;
    if (file !== undefined) exit(await withContext((context) => runFile(context, file, options)));
    else if (checks === undefined) throw new Failure('WRONG_USAGE', text.nothing);
    else exit(await withContext((context) => runTold(context, checks, options)));
  });
  example(command, text.examples);
};
