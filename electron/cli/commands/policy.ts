import type { PolicyItem } from '#shared/contract/policy.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { policyCommandText as text } from '#shared/text/cli/policy.ts';
import { policyText } from '#shared/text/policy.ts';
import { withContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import { asDay } from './as-day.ts';
import { asNumber } from './as-number.ts';
import { example, type AddCommand } from './command.ts';
import { holiday, holidays } from './policy-holidays.ts';

interface InWorkspace {
  workspace: string;
  reason: string;
  passphraseFile?: string;
  json?: boolean;
}

/** One row as it holds now, after it was set or taken back. */
function tell(terminal: Terminal, item: PolicyItem, json: boolean | undefined): void {
  const value = policyText.value(item.value, item.unit);
  if (json) terminal.json(item);
  else if (item.override === null) terminal.say(text.isAsShipped(item.key, value));
  else terminal.say(text.isSet(item.key, value, policyText.value(item.row.value, item.unit)));
}

export const policy: AddCommand = (program, exit) => {
  const command = program.command('policy').description(text.description);
  example(command, [...text.list.examples, ...text.set.examples]);

  const list = command
    .command('list', { isDefault: true })
    .description(text.list.description)
    .option('--workspace <directory>', text.list.workspace)
    .option('--today <date>', text.list.today, asDay)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: { workspace?: string; today?: string; passphraseFile?: string; json?: boolean }) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          if (options.workspace !== undefined) await openWorkspace(options.workspace, options.passphraseFile);
          const items = await client.policy.list(options.today === undefined ? {} : { onDate: options.today });
          if (options.json) terminal.json(items);
          else
            terminal.data(
              table(
                text.list.columns,
                items.map(({ key, value, unit, row, override }) => [
                  key,
                  policyText.value(value, unit),
                  row.validFrom ?? '',
                  row.checkedOn,
                  override === null ? '' : text.list.setBy(override, policyText.value(row.value, unit)),
                  row.source,
                ]),
              ),
            );
          return 0;
        }),
      );
    });
  example(list, text.list.examples);

  const set = command
    .command('set')
    .description(text.set.description)
    .argument('<id>', text.id)
    .argument('<value>', text.set.value, asNumber)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .requiredOption('--reason <text>', text.reason)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (key: string, value: number, { workspace, reason, passphraseFile, json }: InWorkspace) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(workspace, passphraseFile);
          tell(terminal, await client.policy.override({ key, value, reason }), json);
          return 0;
        }),
      );
    });
  example(set, text.set.examples);

  const reset = command
    .command('reset')
    .description(text.reset.description)
    .argument('<id>', text.id)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .requiredOption('--reason <text>', text.reason)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (key: string, { workspace, reason, passphraseFile, json }: InWorkspace) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(workspace, passphraseFile);
          tell(terminal, await client.policy.reset({ key, reason }), json);
          return 0;
        }),
      );
    });
  example(reset, text.reset.examples);

  for (const add of [holidays, holiday]) add(command, exit);
};
