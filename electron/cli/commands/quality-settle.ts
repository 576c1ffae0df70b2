import { Option } from 'commander';
import { Failure } from '#shared/contract/failure.ts';
import { settledWays, type SettledWay } from '#shared/domain/quality.ts';
import { qualityCommandText as text } from '#shared/text/cli/quality.ts';
import { asDay } from './as-day.ts';
import { example, type AddCommand } from './command.ts';
import { shownFromOne } from './quality-rows.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';
import { wholeNumber } from './whole-number.ts';

interface OfDataset extends InWorkspace {
  dataset: string;
  reason: string;
}

/** What becomes of a finding. */
export const qualitySettle: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('settle')
      .description(text.settle.description)
      .argument('<check>', text.settle.check)
      .requiredOption('--dataset <dataset>', text.dataset)
      .addOption(new Option('--how <way>', text.settle.how).choices(settledWays).makeOptionMandatory())
      .option('--until <day>', text.settle.until, asDay)
      .requiredOption('--reason <text>', text.settle.reason),
  ).action(async (check: string, options: OfDataset & { how: SettledWay; until?: string }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal, engine }) => {
        const datasetId = await engine.findDataset(options.dataset);
        const { how: way, until, reason } = options;
        const shown = await client.quality.settle({ datasetId, check, way, reason, until });
        if (options.json) terminal.json(shownFromOne(shown));
        else terminal.say(text.settle.done);
        return 0;
      }),
    );
  });
  example(command, text.settle.examples);
};

/** How often a dataset is checked. */
export const qualitySchedule: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('schedule')
      .description(text.schedule.description)
      .requiredOption('--dataset <dataset>', text.dataset)
      .option('--every <days>', text.schedule.every, wholeNumber)
      .option('--fresh <days>', text.schedule.fresh, wholeNumber)
      .requiredOption('--reason <text>', text.settle.reason),
  ).action(async (options: OfDataset & { every?: number; fresh?: number }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal, engine }) => {
        const { every: everyDays, fresh: freshDays, reason } = options;
        if (everyDays === undefined && freshDays === undefined) throw new Failure('WRONG_USAGE', text.schedule.none);
        const datasetId = await engine.findDataset(options.dataset);
        const shown = await client.quality.schedule({ datasetId, everyDays, freshDays, reason });
        if (options.json) terminal.json(shownFromOne(shown));
        else terminal.say(text.next(shown.everyDays, shown.next, shown.overdue));
        return 0;
      }),
    );
  });
  example(command, text.schedule.examples);
};
