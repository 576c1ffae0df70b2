import password from '@inquirer/password';
import { readFileSync } from 'node:fs';
import { programText } from '#shared/text/cli/program.ts';
import { Failure } from '#shared/contract/failure.ts';

const text = programText.passphrase;

/** The passphrase from `--passphrase-file`, CUSTOS_PASSPHRASE or a prompt; never from an argument (interface.md). */
export async function readPassphrase(options: { passphraseFile?: string | undefined; confirm?: boolean }): Promise<string> {
  if (options.passphraseFile !== undefined) {
    try {
      const held = readFileSync(options.passphraseFile, 'utf8').replace(/\r?\n$/, '');
      if (held !== '') return held;
    } catch {
      throw new Failure('PASSPHRASE_MISSING', text.fileUnreadable(options.passphraseFile));
    }
    throw new Failure('PASSPHRASE_MISSING', text.fileEmpty(options.passphraseFile));
  }
  if (process.env.CUSTOS_PASSPHRASE) return process.env.CUSTOS_PASSPHRASE;
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new Failure('PASSPHRASE_MISSING', text.none);
  const ask = (message: string) => password({ message, mask: '•' }, { output: process.stderr });
  const first = await ask(text.ask);
  if (options.confirm && (await ask(text.again)) !== first) throw new Failure('PASSPHRASE_MISSING', text.differ);
  return first;
}
