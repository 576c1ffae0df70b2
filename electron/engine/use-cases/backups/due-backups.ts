import type { DueItem } from '#shared/domain/due.ts';
import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import { policyOn } from '#shared/policy/index.ts';
import { backupsText as text } from '#shared/text/engine/backups.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

const dayLong = 86_400_000;

/**
 * The next backup: so many days after the last one, else after the first dataset came in, by the policy in force then. A
 * temporary workspace ends with its window, and one without data has nothing to lose.
 */
export function dueBackups(workspace: Workspace): DueItem[] {
  const { catalog } = workspace;
  if (workspace.summary().temporary || catalog.datasets.list().length === 0) return [];
  const since = catalog.entriesOf('backup.made').at(-1)?.ts ?? catalog.entriesOf(...arrivalKinds)[0]?.ts;
  if (since === undefined) return [];
  const days = policyOn(since.slice(0, 10), catalog.policyOverrides.list()).value('backup-interval', '*');
  const at = new Date(Date.parse(since) + days * dayLong).toISOString().slice(0, 10);
  return [{ kind: 'backup', id: 'backup', ref: '', what: text.due, at, screen: 'settings' }];
}
