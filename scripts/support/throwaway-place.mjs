// A folder for workspaces that a script makes and throws away, and what the engine asks of its surroundings there.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const passphrase = 'correct horse battery staple';

/** @param name of the folder; @param clock what the time is; the real one unless given */
export function throwawayPlace(name, clock = () => new Date()) {
  const folder = mkdtempSync(join(tmpdir(), `custos-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    env: {
      clock,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      profileDirectory: join(folder, 'profile'),
      workRoot: join(folder, 'work'),
      appVersion: '0.0.0',
      passphraseCost: 4,
    },
  };
}
