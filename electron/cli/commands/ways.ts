import { Failure } from '#shared/contract/failure.ts';
import { offeredWay, type OfferedWay } from '#shared/domain/compared-way.ts';
import { waysCommandText as text } from '#shared/text/cli/ways.ts';
import { blockingText } from '#shared/text/blocking.ts';
import { waysText } from '#shared/text/ways.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { asNumber } from './as-number.ts';
import { noiseFrom, noiseOptions, type NoiseOptions } from './noise-options.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface WaysOptions extends ReadingOptions, NoiseOptions {
  purpose: string;
  way?: string;
  tables: number;
  k: number;
  suppression: number;
  today?: string;
  json?: boolean;
}

/** @throws Failure WRONG_USAGE for a word that is no way */
function waysFrom(typed: string | undefined): OfferedWay[] | undefined {
  return typed?.split(',').map((word) => {
    const way = offeredWay.safeParse(word.trim());
    if (!way.success) throw new Failure('WRONG_USAGE', text.noWay(word, offeredWay.options));
    return way.data;
  });
}

export const ways: AddCommand = (program, exit) => {
  const command = readingOptions(
    noiseOptions(
      program
        .command('ways')
        .description(text.description)
        .argument('<file>')
        .requiredOption('--purpose <id>', text.purpose)
        .option('--way <list>', text.way)
        .option('--tables <n>', text.tables, asNumber, 1)
        .option('--k <n>', text.k, asNumber, 5)
        .option('--suppression <share>', text.suppression, asNumber, 0.05)
        .option('--today <date>', text.today)
        .option('--json', text.json),
    ),
  ).action(async (file: string, options: WaysOptions) => {
    const asked = waysFrom(options.way);
    const noise = noiseFrom(options);
    exit(
      await withContext(async (context) => {
        const found = await context.follow(
          context.client.ways.ofFile({
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            purpose: options.purpose,
            k: options.k,
            suppression: options.suppression,
            noise,
            tables: options.tables,
            ...(asked === undefined ? {} : { ways: asked }),
            ...(options.today === undefined ? {} : { referenceDate: options.today }),
          }),
        );
        if (options.json) {
          context.terminal.json(found);
          return 0;
        }
        context.terminal.data(table(waysText.heads, found.ways.map(waysText.row)));
        for (const { way, why, blocking } of found.ways) {
          for (const sentence of why) context.terminal.say(waysText.why(way, sentence));
          if (blocking !== undefined) context.terminal.say(waysText.why(way, blockingText.told(blocking, options.k)));
        }
        context.terminal.say(text.then(file, options.purpose));
        return 0;
      }),
    );
  });
  example(command, text.examples);
};
