import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Failure } from '#shared/contract/failure.ts';
import { inventoryText } from '#shared/domain/inventory-text.ts';
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
      .option('--inventory <file>', 'write what the file tracks about people, what it reveals and how finely, as CSV or JSON')
      .option('--force', 'replace the inventory’s file where it exists')
      .option('--json', 'one JSON document on stdout: an object, or an array for several files'),
  ).action(async (files: string[], options: ReadingOptions & { policy: 'customer-tracking' | 'gdpr-strict'; json?: boolean; inventory?: string; force?: boolean }) => {
    exit(
      await withContext(async (context) => {
        const target = options.inventory;
        if (target !== undefined && files.length > 1) throw new Failure('WRONG_USAGE', 'An inventory is that of one file: give one file, or leave out --inventory.');
        if (target !== undefined && existsSync(target) && options.force !== true) throw new Failure('TARGET_EXISTS', `${target} exists already. Choose another name, or give --force to replace it.`);
        const found = [];
        for (const file of files) found.push({ file, ...(await context.follow(context.client.files.classify({ grantId: await context.readGrant(file), options: intakeOptionsFrom(options), policy: options.policy }))) });
        const [only] = found;
        if (target !== undefined && only) {
          await writeFileAtomic(target, inventoryText(target, { dataset: basename(only.file), source: basename(only.file), sha256: null, channel: only.channel, informedHow: only.source?.informedHow ?? '' }, only.inventory));
          context.terminal.say(`${target}: ${only.inventory.length} things tracked.`);
        }
        if (options.json) context.terminal.json(found.length === 1 ? found[0] : found);
        else
          for (const { file, rows, rejectedRows, columns, singlingOut, source } of found) {
            context.terminal.say(`${file}: ${rows} rows, policy ${options.policy}`);
            if (source) context.terminal.say(`${source.label}. ${source.reason}`);
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
  example(command, 'custos classify customers.csv', 'custos classify *.csv --json > findings.json', 'custos classify visits.log --inventory tracked.csv');
};
