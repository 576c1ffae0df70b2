import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { bindRetention } from '#engine/use-cases/retention/bind-retention.ts';
import { decideRetention } from '#engine/use-cases/retention/decide-retention.ts';
import { defineRetention } from '#engine/use-cases/retention/define-retention.ts';
import { holdData, liftHold } from '#engine/use-cases/retention/hold-data.ts';
import { listRetentionRules } from '#engine/use-cases/retention/list-rules.ts';
import { retentionTimeline } from '#engine/use-cases/retention/retention-timeline.ts';
import { runRetention } from '#engine/use-cases/retention/run-retention.ts';
import { withdrawRetention } from '#engine/use-cases/retention/withdraw-retention.ts';

export const retentionHandlers = (state: EngineSession) => ({
  timeline: os.retention.timeline.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'retention-timeline', subject: '', signal }, (job) => retentionTimeline(state, job, input)),
  ),
  run: os.retention.run.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'retention-run', subject: '', signal }, (job) => runRetention(state, job, input)),
  ),
  rules: os.retention.rules.handler(({ input }) => listRetentionRules(state, input)),
  decide: os.retention.decide.handler(({ input }) => decideRetention(state, input)),
  define: os.retention.define.handler(({ input }) => defineRetention(state, input)),
  withdraw: os.retention.withdraw.handler(({ input }) => withdrawRetention(state, input)),
  bindTo: os.retention.bindTo.handler(({ input }) => bindRetention(state, input)),
  hold: os.retention.hold.handler(({ input }) => holdData(state, input)),
  lift: os.retention.lift.handler(({ input }) => liftHold(state, input)),
});
