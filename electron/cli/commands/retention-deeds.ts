import { Failure } from '#shared/contract/failure.ts';
import { retentionAction, type UndatedDecision } from '#shared/domain/retention.ts';
import { retentionCommandText as text } from '#shared/text/cli/retention.ts';
import { asDay } from './as-day.ts';
import { asPeriod } from './as-period.ts';
import { example, type AddCommand } from './command.ts';
import { identifiersFrom } from './identifiers-from.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';
import { retentionRuleMeant } from './retention-rule-meant.ts';

interface SetOptions extends InWorkspace {
  keep?: string;
  grace?: string;
  action?: string;
  law?: string;
  reason: string;
}

const set: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('set')
      .description(text.set.description)
      .argument('<rule>', text.set.rule)
      .option('--keep <period>', text.set.keep, asPeriod)
      .option('--grace <period>', text.set.grace, asPeriod)
      .option('--action <action>', text.set.action)
      .option('--law <text>', text.set.law)
      .requiredOption('--reason <text>', text.reason),
  ).action(async (rule: string, options: SetOptions) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const { keep, grace, action, law, reason } = options;
        const meant = action === undefined ? undefined : retentionAction.safeParse(action);
        if (meant?.success === false) throw new Failure('WRONG_USAGE', text.set.action);
        const decided = await client.retention.decide({
          rule: await retentionRuleMeant(client, rule),
          reason,
          ...(keep === undefined ? {} : { duration: keep }),
          ...(grace === undefined ? {} : { grace }),
          ...(meant === undefined ? {} : { action: meant.data }),
          ...(law === undefined ? {} : { legalReason: law }),
        });
        if (options.json) terminal.json(decided);
        else {
          const period = text.period(decided.duration, decided.grace);
          terminal.say(text.set.done(decided.title, period, text.actions[decided.action]));
        }
        return 0;
      }),
    );
  });
  example(command, text.set.examples);
};

interface BindOptions extends InWorkspace {
  dataset: string;
  column?: string;
  from?: string;
  not?: boolean;
  undated?: string;
  reason: string;
}

/** Words for what becomes of rows without a date; anything else is the day until which they stay. */
const asUndated: Record<string, UndatedDecision> = { over: { as: 'over' }, import: { as: 'import' } };

const bind: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('bind')
      .description(text.bind.description)
      .argument('<rule>', text.set.rule)
      .requiredOption('--dataset <name>', text.dataset)
      .option('--column <name>', text.bind.column)
      .option('--from <columns>', text.bind.from)
      .option('--not', text.bind.not)
      .option('--undated <what>', text.bind.undated, (typed) =>
        Object.hasOwn(asUndated, typed) ? typed : asDay(typed),
      )
      .requiredOption('--reason <text>', text.reason),
  ).action(async (rule: string, options: BindOptions) => {
    exit(
      await inWorkspace(options, async ({ client, terminal, engine }) => {
        const { dataset, column = '', from, not = false, undated, reason } = options;
        const starts = from?.split(',').map((name) => name.trim());
        const bound = await client.retention.bindTo({
          datasetId: await engine.findDataset(dataset),
          rule: await retentionRuleMeant(client, rule),
          column,
          applies: !not,
          reason,
          ...(starts === undefined ? {} : { starts }),
          ...(undated === undefined ? {} : { undated: asUndated[undated] ?? { as: 'kept' as const, until: undated } }),
        });
        if (options.json) terminal.json(bound);
        else terminal.say(text.bind.done(rule, dataset, bound.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.bind.examples);
};

interface HoldOptions extends InWorkspace {
  dataset?: string;
  rule?: string;
  people?: string[];
  until: string;
  law: string;
  reason: string;
}

const hold: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('hold')
      .description(text.hold.description)
      .option('--dataset <name>', text.dataset)
      .option('--rule <id>', text.hold.rule)
      .option('--people <values...>', text.hold.people)
      .requiredOption('--until <date>', text.hold.until, asDay)
      .requiredOption('--law <text>', text.hold.law)
      .requiredOption('--reason <text>', text.reason),
  ).action(async (options: HoldOptions) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { client, terminal, engine } = context;
        const { dataset, rule, until, law: citation, reason } = options;
        const people = options.people === undefined ? undefined : await identifiersFrom(context, options.people);
        const held = await client.retention.hold({
          datasetId: dataset === undefined ? null : await engine.findDataset(dataset),
          rule: rule === undefined ? null : await retentionRuleMeant(client, rule),
          citation,
          until,
          ...(people === undefined ? {} : { people }),
          reason,
        });
        if (options.json) terminal.json(held);
        else terminal.say(text.hold.done(held.id, held.until));
        return 0;
      }),
    );
  });
  example(command, text.hold.examples);
};

const lift: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('lift')
      .description(text.lift.description)
      .argument('<hold>', text.lift.id)
      .requiredOption('--reason <text>', text.reason),
  ).action(async (holdId: string, options: InWorkspace & { reason: string }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const lifted = await client.retention.lift({ holdId, reason: options.reason });
        if (options.json) terminal.json(lifted);
        else terminal.say(text.lift.done(lifted.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.lift.examples);
};

/** What decides: how long, from which column, and what is held. */
export const retentionDeeds: readonly AddCommand[] = [set, bind, hold, lift];
