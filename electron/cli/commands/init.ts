import { resolve } from 'node:path';
import { accountName } from '#engine/state/account-name.ts';
import { withContext } from '../context.ts';
import { readPassphrase } from '../terminal/passphrase.ts';
import { example, type AddCommand } from './command.ts';

export const init: AddCommand = (program, exit) => {
  const command = program
    .command('init')
    .description('make a workspace; prints its recovery key once')
    .argument('<directory>', 'folder to make, NAME.custos')
    .option('--organisation <name>', 'controller named in the register', '')
    .option('--operator <name>', 'who works here (default: the name of this account)', accountName())
    .option('--policy <policy>', 'customer-tracking or gdpr-strict', 'customer-tracking')
    .option('--passphrase-file <file>', 'file holding the passphrase')
    .option('--json', 'one JSON document on stdout')
    .action(async (directory: string, options: { organisation: string; operator: string; policy: 'customer-tracking' | 'gdpr-strict'; passphraseFile?: string; json?: boolean }) => {
      exit(
        await withContext(async ({ client, engine, terminal }) => {
          const passphrase = await readPassphrase({ passphraseFile: options.passphraseFile, confirm: true });
          const { grantId, path } = engine.grants.add(resolve(directory), 'workspace-create');
          const { workspace, recoveryKey } = await client.workspaces.create({ grantId, passphrase, organisation: options.organisation, operator: options.operator, policy: options.policy });
          if (options.json) terminal.json({ workspace: path, id: workspace.id, policy: workspace.policy, operator: workspace.operator, recoveryKey });
          else {
            terminal.say(`Made the workspace ${path} (policy ${workspace.policy}, operator ${workspace.operator}).`);
            terminal.say('Recovery key, shown this once; write it down and keep it apart from the workspace:');
            terminal.data(recoveryKey);
          }
          return 0;
        }),
      );
    });
  example(command, 'CUSTOS_PASSPHRASE=… custos init Acme.custos --organisation "Acme Ltd"');
};
