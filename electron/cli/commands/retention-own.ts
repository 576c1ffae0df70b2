import { Failure } from '#shared/contract/failure.ts';
import { ownRuleId, retentionAction, retentionStarts, type RetentionStart } from '#shared/domain/retention.ts';
import { retentionCommandText as text } from '#shared/text/cli/retention.ts';
import { asPeriod } from './as-period.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';
import { retentionRuleMeant } from './retention-rule-meant.ts';

interface AddOptions extends InWorkspace {
  kinds?: string;
  rows?: boolean;
  start?: string;
  from?: string;
  keep: string;
  grace?: string;
  action?: string;
  law: string;
  change?: string;
  reason: string;
}

const listOf = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const starts = retentionStarts.filter((start) => start !== 'columns');

/** From when the period counts. @throws Failure WRONG_USAGE that names all */
function startMeant({ start, from, rows = false }: AddOptions): RetentionStart {
  if (from !== undefined) return 'columns';
  if (start === undefined) return rows ? 'last-act' : 'first-seen';
  const found = starts.find((one) => one === start);
  if (found === undefined) throw new Failure('WRONG_USAGE', text.add.noStart(start, starts));
  return found;
}

const add: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('add')
      .description(text.add.description)
      .argument('<title>', text.add.title)
      .option('--kinds <types>', text.add.kinds)
      .option('--rows', text.add.rows)
      .option('--start <event>', text.add.start(starts))
      .option('--from <columns>', text.add.from)
      .requiredOption('--keep <period>', text.add.keep, asPeriod)
      .option('--grace <period>', text.set.grace, asPeriod)
      .option('--action <action>', text.set.action)
      .requiredOption('--law <text>', text.set.law)
      .option('--change <rule>', text.add.change)
      .requiredOption('--reason <text>', text.reason),
  ).action(async (title: string, options: AddOptions) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const { kinds, rows = false, from, keep, grace, law, change, reason } = options;
        const action = retentionAction.safeParse(options.action ?? (rows ? 'delete' : 'empty'));
        if (!action.success) throw new Failure('WRONG_USAGE', text.set.action);
        const changed = change === undefined ? null : await ownRuleMeant(client, change);
        const made = await client.retention.define({
          ...(changed === null ? {} : { rule: changed }),
          title,
          about: rows ? 'rows' : 'cells',
          types: listOf(kinds),
          start: startMeant(options),
          columns: listOf(from),
          duration: keep,
          grace: grace ?? null,
          action: action.data,
          legalReason: law,
          reason,
        });
        if (options.json) terminal.json(made);
        else {
          const period = text.period(made.duration, made.grace);
          terminal.say(text.add.done(made.title, made.id, period, text.actions[made.action]));
        }
        return 0;
      }),
    );
  });
  example(command, text.add.examples);
};

/** A rule of one's own by its id or name. @throws Failure WRONG_USAGE for one that is shipped, or none */
async function ownRuleMeant(client: Parameters<typeof retentionRuleMeant>[0], typed: string) {
  const { success, data } = ownRuleId.safeParse(await retentionRuleMeant(client, typed));
  if (!success) throw new Failure('WRONG_USAGE', text.remove.shipped(typed));
  return data;
}

const remove: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('remove')
      .description(text.remove.description)
      .argument('<rule>', text.remove.rule)
      .requiredOption('--reason <text>', text.reason),
  ).action(async (typed: string, options: InWorkspace & { reason: string }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const rule = await ownRuleMeant(client, typed);
        const gone = await client.retention.withdraw({ rule, reason: options.reason });
        if (options.json) terminal.json(gone);
        else terminal.say(text.remove.done(gone.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.remove.examples);
};

/** Rules of one's own: made or said anew, and taken away. */
export const retentionOwn: readonly AddCommand[] = [add, remove];
