import { counted, listed, numbered } from '../numbers.ts';

/** `custos keys` and what stands under it. */
export const keysCommandText = {
  description: 'the register of keys of a workspace: which there are, since when, and what was written with them',
  list: {
    description: 'keys by name and moment, releases by key, what is sealed, what was revealed; never a key',
    workspace: (keyId: string, since: string | null) =>
      `Workspace key ${keyId}, since ${since ?? 'not known'}: signs checkpoints and certificates.`,
    changed: (passphrase: string | null, recovery: string | null) =>
      `Passphrase changed ${passphrase ?? 'never'}; recovery key renewed ${recovery ?? 'never'}.`,
    operator: (name: string, since: string, leftAt: string | null) =>
      `Operator ${name}: own key since ${since}${leftAt === null ? '' : `, left ${leftAt}`}.`,
    ledger: (since: string | null) =>
      `Consent ledger: ${since === null ? 'key not used yet' : `own key in use since ${since}`}.`,
    tokens: (domain: string, files: readonly string[]) =>
      `Tokens of ${domain}: a table of random values, used by ${listed(files)}.`,
    sealed: (datasets: number, missing: number) =>
      `${numbered(datasets, 'dataset')} sealed (AES-256-GCM, a key per file derived from the master key by HKDF-SHA-256)` +
      `${missing === 0 ? '' : `; ${numbered(missing, 'sealed file')} missing`}.`,
    revealed: (kind: string, times: number, last: string) => `${kind}: ${counted(times, 'time')}, last ${last}.`,
    notKnown: (releases: number) =>
      `Of ${numbered(releases, 'release')} the certificate is gone or not the one that the register names: which keys it used is not known.`,
    heads: ['Pseudonyms for', 'Epoch', 'Since', 'Change by', 'Releases'],
    releases: (parts: readonly { epoch: number; fileNames: readonly string[] }[]) =>
      parts
        .filter(({ fileNames }) => fileNames.length > 0)
        .map(({ epoch, fileNames }) => `${epoch}: ${fileNames.join(', ')}`)
        .join('; '),
    examples: ['custos keys list --workspace Acme.custos'],
  },
  rotate: {
    description: 'a new key for the pseudonyms of a purpose, from the next release on; what was released keeps its own',
    name: 'a purpose (P1 or its id), or the name that a recipe gives to the key',
    reason: 'why it is changed',
    done: (name: string, epoch: number, entry: number) => `${name}: epoch ${epoch}. Register entry ${entry}.`,
    apart: (files: readonly string[]) =>
      files.length === 0
        ? 'Nothing was released under it before.'
        : `No release from now on joins ${listed(files)} by these pseudonyms. A person is still found in them.`,
    examples: ['custos keys rotate P1 --reason "a year has passed" --workspace Acme.custos'],
  },
};
