import { Failure } from '#shared/contract/failure.ts';
import { keysText } from '#shared/text/engine/keys.ts';
import type { KeyStore } from './key-store.ts';

/**
 * Does what a person wished about a passphrase that has just opened its workspace.
 *
 * @returns whether it is kept because of this wish
 */
export async function rememberPassphrase(
  store: KeyStore,
  workspaceId: string,
  wish: { remember?: boolean | undefined; passphrase?: string | undefined },
): Promise<boolean> {
  if (wish.remember === false) await store.forget(workspaceId);
  return wish.remember === true && wish.passphrase !== undefined && store.set(workspaceId, wish.passphrase);
}

/**
 * After a change of passphrase: a remembered one follows, or is forgotten where the store does not take the new one.
 */
export async function replaceRemembered(store: KeyStore, workspaceId: string, passphrase: string): Promise<void> {
  if ((await store.list()).includes(workspaceId) && !(await store.set(workspaceId, passphrase)))
    await store.forget(workspaceId);
}

/**
 * Opens a workspace with its remembered passphrase; one that does not open it any more is forgotten.
 *
 * @param workspaceId as the list of recent workspaces names it; undefined where it was not opened from there
 * @throws Failure PASSPHRASE_MISSING where it must be typed, and whatever `open` throws
 */
export async function openRemembered<T>(
  store: KeyStore,
  workspaceId: string | undefined,
  open: (secret: { passphrase: string }) => Promise<T>,
): Promise<T> {
  const passphrase = workspaceId === undefined ? null : await store.get(workspaceId);
  if (workspaceId === undefined || passphrase === null)
    throw new Failure('PASSPHRASE_MISSING', keysText.typePassphrase);
  try {
    return await open({ passphrase });
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'PASSPHRASE_WRONG')) throw error;
    await store.forget(workspaceId);
    throw new Failure('PASSPHRASE_MISSING', keysText.rememberedNoLongerOpens);
  }
}
