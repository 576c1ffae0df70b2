import { implement, type ImplementerInternalWithMiddlewares } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { toContractError } from './to-contract-error.ts';

/**
 * The contract's implementer with the one rule every method shares: whatever a handler throws leaves as a typed
 * failure. Input is validated by the contract before a handler runs.
 */
type NoContext = Record<never, never>;

export const os: ImplementerInternalWithMiddlewares<typeof contract, NoContext, NoContext> = implement(contract)
  .$context<NoContext>()
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw toContractError(error);
    }
  });
