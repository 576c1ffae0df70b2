import type { Command } from 'commander';
import { extname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { impactFormats, type ImpactFormat } from '#shared/contract/impact.ts';
import { dpiaText as text } from '#shared/text/cli/dpia.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';

interface ExportOptions {
  workspace?: string;
  out?: string;
  passphraseFile?: string;
  force?: boolean;
  json?: boolean;
}

interface Options {
  workspace: string;
  activity: string;
  passphraseFile?: string;
  json?: boolean;
}

/** What a file is to be, by its ending. @throws Failure WRONG_USAGE for any other */
function formatOf(path: string): ImpactFormat {
  const ending = extname(path).slice(1).toLowerCase().replace(/^htm$/, 'html');
  const format = impactFormats.find((known) => known === ending);
  if (format === undefined) throw new Failure('WRONG_USAGE', text.export.ending(path));
  return format;
}

/** `custos dpia ACTIVITY --out FILE`: the assessment as a file. */
function addExport(program: Command, exit: (status: number) => void): Command {
  return (
    program
      .command('dpia')
      .description(text.description)
      // An option after `screen` or `template` is theirs.
      .enablePositionalOptions()
      .argument('<activity>', text.activity)
      // Both must be given here; a mandatory option would be asked of the commands below it, too.
      .option('--workspace <directory>', optionsText.workspace)
      .option('--out <file>', text.export.out)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--force', text.export.force)
      .option('--json', optionsText.json)
      .action(async (activity: string, options: ExportOptions) => {
        exit(
          await withContext(async ({ client, terminal, guard, writeGrant, openWorkspace }) => {
            const { out, workspace, passphraseFile, force = false, json = false } = options;
            if (out === undefined || workspace === undefined) throw new Failure('WRONG_USAGE', text.export.missing);
            const format = formatOf(out);
            guard({ outputs: [{ path: out }], inputs: { key: passphraseFile }, workspace, force });
            await openWorkspace(workspace, passphraseFile);
            const done = await client.impact.export({ activity, format, grantId: writeGrant(out) });
            if (json) terminal.json({ ...done, output: out });
            else {
              terminal.say(text.export.written(done.fileName, done.filled, done.fields));
              if (done.missingSigns.length > 0) terminal.say(text.export.missingSigns(done.missingSigns.length));
            }
            return 0;
          }),
        );
      })
  );
}

export const dpia: AddCommand = (program, exit) => {
  const command = addExport(program, exit);
  example(command, [...text.export.examples, ...text.screen.examples, ...text.template.examples]);
  const screen = command
    .command('screen')
    .description(text.screen.description)
    .requiredOption('--activity <ref>', text.activity)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: Options) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(options.workspace, options.passphraseFile);
          const proposal = await client.impact.screen({ activity: options.activity });
          if (options.json) terminal.json(proposal);
          else {
            const rows = [
              ...proposal.cases.map((one) => [
                impactText.case(one.id),
                impactText.answer(one.answer),
                impactText.evidence(one),
              ]),
              ...proposal.criteria.map((one) => [
                impactText.criterion(one.id),
                impactText.answer(one.answer),
                impactText.evidence(one),
              ]),
            ];
            terminal.data(table(text.screen.columns, rows));
            terminal.say(impactText.tally(proposal));
            terminal.say(text.screen.result(proposal.result));
          }
          return 0;
        }),
      );
    });
  example(screen, text.screen.examples);
  const template = command
    .command('template')
    .description(text.template.description)
    .requiredOption('--activity <ref>', text.activity)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: Options) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(options.workspace, options.passphraseFile);
          const filled = await client.impact.template({ activity: options.activity });
          if (options.json) terminal.json(filled);
          else terminal.data(filled.text);
          return 0;
        }),
      );
    });
  example(template, text.template.examples);
};
