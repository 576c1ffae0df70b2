import { Option, type Command } from 'commander';
import { registerFormats, registerLayouts, type RegisterFormat } from '#shared/contract/register-files.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerFilesCommandText as text } from '#shared/text/cli/register-files.ts';
import { visible } from '#shared/text/visible.ts';
import { withContext } from '../terminal/context.ts';
import { example } from './command.ts';

interface ExportOptions {
  output: string;
  workspace: string;
  format: RegisterFormat;
  asOf?: string;
  role: 'controller' | 'processor';
  passphraseFile?: string;
  force?: boolean;
  json?: boolean;
}

interface ImportOptions {
  workspace: string;
  layout?: (typeof registerLayouts)[number];
  passphraseFile?: string;
  json?: boolean;
}

/** The register of processing, out and in. */
export function addFiles(command: Command, exit: (status: number) => void): void {
  addExport(command, exit);
  addImport(command, exit);
}

function addExport(command: Command, exit: (status: number) => void): void {
  const made = command
    .command('export')
    .description(text.export.description)
    .requiredOption('-o, --output <file>', text.export.output)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .addOption(new Option('--format <format>', text.export.format).choices(registerFormats).makeOptionMandatory())
    .option('--as-of <date>', text.export.asOf)
    .addOption(new Option('--role <role>', text.export.role).choices(['controller', 'processor']).default('controller'))
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--force', text.export.force)
    .option('--json', optionsText.json)
    .action(async (options: ExportOptions) => {
      exit(
        await withContext(async ({ client, terminal, guard, writeGrant, openWorkspace }) => {
          const { output, workspace, format, asOf, role, passphraseFile } = options;
          guard({
            outputs: [{ path: output }],
            inputs: { key: passphraseFile },
            workspace,
            force: options.force ?? false,
          });
          await openWorkspace(workspace, passphraseFile);
          const done = await client.registerFiles.export({
            grantId: writeGrant(output),
            format,
            role,
            ...(asOf === undefined ? {} : { asOf }),
          });
          if (options.json) {
            terminal.json({ ...done, output });
            return 0;
          }
          terminal.say(text.export.written(done.fileName, done.activities));
          if (done.drafts > 0) terminal.say(text.export.drafts(done.drafts));
          for (const { kind, path, refs } of done.leftOut) terminal.say(text.export.leftOut(kind, path, refs));
          if (done.retired.length > 0) terminal.say(text.export.retired(done.retired));
          const other = role === 'controller' ? 'processor' : 'controller';
          if (done.otherRole.length > 0) terminal.say(text.export.otherRole(done.otherRole, other));
          if (done.missingSigns.length > 0) terminal.say(text.export.missingSigns(done.missingSigns.length));
          return 0;
        }),
      );
    });
  example(made, text.export.examples);
}

function addImport(command: Command, exit: (status: number) => void): void {
  const made = command
    .command('import')
    .description(text.import.description)
    .argument('<file>', text.import.file)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .addOption(new Option('--layout <layout>', text.import.layout).choices(registerLayouts))
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (file: string, { workspace, layout, passphraseFile, json }: ImportOptions) => {
      exit(
        await withContext(async ({ client, terminal, readGrant, openWorkspace }) => {
          await openWorkspace(workspace, passphraseFile);
          const grantId = await readGrant(file);
          const done = await client.registerFiles.import({ grantId, ...(layout === undefined ? {} : { layout }) });
          if (json) {
            terminal.json(done);
            return 0;
          }
          const activities = done.drafted.filter(({ kind }) => kind === 'activity').length;
          terminal.say(text.import.drafted(done.fileName, activities, done.drafted.length - activities));
          for (const { ref, title } of done.known) terminal.say(text.import.known(ref, visible(title)));
          for (const { sheet, row, notMapped } of done.rows)
            for (const { column, text: said, why } of notMapped)
              terminal.data(text.import.row(visible(sheet), row, visible(column), visible(said), why));
          for (const { title, kind, field, text: said } of done.notValid)
            terminal.data(text.import.notValid(visible(title), kind, field, visible(said)));
          for (const { sheet, rows } of done.passedOver) terminal.say(text.import.passedOver(visible(sheet), rows));
          return 0;
        }),
      );
    });
  example(made, text.import.examples);
}
