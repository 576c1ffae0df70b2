import type { Cosigners } from '#shared/contract/register.ts';
import { verifierKey } from '#shared/journal/signed-note.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registeredCosigners } from './registered-cosigners.ts';
import { operatorKeyName } from './operator-key-name.ts';

/** Whose countersignatures the open register takes, what they signed, and which operators could be registered for it. */
export function listCosigners(state: EngineSession): Cosigners {
  const workspace = state.requireWorkspace();
  const registered = registeredCosigners(workspace);
  const keyOf = (key: { name: string; publicKey: string }): string => verifierKey(key, '04', registerCrypto);
  return {
    keys: registered.map(({ name, publicKey, entry }) => ({ name, key: keyOf({ name, publicKey }), entry })),
    operators: workspace.operators
      .atWork()
      .filter(({ publicKey }) => !registered.some((one) => one.publicKey === publicKey))
      .map(({ name, publicKey }) => ({ name, key: keyOf({ name: operatorKeyName(name), publicKey }) })),
    countersigned: workspace.catalog
      .entriesOf('head.countersigned')
      .toReversed()
      .map(({ seq, payload: { name, size, at } }) => ({ name, size, at, entry: seq })),
  };
}
