import { z } from 'zod';

/** Why somebody wants to release in spite of a block. It is kept for good in certificate and log. */
const reason = z.string().trim().max(2000);

/** Guardrails that somebody wants to override, each with the reason. */
export const askedOverrides = z.array(z.strictObject({ guardrail: z.string().max(40), reason })).max(32);
export type AskedOverrides = z.infer<typeof askedOverrides>;
