import type { DueItem } from '#shared/domain/due.ts';
import { keyRegisterText as text } from '#shared/text/engine/key-register.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { keyUses } from './key-uses.ts';
import { pseudonymsOf } from './list-keys.ts';

/** What is asked of a session. */
type Keys = Pick<EngineSession, 'requireWorkspace' | 'findPurpose' | 'policyOverrides'>;

/**
 * Keys of pseudonyms that are to be changed: every one that a release was written under, whether a purpose gives its name
 * or a recipe does, counted from its last change, else from the first such release. Releases whose certificate is not
 * the log's tell nothing of their keys; those of purposes count all the same.
 */
export async function dueKeys(state: Keys): Promise<DueItem[]> {
  const workspace = state.requireWorkspace();
  const { uses } = await keyUses(workspace);
  const known = pseudonymsOf(state, [...uses, ...unknownUses(state, new Set(uses.map(({ seq }) => seq)))]);
  return known.flatMap(({ name, title, rotateBy }) =>
    rotateBy === null
      ? []
      : [{ kind: 'key', id: `key-${name}`, ref: '', what: text.due(title), at: rotateBy, screen: 'settings' }],
  );
}

/** Pseudonymised releases of which only the log is left: they were written under the key of their purpose, or another. */
const unknownUses = (state: Keys, known: ReadonlySet<number>) =>
  state
    .requireWorkspace()
    .catalog.entriesOf('release.written')
    .filter(({ seq, payload }) => payload.release === 'pseudonymised' && !known.has(seq))
    .map(({ seq, ts, payload }) => ({
      seq,
      at: ts,
      fileName: payload.fileName,
      keyNames: [payload.purpose],
      domains: [],
    }));
