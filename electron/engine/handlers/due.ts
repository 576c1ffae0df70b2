import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { exportDue } from '#engine/use-cases/due/export-due.ts';
import { listDue } from '#engine/use-cases/due/list-due.ts';
import { snoozeDue } from '#engine/use-cases/due/snooze-due.ts';

/** Everything that somebody must have done by a day or an hour. */
export const dueHandlers = (state: EngineSession) => ({
  list: os.due.list.handler(() => listDue(state)),
  snooze: os.due.snooze.handler(({ input }) => snoozeDue(state, input)),
  calendar: os.due.calendar.handler(({ input }) => exportDue(state, input)),
});
