import { Failure } from '#shared/contract/failure.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { breachesText as text } from '#shared/text/engine/breaches.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { breachCases } from './breach-cases.ts';

/**
 * Erases the record of a breach, one that cannot be read among them; the log keeps that there was one.
 * @throws Failure WRONG_USAGE where there is none, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function deleteBreach(
  state: EngineSession,
  { breach: word, why }: { breach: string; why: EntryPayload<'breach.deleted'>['why'] },
): { registerEntry: number } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'breach.deleted');
  const reported = workspace.catalog
    .entriesOf('breach.reported')
    .find(({ subjectRef, payload }) => subjectRef === word || payload.ref === word.toUpperCase());
  const id = reported?.subjectRef ?? word;
  if (workspace.catalog.cases.get('breach', id) === undefined) throw new Failure('WRONG_USAGE', text.unknown(word));
  return workspace.transaction(() => {
    breachCases(workspace).delete(id);
    const payload = { ref: reported?.payload.ref ?? '', why };
    return { registerEntry: workspace.register.append({ kind: 'breach.deleted', subjectRef: id, payload }).seq };
  });
}
