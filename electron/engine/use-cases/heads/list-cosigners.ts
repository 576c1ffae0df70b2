import type { Cosigners } from '#shared/contract/register.ts';
import { headStatement } from '#shared/journal/head-statements.ts';
import { verifierKey } from '#shared/journal/signed-note.ts';
import { listEntries } from '#engine/journal/read-journal.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registeredCosigners } from './registered-cosigners.ts';
import { operatorKeyName } from './operator-key-name.ts';

/** Whose countersignatures the open register takes, what they signed, and which operators could be registered for it. */
export function listCosigners(state: EngineSession): Cosigners {
  const workspace = state.requireWorkspace();
  const registered = registeredCosigners(workspace.directory);
  const keyOf = (key: { name: string; publicKey: string }): string => verifierKey(key, '04', registerCrypto);
  return {
    keys: registered.map(({ name, publicKey, entry }) => ({ name, key: keyOf({ name, publicKey }), entry })),
    operators: workspace.operators
      .atWork()
      .filter(({ publicKey }) => !registered.some((one) => one.publicKey === publicKey))
      .map(({ name, publicKey }) => ({ name, key: keyOf({ name: operatorKeyName(name), publicKey }) })),
    countersigned: listEntries(workspace.directory, { kind: 'head.countersigned', limit: 1000 }).entries.flatMap(
      ({ seq, kind, payload }) => {
        const said = headStatement({ kind, payload: JSON.stringify(payload) });
        return said === null ? [] : [{ name: said.name, size: said.size, at: said.at, entry: seq }];
      },
    ),
  };
}
