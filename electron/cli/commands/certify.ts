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

/** What every certificate of a run elsewhere is asked for with, once nothing stands in the way and the workspace is open. */
async function askedFor(
  context: CommandContext,
  options: CertifyOptions,
  read: readonly string[],
  outputs: Parameters<CommandContext['guard']>[0]['outputs'],
) {
  const { columns: columnsFile, passphraseFile, workspace, target, today, force = false } = options;
  context.guard({
    outputs,
    inputs: {
      source: [...read, ...(columnsFile === undefined ? [] : [columnsFile])],
      recipe: options.recipe,
      passphrase: passphraseFile,
    },
    workspace,
    force,
  });
  const recipe = await readRecipeFile(options.recipe, options.recipe);
  const columns = await columnsOfTable(recipe, columnsFile);
  await context.openWorkspace(workspace, passphraseFile);
  return {
    recipe,
    engine: target,
    columns,
    ...(today === undefined ? {} : { today }),
    ...recipientOf(options),
    force,
  };
}

/** The figures alone: what the other engine told is certified and entered as told. */
async function runTold(context: CommandContext, checks: string, options: CertifyOptions): Promise<number> {
  const asked = await askedFor(context, options, [checks], [{ path: options.output, companion: true }]);
  const result = await context.client.elsewhere.certify({
    ...asked,
    checksGrantId: await context.readGrant(checks),
    certificateGrantId: context.writeGrant(options.output),
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
  const asked = await askedFor(context, options, checks === undefined ? [file] : [file, checks], [
    { path: output },
    ...beside.map((ending) => ({ path: `${output}${ending}`, companion: true })),
  ]);
  const result = await context.follow(
    context.client.files.certify({
      grantId: await context.readGrant(file),
      options: intakeOptionsFrom(options),
      ...asked,
      ...(checks === undefined ? {} : { checksGrantId: await context.readGrant(checks) }),
      outputGrantId: context.writeGrant(output),
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
