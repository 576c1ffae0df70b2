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

interface Sources {
  file: string | undefined;
  /** Name of the environment variable that may hold it. */
  variable: string;
  /** What is asked for on a terminal; twice where it is new. */
  ask: string;
  confirm: boolean;
  /** What is said where there is no source. */
  none: string;
}

async function readFrom({ file, variable, ask: question, confirm, none }: Sources): Promise<string> {
  if (file !== undefined) {
    const held = (await readHeld(file)).replace(/\r?\n$/, '');
    if (held === '') throw new Failure('PASSPHRASE_MISSING', text.fileEmpty(file));
    return held;
  }
  const given = process.env[variable];
  if (given) return given;
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new Failure('PASSPHRASE_MISSING', none);
  const ask = (message: string) => password({ message, mask: '•' }, { output: process.stderr });
  const first = await ask(question);
  if (confirm && (await ask(text.again)) !== first) throw new Failure('PASSPHRASE_MISSING', text.differ);
  return first;
}

/** The passphrase from `--passphrase-file`, CUSTOS_PASSPHRASE or a prompt; never from an argument (interface.md). */
export const readPassphrase = (options: { passphraseFile?: string | undefined; confirm?: boolean }): Promise<string> =>
  readFrom({
    file: options.passphraseFile,
    variable: 'CUSTOS_PASSPHRASE',
    ask: text.ask,
    confirm: options.confirm ?? false,
    none: text.none,
  });

/** A passphrase that is made now for an operator: from `--new-passphrase-file`, CUSTOS_NEW_PASSPHRASE or a prompt. */
export const readNewPassphrase = (file: string | undefined, name: string): Promise<string> =>
  readFrom({
    file,
    variable: 'CUSTOS_NEW_PASSPHRASE',
    ask: text.askNew(name),
    confirm: true,
    none: text.noneNew,
  });

/** The recovery key from `--recovery-key-file`, CUSTOS_RECOVERY_KEY or a prompt. */
export const readRecoveryKey = (file: string | undefined): Promise<string> =>
  readFrom({
    file,
    variable: 'CUSTOS_RECOVERY_KEY',
    ask: text.askRecovery,
    confirm: false,
    none: text.noneRecovery,
  });
