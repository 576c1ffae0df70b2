import { z } from 'zod';
import { sqlTargets } from './sql-targets.ts';

/** What was measured anew from the file that another engine made. */
export const recomputedHere = ['file', 'classes', 'sensitive', 'outsider', 'guardrails'] as const;
/** What nobody here could look at: it takes the rows that the other engine read. */
export const notRecomputed = ['values', 'source', 'rows-left-out', 'unread'] as const;
/** What was held against each other where nothing but the figures of such a run was at hand. */
export const heldOfFigures = ['recipe', 'figures', 'target'] as const;
/** What then nobody here could look at: all that takes the file, and all that takes its source. */
export const notRecomputedOfFigures = [
  'file',
  'classes',
  'sensitive',
  'outsider',
  'guardrails',
  'values',
  'source',
  'rows-left-out',
  'unread',
] as const;

/** A figure of a run as another engine told it: `column` null where it is of the run as a whole. */
export const figureTold = z.strictObject({ figure: z.string(), column: z.string().nullable(), value: z.string() });

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
  told: z.array(figureTold),
  recomputed: z.array(z.enum(recomputedHere)),
  notRecomputed: z.array(z.enum(notRecomputed)),
});
export type MadeElsewhere = z.infer<typeof madeElsewhere>;

/**
 * What a privacy model of the recipe's target asks for, and what the other engine told of it; `column` null: of its
 * classes. `wanted` and `told` null: its checks tell nothing of the kind. `met` null: nobody can say.
 */
export const targetTold = z.strictObject({
  model: z.string(),
  column: z.string().nullable(),
  wanted: z.string().nullable(),
  told: z.string().nullable(),
  met: z.boolean().nullable(),
});
export type TargetTold = z.infer<typeof targetTold>;
