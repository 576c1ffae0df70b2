import { readFileSync } from 'node:fs';
import { writeWhole } from '#main/files/write-whole.ts';

const most = 100;

/**
 * Encrypted passphrases by workspace id, base64. A file that cannot be understood counts as empty: whoever needs a
 * passphrase is asked for it.
 */
export function readSecrets(file: string): Map<string, string> {
  try {
    const { format, secrets } = JSON.parse(readFileSync(file, 'utf8')) as { format?: unknown; secrets?: unknown };
    if (format !== 'custos-remembered' || typeof secrets !== 'object' || secrets === null) return new Map();
    return new Map(Object.entries(secrets).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}

/** Whole or not at all, readable by its owner alone. */
export function writeSecrets(file: string, secrets: Map<string, string>): void {
  writeWhole(
    file,
    `${JSON.stringify({ format: 'custos-remembered', formatVersion: 1, secrets: Object.fromEntries([...secrets].slice(-most)) }, null, 2)}` +
      `\n`,
  );
}
