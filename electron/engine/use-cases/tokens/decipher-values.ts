import { formatAlphabets, formatKeyName, type FormatAlphabet } from '#shared/plan/format-alphabets.ts';
import { formatCipher, keyOfAlphabet } from '#engine/analysis/format-cipher.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

interface AskedValues {
  /** The purpose whose key a step without a name of its own took: id, code or slug. */
  purpose?: string | undefined;
  /** The name of the key that the step has. */
  key?: string | undefined;
  alphabet: FormatAlphabet;
  values: string[];
}

/**
 * What format-preserving encryption wrote, undone under a key of the workspace; the register says who asked before
 * anybody is told. Whether a value was written under that key nobody can tell: of one that was not it makes another.
 * @returns for each value what it stood for, null where it has no form that the cipher writes
 * @throws Failure WRONG_USAGE for a purpose that is not known, NOT_PERMITTED for whoever may not
 */
export function decipherValues(
  state: EngineSession,
  { purpose = '', key = '', alphabet, values: asked }: AskedValues,
): { values: (string | null)[] } {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('value.deciphered');
  const name = key === '' ? state.purpose(purpose).id : key;
  const secret = workspace.keys.pseudonymKey(formatKeyName(name));
  const own = keyOfAlphabet(secret, alphabet);
  try {
    const undo = formatCipher(own, formatAlphabets[alphabet], 'decrypt');
    const values = asked.map((value) => undo(value.trim()));
    const found = values.filter((value) => value !== null).length;
    workspace.register.append({
      kind: 'value.deciphered',
      subjectRef: workspace.id,
      payload: { key: name, alphabet, values: values.length, found },
    });
    return { values };
  } finally {
    secret.fill(0);
    own.fill(0);
  }
}
