import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { listOperators } from '#engine/journal/read-journal.ts';
import { operatorRoles, type Operator, type OperatorRole } from '#shared/domain/operator.ts';
import { operatorCommandText as text } from '#shared/text/cli/operator.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { chosenOperator } from '../terminal/operator.ts';
import { createTerminal, table } from '../terminal/output.ts';
import { readNewPassphrase, readPassphrase, readRecoveryKey } from '../terminal/passphrase.ts';
import { example, type AddCommand } from './command.ts';
import { workspaceOptions, type InWorkspace } from './in-workspace.ts';

interface NewPassphrase {
  newPassphraseFile?: string;
  weakPassphrase?: boolean;
}

const roleOption = (): Option => new Option('--role <role>', text.role).choices(operatorRoles).makeOptionMandatory();

const withNewPassphrase = (command: Command): Command =>
  command
    .option('--new-passphrase-file <file>', optionsText.newPassphraseFile)
    .option('--weak-passphrase', optionsText.weakPassphrase);

/** Opens the workspace with the passphrase, which some steps need a second time. */
async function open({ client, engine, terminal }: CommandContext, options: InWorkspace): Promise<string> {
  const passphrase = await readPassphrase({ passphraseFile: options.passphraseFile });
  const { grantId } = engine.grants.add(resolve(options.workspace), 'workspace-open');
  const { notices } = await client.workspaces.open({ grantId, passphrase, operator: chosenOperator() });
  for (const notice of notices) terminal.say(notice);
  return passphrase;
}

function tell({ terminal }: CommandContext, everybody: Operator[], sentence: string, json: boolean | undefined): void {
  if (json) terminal.json(everybody);
  else terminal.say(sentence);
}

function addList(command: Command, exit: (status: number) => void): void {
  const list = command
    .command('list', { isDefault: true })
    .description(text.list.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--json', optionsText.json)
    .action((options: { workspace: string; json?: boolean }) => {
      const terminal = createTerminal();
      const everybody = listOperators(options.workspace);
      if (options.json) terminal.json(everybody);
      else if (everybody.length === 0) terminal.say(text.list.nobody);
      else
        terminal.data(
          table(
            text.list.columns,
            everybody.map(({ name, role, since, left }) => [name, role, since, left ?? '']),
          ),
        );
      exit(0);
    });
  example(list, text.list.examples);
}

function addAdd(command: Command, exit: (status: number) => void): void {
  const add = withNewPassphrase(workspaceOptions(command.command('add').description(text.add.description)))
    .argument('<name>', text.name)
    .addOption(roleOption())
    .action(async (name: string, options: InWorkspace & NewPassphrase & { role: OperatorRole }) => {
      exit(
        await withContext(async (context) => {
          const own = await open(context, options);
          const everybody = await context.client.operators.add({
            name,
            role: options.role,
            own,
            passphrase: await readNewPassphrase(options.newPassphraseFile, name),
            weakAccepted: options.weakPassphrase ?? false,
          });
          tell(context, everybody, text.add.added(name, options.role), options.json);
          return 0;
        }),
      );
    });
  example(add, text.add.examples);
}

function addRoleAndLeave(command: Command, exit: (status: number) => void): void {
  const role = workspaceOptions(command.command('role').description(text.setRole.description))
    .argument('<name>', text.name)
    .addOption(roleOption())
    .requiredOption('--reason <text>', text.reason)
    .action(async (name: string, options: InWorkspace & { role: OperatorRole; reason: string }) => {
      exit(
        await withContext(async (context) => {
          await open(context, options);
          const everybody = await context.client.operators.setRole({
            name,
            role: options.role,
            reason: options.reason,
          });
          tell(context, everybody, text.setRole.done(name, options.role), options.json);
          return 0;
        }),
      );
    });
  example(role, text.setRole.examples);

  const leave = workspaceOptions(command.command('leave').description(text.leave.description))
    .argument('<name>', text.name)
    .requiredOption('--reason <text>', text.reason)
    .action(async (name: string, options: InWorkspace & { reason: string }) => {
      exit(
        await withContext(async (context) => {
          await open(context, options);
          const everybody = await context.client.operators.leave({ name, reason: options.reason });
          tell(context, everybody, text.leave.done(name), options.json);
          return 0;
        }),
      );
    });
  example(leave, text.leave.examples);
}

function addPassphrases(command: Command, exit: (status: number) => void): void {
  const passphrase = withNewPassphrase(
    workspaceOptions(command.command('passphrase').description(text.passphrase.description)),
  ).action(async (options: InWorkspace & NewPassphrase) => {
    exit(
      await withContext(async (context) => {
        const current = await open(context, options);
        const who = (await context.client.workspaces.current({}))?.operator ?? '';
        await context.client.workspaces.changePassphrase({
          current,
          next: await readNewPassphrase(options.newPassphraseFile, who),
          weakAccepted: options.weakPassphrase ?? false,
        });
        if (options.json) context.terminal.json({ operator: who });
        else context.terminal.say(text.passphrase.done(who));
        return 0;
      }),
    );
  });
  example(passphrase, text.passphrase.examples);

  const recover = withNewPassphrase(command.command('recover').description(text.recover.description))
    .argument('<name>', text.name)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--recovery-key-file <file>', text.recover.recoveryKeyFile)
    .option('--json', optionsText.json)
    .action(
      async (
        name: string,
        options: NewPassphrase & { workspace: string; recoveryKeyFile?: string; json?: boolean },
      ) => {
        exit(
          await withContext(async (context) => {
            const { grantId } = context.engine.grants.add(resolve(options.workspace), 'workspace-open');
            const recoveryKey = (await readRecoveryKey(options.recoveryKeyFile)).trim();
            const newPassphrase = await readNewPassphrase(options.newPassphraseFile, name);
            const { notices } = await context.client.workspaces.open({
              grantId,
              recoveryKey,
              operator: name,
              newPassphrase,
              weakAccepted: options.weakPassphrase ?? false,
            });
            for (const notice of notices) context.terminal.say(notice);
            tell(context, await context.client.operators.list({}), text.recover.done(name), options.json);
            return 0;
          }),
        );
      },
    );
  example(recover, text.recover.examples);
}

/** Who works in a workspace, and with which passphrase: the list is read without a key, the rest is signed. */
export const operator: AddCommand = (program, exit) => {
  const command = program.command('operator').description(text.description);
  example(command, [...text.list.examples, ...text.add.examples]);
  addList(command, exit);
  addAdd(command, exit);
  addRoleAndLeave(command, exit);
  addPassphrases(command, exit);
};
