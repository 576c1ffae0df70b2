import { resolve } from 'node:path';
import { accountName } from '#engine/machine/account-name.ts';
import { workspacePath } from '#shared/domain/workspace-path.ts';
import { initText as text } from '#shared/text/cli/init.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext } from '../terminal/context.ts';
import { readPassphrase } from '../terminal/passphrase.ts';
import { example, type AddCommand } from './command.ts';

export const init: AddCommand = (program, exit) => {
  const command = program
    .command('init')
    .description(text.description)
    .argument('<directory>', text.directory)
    .option('--organisation <name>', text.organisation, '')
    .option('--operator <name>', text.operator, accountName())
    .option('--policy <policy>', optionsText.policy, 'customer-tracking')
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--weak-passphrase', optionsText.weakPassphrase)
    .option('--json', optionsText.json)
    .action(
      async (
        directory: string,
        options: {
          organisation: string;
          operator: string;
          policy: 'customer-tracking' | 'gdpr-strict';
          passphraseFile?: string;
          weakPassphrase?: boolean;
          json?: boolean;
        },
      ) => {
        exit(
          await withContext(async ({ client, engine, terminal }) => {
            const passphrase = await readPassphrase({ passphraseFile: options.passphraseFile, confirm: true });
            const { grantId, path } = engine.grants.add(workspacePath(resolve(directory)), 'workspace-create');
            const { workspace, recoveryKey } = await client.workspaces.create({
              grantId,
              passphrase,
              weakAccepted: options.weakPassphrase ?? false,
              organisation: options.organisation,
              operator: options.operator,
              policy: options.policy,
            });
            if (options.json)
              terminal.json({
                workspace: path,
                id: workspace.id,
                policy: workspace.policy,
                operator: workspace.operator,
                recoveryKey,
              });
            else {
              terminal.say(text.made(path, workspace.policy, workspace.operator));
              if (workspace.organisation !== '') terminal.say(text.organisationBegun(workspace.organisation));
              terminal.say(text.recoveryKey);
              terminal.data(recoveryKey);
            }
            return 0;
          }),
        );
      },
    );
  example(command, text.examples);
};
