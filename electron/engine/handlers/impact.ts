import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { screeningOf, templateOf } from '#engine/use-cases/impact/impact-of.ts';

export const impactHandlers = (state: EngineSession) => ({
  screen: os.impact.screen.handler(({ input }) => screeningOf(state, input)),
  template: os.impact.template.handler(({ input }) => templateOf(state, input)),
});
