import { consentKeyKinds } from '#shared/domain/consent.ts';
import { normalisedKey, pseudonymiser } from '#engine/consent/person-key.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** The pseudonyms that the consent ledger has for whoever these values name, each once. */
export function peopleOfLedger(workspace: Workspace, values: readonly string[]): string[] {
  const pseudonymOf = pseudonymiser(workspace.keys.ledgerKey());
  const people = values.flatMap((value) =>
    consentKeyKinds.flatMap((kind) => {
      const normalised = normalisedKey(kind, value);
      return normalised === null ? [] : [pseudonymOf(kind, normalised)];
    }),
  );
  return [...new Set(people)];
}
