import type { DueItem } from '#shared/domain/due.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import { keyRegisterText as text } from '#shared/text/engine/key-register.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { rotateBy } from './rotate-by.ts';

/**
 * Keys of pseudonyms that are to be changed: of every purpose that something pseudonymised was released for, counted
 * from the last change of its key, else from the first such release. Names that a recipe gives to a key are not looked
 * at here; `custos keys list` shows them.
 */
export function dueKeys(workspace: Workspace): DueItem[] {
  const overrides = workspace.catalog.policyOverrides.list();
  const since = new Map<string, string>();
  for (const { ts, payload } of workspace.catalog.entriesOf('release.written'))
    if (payload.release === 'pseudonymised' && !since.has(payload.purpose)) since.set(payload.purpose, ts);
  for (const { ts, payload } of workspace.catalog.entriesOf('key.rotated'))
    if (since.has(payload.key)) since.set(payload.key, ts);
  const own = new Map(workspace.catalog.purposes.list().map(({ id, title }) => [id, title]));
  return [...since].map(([purpose, at]) => ({
    kind: 'key' as const,
    id: `key-${purpose}`,
    ref: '',
    what: text.due(own.get(purpose) ?? findPurpose(purpose)?.title ?? purpose),
    at: rotateBy(at, overrides),
    screen: 'settings',
  }));
}
