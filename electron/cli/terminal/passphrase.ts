import password from '@inquirer/password';
import { readFileSync } from 'node:fs';
import { Failure } from '#shared/contract/failure.ts';

/** The passphrase from `--passphrase-file`, CUSTOS_PASSPHRASE or a prompt; never from an argument (interface.md). */
export async function readPassphrase(options: { passphraseFile?: string | undefined; confirm?: boolean }): Promise<string> {
  if (options.passphraseFile !== undefined) {
    try {
      const text = readFileSync(options.passphraseFile, 'utf8').replace(/\r?\n$/, '');
      if (text !== '') return text;
    } catch {
      throw new Failure('PASSPHRASE_MISSING', `The passphrase file ${options.passphraseFile} cannot be read. Check its name and permissions.`);
    }
    throw new Failure('PASSPHRASE_MISSING', `The passphrase file ${options.passphraseFile} is empty.`);
  }
  if (process.env.CUSTOS_PASSPHRASE) return process.env.CUSTOS_PASSPHRASE;
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new Failure('PASSPHRASE_MISSING', 'No passphrase: give --passphrase-file FILE or set CUSTOS_PASSPHRASE, or run this on a terminal to be asked.');
  const ask = (message: string) => password({ message, mask: '•' }, { output: process.stderr });
  const first = await ask('Passphrase of the workspace');
  if (options.confirm && (await ask('Once more')) !== first) throw new Failure('PASSPHRASE_MISSING', 'The two passphrases differ; nothing was made.');
  return first;
}
