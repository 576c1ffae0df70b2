import { withContext } from '../context.ts';
import { table } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

export const profile: AddCommand = (program, exit) => {
  const command = readingOptions(
    program.command('profile').description('rows; per column type, nulls, distinct values, range').argument('<file>').option('--examples', 'show ranges and most frequent values too: these are personal data').option('--json', 'one JSON document on stdout'),
  ).action(async (file: string, options: ReadingOptions & { examples?: boolean; json?: boolean }) => {
    exit(
      await withContext(async (context) => {
        const found = await context.follow(context.client.files.profile({ grantId: await context.readGrant(file), options: intakeOptionsFrom(options), examples: options.examples ?? false }));
        if (options.json) context.terminal.json({ file, ...found });
        else {
          context.terminal.say(`${found.rows} rows, ${found.rejectedRows} set aside, ${found.columns.length} columns`);
          context.terminal.data(
            table(
              ['column', 'type', 'nulls', 'distinct', 'length', ...(options.examples ? ['min', 'max'] : [])],
              found.columns.map((c) => [c.name.slice(0, 60), c.valueType, c.nulls, `${c.distinctIsApproximate ? '~' : ''}${c.distinct}`, `${c.minLength}–${c.maxLength}`, ...(options.examples ? [c.min ?? '', c.max ?? ''] : [])]),
            ),
          );
        }
        return 0;
      }),
    );
  });
  example(command, 'custos profile customers.csv --json');
};
