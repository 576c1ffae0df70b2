import { os } from '#engine/dispatch/builder.ts';
import type { EngineState } from '#engine/state/engine-state.ts';

export const jobsHandlers = (state: EngineState) => ({
  cancel: os.jobs.cancel.handler(async ({ input }) => ({ cancelled: await state.jobs.cancel(input.jobId) })),
  interrupted: os.jobs.interrupted.handler(() => state.interruptedJobs()),
});
