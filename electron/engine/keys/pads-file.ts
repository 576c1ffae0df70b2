import { open } from 'node:fs/promises';
import { hmacPad, hmacPadBytes } from './hmac-pad.ts';
import { keysFromFile } from './keys-from-file.ts';
import { readKeyFile } from './read-key-file.ts';

/** The pads of keys from a key file, where the person who runs the job alone can read them. @throws Failure KEY_MISSING */
export async function writePadsFile(path: string, keyFile: string, names: readonly string[]): Promise<void> {
  const lines = await padsOfKeyFile(keyFile, names);
  const file = await open(path, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(lines);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * The pads of keys that come from a key file, as JSON Lines of `name`, `inner_pad` and `outer_pad`, both hexadecimal: what
 * a compiled recipe hashes with. As secret as the key file.
 * @throws Failure KEY_MISSING
 */
async function padsOfKeyFile(keyFile: string, names: readonly string[]): Promise<string> {
  const content = await readKeyFile(keyFile);
  try {
    const keys = keysFromFile(content);
    return names
      .map((name) => {
        const key = keys.pseudonymKey(name);
        const [inner, outer] = [hmacPad(key, hmacPadBytes.inner), hmacPad(key, hmacPadBytes.outer)];
        const line = { name, inner_pad: inner.toString('hex'), outer_pad: outer.toString('hex') };
        for (const secret of [key, inner, outer]) secret.fill(0);
        return `${JSON.stringify(line)}\n`;
      })
      .join('');
  } finally {
    content.fill(0);
  }
}
