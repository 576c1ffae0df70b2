import { Failure } from '#shared/contract/failure.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { holidaysCommandText as text } from '#shared/text/cli/policy.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { asDay } from './as-day.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';
import { asNumber } from './as-number.ts';

/** The holidays of a calendar in one year, and what the workspace takes otherwise. */
export const holidays: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('holidays')
      .description(text.description)
      .argument('<calendar>', text.calendar)
      .option('--year <year>', text.year, asNumber),
  ).action(async (calendar: string, options: InWorkspace & { year?: number }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const year = options.year ?? new Date().getUTCFullYear();
        const found = await client.policy.holidays({ calendar, year });
        if (options.json) terminal.json(found);
        else
          terminal.data(
            table(
              text.columns,
              found.days.map(({ day, holiday, change }) => [
                day,
                text.is(holiday),
                change === null ? found.source : text.setBy(change),
              ]),
            ),
          );
        return 0;
      }),
    );
  });
  example(command, text.examples);
};

interface Wish {
  add?: boolean;
  remove?: boolean;
  reset?: boolean;
  reason: string;
  workspace: string;
  passphraseFile?: string;
  json?: boolean;
}

/** @throws Failure WRONG_USAGE where not one of the three is asked for */
function wanted({ add = false, remove = false, reset = false }: Wish): boolean | null {
  if ([add, remove, reset].filter(Boolean).length !== 1) throw new Failure('WRONG_USAGE', text.set.which);
  return reset ? null : add;
}

/** Takes one day for a holiday, for none, or as it is shipped. */
export const holiday: AddCommand = (program, exit) => {
  const command = program
    .command('holiday')
    .description(text.set.description)
    .argument('<calendar>', text.calendar)
    .argument('<day>', text.set.day, asDay)
    .option('--add', text.set.add)
    .option('--remove', text.set.remove)
    .option('--reset', text.set.reset)
    .requiredOption('--reason <text>', text.set.reason)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (calendar: string, day: string, options: Wish) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          const asked = { calendar, day, holiday: wanted(options), reason: options.reason };
          await openWorkspace(options.workspace, options.passphraseFile);
          const found = await client.policy.setHoliday(asked);
          const is = found.days.find((one) => one.day === day)?.holiday ?? false;
          if (options.json) terminal.json(found);
          else terminal.say(text.set.done(calendar, day, is));
          return 0;
        }),
      );
    });
  example(command, text.set.examples);
};
