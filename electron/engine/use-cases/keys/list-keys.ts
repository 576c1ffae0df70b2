import type { KeyRegister } from '#shared/contract/keys.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { sealedRows } from '#engine/workspace/sealed-names.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { keyUses, type KeyUse } from './key-uses.ts';
import { rotateBy } from './rotate-by.ts';

const lastOf = (entries: readonly { ts: string }[]): string | null => entries.at(-1)?.ts ?? null;

function operatorsOf({ catalog }: Workspace): KeyRegister['operators'] {
  const left = new Map(catalog.entriesOf('operator.left').map(({ ts, payload }) => [payload.name, ts]));
  return catalog
    .entriesOf('operator.added')
    .map(({ ts, payload: { name } }) => ({ name, since: ts, leftAt: left.get(name) ?? null }));
}

/** The keys that releases were written under, or that were changed, each with its age. @param uses in the log's order */
export function pseudonymsOf(
  state: Pick<EngineSession, 'requireWorkspace' | 'findPurpose' | 'policyOverrides'>,
  uses: readonly KeyUse[],
): KeyRegister['pseudonyms'] {
  const rotated = state.requireWorkspace().catalog.entriesOf('key.rotated');
  const names = new Set([...uses.flatMap(({ keyNames }) => keyNames), ...rotated.map(({ payload }) => payload.key)]);
  return [...names].toSorted().map((name) => {
    const own = rotated.filter(({ payload }) => payload.key === name);
    const epochOf = (seq: number): number => own.filter((rotation) => rotation.seq < seq).length;
    const using = uses.filter(({ keyNames }) => keyNames.includes(name));
    const epoch = own.length;
    const releases = [...Array(epoch + 1).keys()].map((one) => ({
      epoch: one,
      fileNames: using.filter(({ seq }) => epochOf(seq) === one).map(({ fileName }) => fileName),
    }));
    const since = own.at(-1)?.ts ?? using[0]?.at ?? null;
    return {
      name,
      title: state.findPurpose(name)?.title ?? name,
      epoch,
      since,
      rotateBy: since === null ? null : rotateBy(since, state.policyOverrides()),
      releases,
    };
  });
}

/** Values looked at in the clear, and pseudonyms undone. */
const revealing = ['value.revealed', 'token.looked-up', 'value.deciphered', 'file.looked-into'] as const;

/** Which keys there are, since when, and what was written with them. No key is shown. @throws Failure WORKSPACE_NONE */
export async function listKeys(state: EngineSession): Promise<KeyRegister> {
  const workspace = state.requireWorkspace();
  const { catalog } = workspace;
  const { uses, notKnown } = await keyUses(workspace);
  const created = catalog.entriesOf('key.created')[0];
  const datasets = catalog.datasets.list();
  const domains = [...new Set(uses.flatMap((use) => use.domains))].toSorted();
  return {
    workspace: {
      keyId: workspace.keys.signForWorkspace(new Uint8Array(1)).keyId,
      since: created?.ts ?? null,
      passphraseChangedAt: lastOf(catalog.entriesOf('key.passphrase-changed')),
      recoveryRenewedAt: lastOf(catalog.entriesOf('key.recovery-renewed')),
    },
    operators: operatorsOf(workspace),
    pseudonyms: pseudonymsOf(state, uses),
    tokens: domains.map((domain) => ({
      domain,
      fileNames: uses.filter((use) => use.domains.includes(domain)).map(({ fileName }) => fileName),
    })),
    ledgerSince: catalog.entriesOf('consent.recorded')[0]?.ts ?? null,
    sealed: {
      datasets: datasets.length,
      missing: datasets.filter(({ id }) => !workspace.hasSealed(sealedRows(id))).length,
    },
    revealed: revealing.flatMap((kind) => {
      const entries = catalog.entriesOf(kind);
      return entries.length === 0 ? [] : [{ kind, times: entries.length, last: entries.at(-1)!.ts }];
    }),
    notKnown,
  };
}
