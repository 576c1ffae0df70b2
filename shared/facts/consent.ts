import { z } from 'zod';
import { consentCounts } from '#shared/domain/consent.ts';
import { fact } from './fact.ts';

/** Rows left out of a release whose purpose rests on consent, because it does not hold on the reference date. */
export const consent = fact({
  id: 'consent',
  value: z.strictObject({
    /**
     * What was gone by: columns of the source; the consent ledger; or the ledger though no column of the source names
     * people as it does, so that nobody is found in it.
     */
    by: z.enum(['columns', 'ledger', 'ledger-not-linked']),
    /** Source columns that say whether consent holds; or the one by which the ledger knows people. */
    columns: z.array(z.string()),
    /** Rows left out by them that nothing else left out before. */
    leftOut: z.int().min(0),
    /** Of those, how many for which reason; `valid` is 0. */
    why: consentCounts,
  }),
});
