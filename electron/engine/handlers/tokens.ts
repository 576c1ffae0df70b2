import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { decipherValues } from '#engine/use-cases/tokens/decipher-values.ts';
import { forgetLookedUp, lookUpTokens } from '#engine/use-cases/tokens/look-up-tokens.ts';

/** What tokens stand for. */
export const tokensHandlers = (state: EngineSession) => ({
  lookUp: os.tokens.lookUp.handler(({ input }) => lookUpTokens(state, input)),

  decipher: os.tokens.decipher.handler(({ input }) => decipherValues(state, input)),

  forget: os.tokens.forget.handler(({ input }) => forgetLookedUp(state, input)),
});
