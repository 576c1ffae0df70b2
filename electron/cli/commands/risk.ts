import { optionsText } from '#shared/text/cli/options.ts';
import { riskCommandText as text } from '#shared/text/cli/risk.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { asNumber } from './as-number.ts';
import {
  columnList,
  example,
  intakeOptionsFrom,
  readingOptions,
  type AddCommand,
  type ReadingOptions,
} from './command.ts';

export const risk: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('risk')
      .description(text.description)
      .argument('<file>')
      .option('--qi <columns>', text.qi, columnList)
      .option('--sensitive <columns>', text.sensitive, columnList)
      .option('--person <column>', text.person)
      .option('--k <n>', text.k, asNumber)
      .option('--json', optionsText.json),
  ).action(
    async (
      file: string,
      options: ReadingOptions & { qi?: string[]; sensitive?: string[]; person?: string; k?: number; json?: boolean },
    ) => {
      exit(
        await withContext(async (context) => {
          const found = await context.follow(
            context.client.files.risk({
              grantId: await context.readGrant(file),
              options: intakeOptionsFrom(options),
              sensitive: options.sensitive ?? [],
              person: options.person,
              k: options.k,
              ...(options.qi ? { qi: options.qi } : {}),
            }),
          );
          if (options.json) context.terminal.json(found);
          else {
            context.terminal.say(text.over(found.qi));
            for (const sentence of [...text.used(found.columns ?? []), ...(found.notes ?? [])])
              context.terminal.say(sentence);
            context.terminal.data(
              table(text.columns, [
                [text.measures.rows, found.rows],
                ...(found.suppressedRows ? [[text.measures.suppressed, found.suppressedRows]] : []),
                [text.measures.k, found.k],
                [text.measures.counts, found.counts ?? 'rows'],
                [text.measures.classes, found.classes],
                [text.measures.averageClassSize, found.averageClassSize.toFixed(2)],
                [text.measures.unique, text.unique(found.unique.rows, found.unique.share)],
                ...(found.below ? [[text.measures.below(found.below.k), text.below(found.below)]] : []),
                [text.measures.highest, text.percent(found.prosecutor.max)],
                [text.measures.average, text.percent(found.prosecutor.average)],
                ...Object.entries(found.l).map(([name, l]) => [text.l(name), text.lValue(l.distinct, l.entropy)]),
                ...Object.entries(found.t).map(([name, t]) => [text.t(name), t.toFixed(3)]),
              ]),
            );
          }
          return 0;
        }),
      );
    },
  );
  example(command, text.examples);
};
