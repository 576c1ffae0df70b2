import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

export const jobsHandlers = (state: EngineSession) => ({
  cancel: os.jobs.cancel.handler(async ({ input }) => ({ cancelled: await state.jobs.cancel(input.jobId) })),
  interrupted: os.jobs.interrupted.handler(() => state.interruptedJobs()),
});
