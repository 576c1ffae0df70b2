import { userInfo } from 'node:os';
import { engineText } from '#shared/text/engine/engine.ts';

/**
 * Name of the account the engine runs under; its number where the system knows no name for it (a container's user,
 * say).
 */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return engineText.account(process.getuid?.() ?? null);
  }
}
