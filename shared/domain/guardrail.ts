import { z } from 'zod';

export const guardVerdict = z.enum(['pass', 'warn', 'block']);
export type GuardVerdict = z.infer<typeof guardVerdict>;

/** One guardrail's answer (interface.md, `custos guard`). `message`, `evidence`, `fix` are sentences without cell values. */
export const guardFinding = z.object({
  id: z.string(),
  verdict: guardVerdict,
  columns: z.array(z.string()),
  message: z.string(),
  evidence: z.string(),
  fix: z.string(),
});
export type GuardFinding = z.infer<typeof guardFinding>;
