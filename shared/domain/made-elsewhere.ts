import { z } from 'zod';
import { sqlTargets } from './sql-targets.ts';

/** What was measured anew from the file that another engine made. */
export const recomputedHere = ['file', 'classes', 'sensitive', 'outsider', 'guardrails'] as const;
/** What nobody here could look at: it takes the rows that the other engine read. */
export const notRecomputed = ['values', 'source', 'rows-left-out', 'unread'] as const;

/**
 * A run of a recipe on another engine: its own figures as it told them, and what was and was not recomputed here.
 * `checks` is the SHA-256 of the file they were told in; null where none was given.
 */
export const madeElsewhere = z.strictObject({
  engine: z.enum(sqlTargets),
  checks: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  told: z.array(z.strictObject({ figure: z.string(), column: z.string().nullable(), value: z.string() })),
  recomputed: z.array(z.enum(recomputedHere)),
  notRecomputed: z.array(z.enum(notRecomputed)),
});
export type MadeElsewhere = z.infer<typeof madeElsewhere>;
