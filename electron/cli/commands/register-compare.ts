import type { Command } from 'commander';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerCompareText as text } from '#shared/text/cli/register-compare.ts';
import { differencesText } from '#shared/text/register/differences.ts';
import { withContext } from '../terminal/context.ts';
import { example } from './command.ts';

interface CompareOptions {
  workspace: string;
  passphraseFile?: string;
  json?: boolean;
}

/** `custos register compare`: exit 1 where the data show what the register does not say. */
export function addCompare(register: Command, exit: (status: number) => void): void {
  const command = register
    .command('compare')
    .description(text.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async ({ workspace, passphraseFile, json }: CompareOptions) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(workspace, passphraseFile);
          const found = await client.records.differences({});
          const { differences, notJudged, advice, compared } = found;
          if (json) terminal.json(found);
          else {
            for (const difference of differences) {
              const { rule, place, entry } = difference;
              terminal.data(text.difference(rule, differencesText.says(difference), place?.ref ?? null, entry));
              terminal.data(text.fix(differencesText.fix(difference)));
            }
            for (const each of notJudged) terminal.data(text.notJudged(differencesText.notJudged(each)));
            for (const each of advice) terminal.data(text.advice(differencesText.advice(each)));
            terminal.say(text.sum(differences.length, compared, notJudged.length));
          }
          return differences.length === 0 ? 0 : 1;
        }),
      );
    });
  example(command, text.examples);
}
