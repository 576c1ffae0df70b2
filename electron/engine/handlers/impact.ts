import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { beginAssessment } from '#engine/use-cases/impact/begin-assessment.ts';
import { exportAssessment } from '#engine/use-cases/impact/export-assessment.ts';
import { screeningOf, templateOf } from '#engine/use-cases/impact/impact-of.ts';

export const impactHandlers = (state: EngineSession) => ({
  screen: os.impact.screen.handler(({ input }) => screeningOf(state, input)),
  template: os.impact.template.handler(({ input }) => templateOf(state, input)),
  begin: os.impact.begin.handler(({ input }) => beginAssessment(state, input)),
  export: os.impact.export.handler(({ input }) => exportAssessment(state, input)),
});
