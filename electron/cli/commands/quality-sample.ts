import { InvalidArgumentError } from 'commander';
import type { SampleMark } from '#shared/domain/quality.ts';
import { qualityCommandText as text } from '#shared/text/cli/quality.ts';
import { qualityText } from '#shared/text/quality.ts';
import type { CommandContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { columnList, example, type AddCommand } from './command.ts';
import { sampleFromOne } from './quality-rows.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';
import { wholeNumber } from './whole-number.ts';
import type { Command } from 'commander';

interface SampleOptions extends InWorkspace {
  dataset: string;
  size: number;
  seed: number;
  columns?: string[];
}

const sampleOptions = (command: Command): Command =>
  workspaceOptions(
    command
      .requiredOption('--dataset <dataset>', text.dataset)
      .requiredOption('--size <rows>', text.sample.size, wholeNumber)
      .requiredOption('--seed <number>', text.sample.seed, wholeNumber)
      .option('--columns <names>', text.sample.columns, columnList),
  );

/** The sample that is meant, in the contract's form. */
async function sampleFrom({ client, engine }: CommandContext, { dataset, size, seed, columns }: SampleOptions) {
  const datasetId = await engine.findDataset(dataset);
  const all = (await client.datasets.list({})).find(({ id }) => id === datasetId)?.columns ?? [];
  return { datasetId, size, seed, columns: columns ?? all.map(({ name }) => name) };
}

export const qualitySample: AddCommand = (program, exit) => {
  const command = sampleOptions(program.command('sample').description(text.sample.description)).action(
    async (options: SampleOptions) => {
      exit(
        await inWorkspace(options, async (context) => {
          const { client, terminal } = context;
          const drawn = sampleFromOne(await client.quality.draw(await sampleFrom(context, options)));
          if (options.json) terminal.json(drawn);
          else {
            const rows = drawn.rows.map(({ row, cells }) => [`${row}`, ...cells.map((cell) => cell.text ?? '')]);
            terminal.data(table([text.sample.row, ...drawn.columns], rows));
            terminal.say(text.sample.done(drawn.rows.length));
          }
          return 0;
        }),
      );
    },
  );
  example(command, text.sample.examples);
};

/** Row numbers from 1 as they are listed, as rows from 0. */
const rowList = (typed: string): number[] =>
  columnList(typed).map((word) => {
    if (!/^[1-9]\d{0,14}$/.test(word)) throw new InvalidArgumentError(text.audit.badRow(word));
    return Number(word) - 1;
  });

export const qualityAudit: AddCommand = (program, exit) => {
  const command = sampleOptions(program.command('audit').description(text.audit.description))
    .option('--wrong <rows>', text.audit.wrong, rowList)
    .option('--cannot-tell <rows>', text.audit.cannotTell, rowList)
    .action(async (options: SampleOptions & { wrong?: number[]; cannotTell?: number[] }) => {
      exit(
        await inWorkspace(options, async (context) => {
          const { client, terminal } = context;
          const sample = await sampleFrom(context, options);
          const { wrong = [], cannotTell = [] } = options;
          const named = [
            ...wrong.map((row) => ({ row, mark: 'wrong' as SampleMark })),
            ...cannotTell.map((row) => ({ row, mark: 'cannot-tell' as SampleMark })),
          ];
          const { rows } = await client.quality.draw(sample);
          const others = rows.filter(({ row }) => !named.some((mark) => mark.row === row));
          const marks = [...named, ...others.map(({ row }) => ({ row, mark: 'right' as SampleMark }))];
          const audit = await client.quality.audit({ ...sample, marks });
          if (options.json) terminal.json(audit);
          else {
            const { interval, right, wrong: found } = audit;
            terminal.say(
              interval === null
                ? text.audit.noneTold
                : qualityText.audited(found, right + found, interval.low, interval.high),
            );
            terminal.say(text.audit.done(audit.entry));
          }
          return 0;
        }),
      );
    });
  example(command, text.audit.examples);
};
