import { z } from 'zod';
import { lawfulBases } from './lawful-basis.ts';

/**
 * A purpose as stated to people and authorities (mission P1–P8, E9; accountability.md b4). `retentionDays` null: until
 * decided.
 */
export const purpose = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/i),
  code: z.string().max(20),
  title: z.string().min(1).max(200),
  description: z.string().max(4000),
  /** Semantic types or categories the purpose really needs, each with the reason. */
  dataNeeded: z.array(z.strictObject({ types: z.array(z.string()), detail: z.string(), why: z.string() })),
  lawfulBases: z
    .array(
      z.strictObject({
        basis: z.enum(lawfulBases),
        why: z.string(),
      }),
    )
    .min(1),
  customerBenefit: z.string().max(4000),
  retentionDays: z.number().int().min(1).nullable(),
  retentionWhy: z.string().max(2000),
  targeting: z.boolean(),
  preset: z.boolean(),
});
export type Purpose = z.infer<typeof purpose>;

export const restsOnConsent = (stated: Pick<Purpose, 'lawfulBases'>): boolean =>
  stated.lawfulBases.some(({ basis }) => basis === 'consent');
