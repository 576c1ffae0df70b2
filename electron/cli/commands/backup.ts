import { resolve } from 'node:path';
import { backupCommandText as text } from '#shared/text/cli/backup.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';
import { workspaceOptions, type InWorkspace } from './in-workspace.ts';

const make: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('make')
      .description(text.make.description)
      .requiredOption('-o, --output <file>', text.make.output)
      .option('--force', text.make.force),
  ).action(async (options: InWorkspace & { output: string; force?: boolean }) => {
    exit(
      await withContext(async (context) => {
        const { output, workspace, passphraseFile, force = false } = options;
        context.guard({ outputs: [{ path: output }], inputs: { passphrase: passphraseFile }, workspace, force });
        await context.openWorkspace(workspace, passphraseFile);
        const made = await context.follow(context.client.backups.make({ grantId: context.writeGrant(output) }));
        if (options.json) context.terminal.json({ ...made, output });
        else
          context.terminal.say(
            text.make.done(made.fileName, made.bytes, made.entries, made.sha256, made.registerEntry),
          );
        return 0;
      }),
    );
  });
  example(command, text.make.examples);
};

const verify: AddCommand = (program, exit) => {
  const command = program
    .command('verify')
    .description(text.verify.description)
    .argument('<file>', text.verify.file)
    .option('--json', optionsText.json)
    .action(async (file: string, options: { json?: boolean }) => {
      exit(
        await withContext(async ({ client, terminal, readGrant }) => {
          const found = await client.backups.verify({ grantId: await readGrant(file) });
          const { fileName, organisation, madeAt, entries, files, problems, ok } = found;
          if (options.json) terminal.json(found);
          else if (ok) terminal.say(text.verify.whole(fileName, organisation, madeAt, entries, files));
          else {
            terminal.say(text.verify.broken(fileName, problems.length));
            for (const problem of problems) terminal.say(`  ${problem}`);
          }
          return ok ? 0 : 1;
        }),
      );
    });
  example(command, text.verify.examples);
};

const restore: AddCommand = (program, exit) => {
  const command = program
    .command('restore')
    .description(text.restore.description)
    .argument('<file>', text.verify.file)
    .argument('<directory>', text.restore.target)
    .option('--newer <directory>', text.restore.newer)
    .option('--json', optionsText.json)
    .action(async (file: string, directory: string, options: { newer?: string; json?: boolean }) => {
      exit(
        await withContext(async ({ client, engine, terminal, readGrant }) => {
          const grant = (path: string, use: 'workspace-create' | 'workspace-open') =>
            engine.grants.add(resolve(path), use).grantId;
          const { newer } = options;
          const done = await client.backups.restore({
            grantId: await readGrant(file),
            targetGrantId: grant(directory, 'workspace-create'),
            ...(newer === undefined ? {} : { newerGrantId: grant(newer, 'workspace-open') }),
          });
          if (options.json) terminal.json(done);
          else {
            terminal.say(text.restore.done(directory, done.entries));
            for (const problem of done.problems) terminal.say(problem);
            const { toRepeat } = done;
            if (toRepeat === null) terminal.say(text.restore.notKnown);
            else if (toRepeat.length === 0) terminal.say(text.restore.noneToRepeat);
            else {
              terminal.say(text.restore.toRepeat(toRepeat.length));
              terminal.data(
                table(
                  text.restore.heads,
                  toRepeat.map(({ seq, kind, at, subject }) => [`${seq}`, kind, at, subject]),
                ),
              );
            }
          }
          return 0;
        }),
      );
    });
  example(command, text.restore.examples);
};

/** Backups of a workspace: made, verified, restored. */
export const backup: AddCommand = (program, exit) => {
  const command = program.command('backup').description(text.description);
  for (const add of [make, verify, restore]) add(command, exit);
};
