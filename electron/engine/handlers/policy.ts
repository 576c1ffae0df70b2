import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { holidayYear, setHoliday } from '#engine/use-cases/policy/change-holiday.ts';
import { policyOfDay } from '#engine/use-cases/policy/list-policy.ts';
import { overridePolicy, resetPolicy } from '#engine/use-cases/policy/override-policy.ts';

export const policyHandlers = (state: EngineSession) => ({
  list: os.policy.list.handler(({ input }) => policyOfDay(state, input.onDate)),
  override: os.policy.override.handler(({ input }) => overridePolicy(state, input)),
  reset: os.policy.reset.handler(({ input }) => resetPolicy(state, input)),
  holidays: os.policy.holidays.handler(({ input }) => holidayYear(state, input)),
  setHoliday: os.policy.setHoliday.handler(({ input }) => setHoliday(state, input)),
});
