import { Failure } from '#shared/contract/failure.ts';
import { isDay } from '#shared/domain/day-span.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import { listEntries } from '#engine/journal/read-journal.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

const dayOf = (moment: string): string => moment.slice(0, 10);

/**
 * The day that retention is looked at. A run that changes anything goes by a day that is here, and by a clock that does
 * not stand before the register.
 * @throws Failure WRONG_USAGE for what is no day, or one before a dataset came in
 */
export function checkedDay(
  state: EngineSession,
  { today: asked, dryRun }: { today: string | undefined; dryRun: boolean },
): string {
  const workspace = state.requireWorkspace();
  const today = asked ?? state.today();
  if (!isDay(today)) throw new Failure('WRONG_USAGE', text.noDay(today));
  for (const { name, importedAt } of workspace.catalog.datasets.list())
    // A day is one of the reader's zone, the moment of an import one of UTC.
    if (asked !== undefined && Date.parse(`${today}T23:59:59Z`) + 86_400_000 < Date.parse(importedAt))
      throw new Failure('WRONG_USAGE', text.beforeImport(today, name, dayOf(importedAt)));
  if (dryRun) return today;
  if (today > state.today()) throw new Failure('WRONG_USAGE', text.ahead(today, state.today()));
  const [newest] = listEntries(workspace.directory, { limit: 1 }).entries;
  if (newest !== undefined && Date.parse(newest.ts) - Date.parse(state.now()) > 86_400_000)
    throw new Failure('WRONG_USAGE', text.clockBack(state.today(), dayOf(newest.ts)));
  return today;
}
