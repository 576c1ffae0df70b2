import { verifyCommandText as text } from '#shared/text/cli/evidence.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext } from '../terminal/context.ts';
import { example, type AddCommand } from './command.ts';

export const verify: AddCommand = (program, exit) => {
  const command = program
    .command('verify')
    .description(text.description)
    .argument('<pack>', text.file)
    .option('--json', optionsText.json)
    .action(async (pack: string, options: { json?: boolean }) => {
      exit(
        await withContext(async ({ client, terminal, readGrant, follow }) => {
          const found = await follow(client.evidence.verify({ grantId: await readGrant(pack) }));
          if (options.json) terminal.json(found);
          else if (found.ok) {
            terminal.data(
              text.verifies(found.pack, found.organisation ?? '', found.asOf ?? '', found.files, found.entries),
            );
            if ((found.retentionProofs ?? 0) > 0) terminal.data(text.proofs(found.retentionProofs ?? 0));
            terminal.data(text.signed(found.madeAt ?? '', found.code ?? ''));
          } else {
            terminal.data(text.doesNot(found.pack, found.problems.length));
            for (const { file, kind, detail } of found.problems) terminal.data(text.problem(file, kind, detail));
          }
          return found.ok ? 0 : 1;
        }),
      );
    });
  example(command, text.examples);
};
