import type { SinceLastVisit } from '#shared/contract/register.ts';
import { searchEntries } from '#engine/journal/read-journal.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { listRecent } from '#engine/workspace/recent-workspaces.ts';

/** What the program enters by itself, beside a deed that has an entry of its own. */
const quiet = new Set(['classification.suggested', 'principles.evaluated', 'key.created']);
/** So many are looked through, newest first; the register has the others. */
const looked = 200;

/**
 * What was entered since this workspace was opened on this machine the time before, up to now: the newest deeds first.
 * Nothing where it was never opened before, or lasts no longer than its window.
 * @param most how many are told one by one
 */
export async function sinceLastVisit(state: EngineSession, most: number): Promise<SinceLastVisit> {
  const { id, directory } = state.requireWorkspace();
  const since = listRecent(state.environment.profileDirectory).find((one) => one.id === id)?.openedBefore ?? null;
  if (since === null) return { since, total: 0, entries: [] };
  const { total, entries } = await searchEntries(directory, { since, limit: looked });
  const deeds = entries.filter(({ kind }) => !quiet.has(kind));
  return {
    since,
    total: Math.max(deeds.length, total - (entries.length - deeds.length)),
    entries: deeds.slice(0, most).map(({ seq, ts, sentence }) => ({ seq, at: ts, sentence })),
  };
}
