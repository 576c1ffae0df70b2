import { withContext } from '../context.ts';
import { setAside, table } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

const word = (confidence: number): string => (confidence >= 0.9 ? 'certain' : confidence >= 0.7 ? 'likely' : 'doubtful');

export const classify: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('classify')
      .description('say of every column whether it is linked PII, linkable or non-PII, and why')
      .argument('<files...>')
      .option('--policy <policy>', 'customer-tracking or gdpr-strict', 'customer-tracking')
      .option('--json', 'one JSON document on stdout: an object, or an array for several files'),
  ).action(async (files: string[], options: ReadingOptions & { policy: 'customer-tracking' | 'gdpr-strict'; json?: boolean }) => {
    exit(
      await withContext(async (context) => {
        const found = [];
        for (const file of files) found.push({ file, ...(await context.follow(context.client.files.classify({ grantId: await context.readGrant(file), options: intakeOptionsFrom(options), policy: options.policy }))) });
        if (options.json) context.terminal.json(found.length === 1 ? found[0] : found);
        else
          for (const { file, rows, rejectedRows, columns, singlingOut } of found) {
            context.terminal.say(`${file}: ${rows} rows, policy ${options.policy}`);
            if (rejectedRows > 0) context.terminal.say(`! ${setAside(rejectedRows)}`);
            context.terminal.data(
              table(
                ['column', 'class', 'type', 'confidence', 'flags', 'why'],
                columns.map((c) => [c.name.slice(0, 50), c.flags.includes('online_identifier') && c.class === 'non_pii' ? 'non_pii (online identifier)' : c.class, c.type, `${word(c.confidence)}${c.needsReview ? ', needs review' : ''}`, c.flags.join(' '), c.evidence[0]?.detail ?? '']),
              ),
            );
            for (const { columns: names, uniqueShare } of singlingOut.slice(0, 3)) context.terminal.say(`${names.join(' + ')}: ${Math.round(uniqueShare * 100)} % of rows are alone in their combination.`);
          }
        return 0;
      }),
    );
  });
  example(command, 'custos classify customers.csv', 'custos classify *.csv --json > findings.json');
};
