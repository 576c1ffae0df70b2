import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import { Failure } from '#shared/contract/failure.ts';
import { cipherAlphabets, type CipherAlphabet } from '#shared/contract/tokens.ts';
import { decipherText as text } from '#shared/text/cli/decipher.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

interface Decipher extends InWorkspace {
  purpose?: string;
  key?: string;
  alphabet: CipherAlphabet;
}

const most = 10_000;
/** Bytes that so many values fit into. */
const mostTyped = 2_000_000;

export const decipher: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('decipher')
      .description(text.description)
      .argument('<values...>', text.values)
      .option('--purpose <id>', text.purpose)
      .option('--key <name>', text.key)
      .addOption(new Option('--alphabet <name>', text.alphabet).choices(cipherAlphabets).default('digits')),
  ).action(async (typed: string[], { purpose, key, alphabet, ...options }: Decipher) => {
    if ((purpose === undefined) === (key === undefined)) throw new Failure('WRONG_USAGE', text.oneOf);
    exit(
      await inWorkspace(options, async (context) => {
        const lines = typed.includes('-') ? readFileSync(await context.stdinFile(mostTyped), 'utf8').split('\n') : [];
        const values = [...typed.filter((value) => value !== '-'), ...lines]
          .map((value) => value.trim())
          .filter((value) => value !== '');
        if (values.length === 0) throw new Failure('WRONG_USAGE', text.none);
        if (values.length > most) throw new Failure('WRONG_USAGE', text.tooMany(most));
        const found = await context.client.tokens.decipher({
          alphabet,
          values,
          ...(purpose !== undefined && { purpose }),
          ...(key !== undefined && { key }),
        });
        const pairs = values.map((value, at) => ({ enciphered: value, value: found.values[at] ?? null }));
        if (options.json) context.terminal.json(pairs);
        else {
          context.terminal.data(
            table(
              text.heads,
              pairs.map(({ enciphered, value }) => [enciphered, value ?? text.unknown]),
            ),
          );
          context.terminal.say(text.unchecked);
        }
        return found.values.every((value) => value !== null) ? 0 : 1;
      }),
    );
  });
  example(command, text.examples);
};
