import { Failure } from '#shared/contract/failure.ts';
import { dueKinds, type DueKind } from '#shared/domain/due.ts';
import { timeLeft } from '#shared/domain/due-order.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { dueCommandText as text } from '#shared/text/cli/due.ts';
import { dueText, timeLeftShort } from '#shared/text/engine/due.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { asDay } from './as-day.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

const snooze: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('snooze')
      .description(text.snooze.description)
      .argument('<kind>', text.snooze.kind)
      .argument('<id>', text.snooze.id)
      .requiredOption('--until <day>', text.snooze.until, asDay)
      .requiredOption('--reason <text>', text.snooze.reason),
  ).action(async (kind: string, id: string, options: InWorkspace & { until: string; reason: string }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const { until, reason } = options;
        const shown = await client.due.snooze({ kind: kind as DueKind, id, until, reason });
        if (options.json) terminal.json(shown);
        else terminal.say(text.snooze.done);
        return 0;
      }),
    );
  });
  command.registeredArguments[0]!.choices(dueKinds);
  example(command, text.snooze.examples);
};

/** Everything that is due, and a calendar of it. */
export const due: AddCommand = (program, exit) => {
  const command = program
    .command('due')
    .description(text.description)
    .option('--ics <file>', text.ics)
    .option('--force', text.force)
    // What stands under it takes its own: one that was asked for here would be asked for there, too.
    .option('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: Partial<InWorkspace> & { ics?: string; force?: boolean }) => {
      exit(
        await withContext(async (context) => {
          const { client, terminal, writeGrant } = context;
          const { ics, workspace, passphraseFile, force = false } = options;
          if (workspace === undefined) throw new Failure('WRONG_USAGE', text.which);
          context.guard({
            outputs: ics === undefined ? [] : [{ path: ics }],
            inputs: { passphrase: passphraseFile },
            workspace,
            force,
          });
          await context.openWorkspace(workspace, passphraseFile);
          const shown = await client.due.list({});
          const made = ics === undefined ? null : await client.due.calendar({ grantId: writeGrant(ics) });
          if (options.json) terminal.json(made === null ? shown : { ...shown, calendar: { ...made, output: ics } });
          else {
            const rows = shown.items.map(({ at, what, kind, id, ref }) => [
              at,
              timeLeftShort(timeLeft(at, shown.now)),
              dueText.calendar.title(ref, what),
              kind,
              id,
            ]);
            if (rows.length > 0) terminal.data(table(text.heads, rows));
            else terminal.say(text.none);
            for (const { what, until, reason } of shown.snoozed) terminal.say(text.snoozed(what, until, reason));
            for (const { why } of shown.notComputed) terminal.say(why);
            if (made !== null) terminal.say(text.written(made.fileName, made.due, made.done, made.registerEntry));
          }
          return 0;
        }),
      );
    });
  example(command, text.examples);
  snooze(command, exit);
};
