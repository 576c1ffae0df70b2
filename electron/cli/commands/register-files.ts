import { Option, type Command } from 'commander';
import {
  onImportingAgain,
  registerFormats,
  registerLayouts,
  type ImportedRegisterReport,
  type OnImportingAgain,
  type RegisterFormat,
} from '#shared/contract/register-files.ts';
import { importFieldIds, type GivenColumn } from '#shared/domain/import-field.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerFilesCommandText as text } from '#shared/text/cli/register-files.ts';
import { visible } from '#shared/text/visible.ts';
import { withContext } from '../terminal/context.ts';
import type { Terminal } from '../terminal/output.ts';
import { asDayOrMoment } from './as-day.ts';
import { example } from './command.ts';
import { addGivenColumn } from './given-column.ts';
import { recordNamed } from './record-named.ts';

interface ExportOptions {
  output: string;
  workspace: string;
  format: RegisterFormat;
  asOf?: string;
  role: 'controller' | 'processor';
  approvedOnly?: boolean;
  activity?: string;
  passphraseFile?: string;
  force?: boolean;
  json?: boolean;
}

interface ImportOptions {
  workspace: string;
  layout?: (typeof registerLayouts)[number];
  column: GivenColumn[];
  again: OnImportingAgain;
  preview?: boolean;
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
    .option('--as-of <date>', text.export.asOf, asDayOrMoment)
    .addOption(new Option('--role <role>', text.export.role).choices(['controller', 'processor']).default('controller'))
    .option('--approved-only', text.export.approvedOnly)
    .option('--activity <ref>', text.export.activity)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--force', text.export.force)
    .option('--json', optionsText.json)
    .action(async (options: ExportOptions) => {
      exit(
        await withContext(async ({ client, terminal, guard, writeGrant, openWorkspace, follow }) => {
          const { output, workspace, format, asOf, role, passphraseFile } = options;
          guard({
            outputs: [{ path: output }],
            inputs: { key: passphraseFile },
            workspace,
            force: options.force ?? false,
          });
          await openWorkspace(workspace, passphraseFile);
          const approvedOnly = options.approvedOnly ?? false;
          const activity =
            options.activity === undefined
              ? undefined
              : recordNamed(await client.records.list({ kind: 'activity' }), 'activity', options.activity).id;
          const done = await follow(
            client.registerFiles.export({ grantId: writeGrant(output), format, role, asOf, approvedOnly, activity }),
          );
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
    .option('--column <heading=field>', text.import.column, addGivenColumn, [])
    .addOption(new Option('--again <what>', text.import.againOption).choices(onImportingAgain).default('skip'))
    .option('--preview', text.import.preview)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (file: string, options: ImportOptions) => {
      const { workspace, layout, column: columns, again, preview = false, passphraseFile, json } = options;
      exit(
        await withContext(async ({ client, terminal, readGrant, openWorkspace, follow }) => {
          await openWorkspace(workspace, passphraseFile);
          const grantId = await readGrant(file);
          const done = await follow(client.registerFiles.import({ grantId, layout, columns, again, preview }));
          if (json) {
            terminal.json(done);
            return 0;
          }
          report(terminal, done);
          return 0;
        }),
      );
    });
  example(made, text.import.examples);
}

/** What became of a file, and of each text of it that has no place. */
function report(terminal: Terminal, done: ImportedRegisterReport): void {
  const say = text.import;
  const activities = done.drafted.filter(({ kind }) => kind === 'activity').length;
  terminal.say(say.drafted(done.fileName, activities, done.drafted.length - activities, done.preview));
  const stayed = done.again.filter(({ did }) => did === 'left');
  for (const { did, ref, title } of done.again)
    if (did !== 'left') terminal.say(say.again(did, ref, visible(title), done.preview));
  if (stayed.length > 0) terminal.say(say.left(stayed.map(({ ref }) => ref)));
  for (const { ref, kind, kept, did } of done.again)
    if (kept.length > 0 && did === 'updated') terminal.say(say.kept(ref, kind, kept));
  for (const { sheet, row, activity, became } of done.rows)
    for (const other of became?.alike ?? [])
      terminal.say(say.alike(visible(sheet), row, visible(activity), { ...other, title: visible(other.title) }));
  for (const { ref, title } of done.known) terminal.say(say.known(ref, visible(title)));
  for (const { sheet, row, notMapped } of done.rows)
    for (const { column, text: said, why } of notMapped)
      terminal.data(say.row(visible(sheet), row, visible(column), visible(said), why));
  for (const { title, kind, field, text: said } of done.notValid)
    terminal.data(say.notValid(visible(title), kind, field, visible(said)));
  for (const { heading, why, texts } of done.columns)
    if (why !== null) terminal.say(say.dropped(visible(heading), why, texts));
  if (done.columns.some(({ why }) => why === 'no-column')) terminal.say(say.nameColumns(importFieldIds));
  for (const { sheet, rows } of done.passedOver) terminal.say(say.passedOver(visible(sheet), rows));
}
