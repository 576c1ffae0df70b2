import password from '@inquirer/password';
import { programText } from '#shared/text/cli/program.ts';
import { Failure } from '#shared/contract/failure.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';

const text = programText.passphrase;

/** Nobody types more, and a device has no end. */
const longest = 65_536;

/** A pipe is welcome: a password manager writes into one. */
async function readHeld(file: string): Promise<string> {
  try {
    return (await readBounded(file, longest, { regular: false })).toString('utf8');
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Failure('PASSPHRASE_MISSING', text.fileUnreadable[error.why](file));
    throw error;
  }
}

/** The passphrase from `--passphrase-file`, CUSTOS_PASSPHRASE or a prompt; never from an argument (interface.md). */
export async function readPassphrase(options: {
  passphraseFile?: string | undefined;
  confirm?: boolean;
}): Promise<string> {
  if (options.passphraseFile !== undefined) {
    const held = (await readHeld(options.passphraseFile)).replace(/\r?\n$/, '');
    if (held === '') throw new Failure('PASSPHRASE_MISSING', text.fileEmpty(options.passphraseFile));
    return held;
  }
  if (process.env.CUSTOS_PASSPHRASE) return process.env.CUSTOS_PASSPHRASE;
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new Failure('PASSPHRASE_MISSING', text.none);
  const ask = (message: string) => password({ message, mask: '•' }, { output: process.stderr });
  const first = await ask(text.ask);
  if (options.confirm && (await ask(text.again)) !== first) throw new Failure('PASSPHRASE_MISSING', text.differ);
  return first;
}
