import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { keepPrinciples } from '#engine/use-cases/principles/keep-principles.ts';
import { principlesOf } from '#engine/use-cases/principles/principles-of.ts';

export const principlesHandlers = (state: EngineSession) => ({
  matrix: os.principles.matrix.handler(() => principlesOf(state)),
  keep: os.principles.keep.handler(() => keepPrinciples(state)),
});
