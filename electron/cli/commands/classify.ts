import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { inventoryText } from '#shared/domain/inventory-text.ts';
import { classifyCommandText as text } from '#shared/text/cli/classify.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { programText } from '#shared/text/cli/program.ts';
import { withContext } from '../terminal/context.ts';
import { surenessOf } from '#shared/domain/confidence.ts';
import { surenessText } from '#shared/text/window/classes.ts';
import { table } from '../terminal/output.ts';
import { writeWhole } from '../terminal/write-whole.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

export const classify: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('classify')
      .description(text.description)
      .argument('<files...>')
      .option('--policy <policy>', optionsText.policy, 'customer-tracking')
      .option('--inventory <file>', text.inventory)
      .option('--force', text.force)
      .option('--json', text.json),
  ).action(
    async (
      files: string[],
      options: ReadingOptions & {
        policy: 'customer-tracking' | 'gdpr-strict';
        json?: boolean;
        inventory?: string;
        force?: boolean;
      },
    ) => {
      exit(
        await withContext(async (context) => {
          const target = options.inventory;
          if (target !== undefined && files.length > 1) throw new Failure('WRONG_USAGE', text.oneFile);
          if (target !== undefined)
            context.guard({ outputs: [{ path: target }], inputs: { source: files }, force: options.force ?? false });
          const found = [];
          for (const file of files)
            found.push({
              file,
              ...(await context.follow(
                context.client.files.classify({
                  grantId: await context.readGrant(file),
                  options: intakeOptionsFrom(options),
                  policy: options.policy,
                }),
              )),
            });
          const [only] = found;
          if (target !== undefined && only) {
            await writeWhole(
              target,
              inventoryText(
                target,
                {
                  dataset: basename(only.file),
                  source: basename(only.file),
                  sha256: null,
                  channel: only.channel,
                  informedHow: only.source?.informedHow ?? '',
                },
                only.inventory,
              ),
            );
            context.terminal.say(text.inventoryWritten(target, only.inventory.length));
          }
          if (options.json) context.terminal.json(found.length === 1 ? found[0] : found);
          else
            for (const { file, rows, rejectedRows, warnings, columns, singlingOut, source } of found) {
              context.terminal.say(text.head(file, rows, options.policy));
              if (source) context.terminal.say(text.source(source.label, source.reason));
              if (rejectedRows > 0) context.terminal.say(programText.remark(programText.setAside(rejectedRows)));
              for (const warning of warnings) context.terminal.say(programText.remark(warning));
              context.terminal.data(
                table(
                  text.columns,
                  columns.map((c) => [
                    c.name.length > 50 ? `${c.name.slice(0, 49)}…` : c.name,
                    c.flags.includes('online_identifier') && c.class === 'non_pii' ? text.online : c.class,
                    c.type,
                    c.needsReview
                      ? text.inDoubt(surenessText[surenessOf(c.confidence)])
                      : surenessText[surenessOf(c.confidence)],
                    c.flags.join(' '),
                    c.evidence[0]?.detail ?? '',
                  ]),
                ),
              );
              for (const { columns: names, uniqueShare } of singlingOut.slice(0, 3))
                context.terminal.say(text.alone(names, uniqueShare));
            }
          return 0;
        }),
      );
    },
  );
  example(command, text.examples);
};
