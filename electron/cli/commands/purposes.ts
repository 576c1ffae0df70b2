import { optionsText } from '#shared/text/cli/options.ts';
import { purposesText as text } from '#shared/text/cli/purposes.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';
import { purposeUses } from './purpose-uses.ts';

export const purposes: AddCommand = (program, exit) => {
  const command = program.command('purposes').description(text.description);
  example(command, text.allExamples);
  const list = command
    .command('list', { isDefault: true })
    .description(text.list)
    .option('--json', optionsText.json)
    .action(async (options: { json?: boolean }) => {
      exit(
        await withContext(async ({ client, terminal }) => {
          const found = await client.purposes.list({});
          if (options.json) terminal.json(found);
          else
            terminal.data(
              table(
                text.columns,
                found.map((p) => [
                  p.id,
                  p.code,
                  p.title,
                  text.days(p.retentionDays),
                  p.lawfulBases.map(({ basis }) => basis).join(', '),
                ]),
              ),
            );
          return 0;
        }),
      );
    });
  example(list, text.examples);
  purposeUses(command, exit);
};
