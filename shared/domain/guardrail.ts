import { z } from 'zod';

export const guardVerdict = z.enum(['pass', 'warn', 'block']);
export type GuardVerdict = z.infer<typeof guardVerdict>;

/**
 * What an answer means for whoever reads it. A check that does not apply, and one whose facts nobody stated, is no
 * pass: `passed` says that something was looked at and is right. Absent in answers written before there were states.
 */
export const guardState = z.enum(['passed', 'needs-you', 'blocked', 'does-not-apply', 'not-stated']);
export type GuardState = z.infer<typeof guardState>;

/**
 * One guardrail's answer (interface.md, `custos guard`). `message`, `evidence`, `fix` are sentences without cell
 * values.
 */
export const guardFinding = z.object({
  id: z.string(),
  verdict: guardVerdict,
  state: guardState.optional(),
  columns: z.array(z.string()),
  message: z.string(),
  evidence: z.string(),
  fix: z.string(),
});
export type GuardFinding = z.infer<typeof guardFinding>;

const ofVerdict = { pass: 'passed', warn: 'needs-you', block: 'blocked' } as const satisfies Record<
  GuardVerdict,
  GuardState
>;

/** The state of an answer, also of one written before there were states. */
export const stateOf = ({ verdict, state }: Pick<GuardFinding, 'verdict' | 'state'>): GuardState =>
  state ?? ofVerdict[verdict];
