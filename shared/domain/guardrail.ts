import { z } from 'zod';
import { operatorRole } from './operator.ts';

export const guardVerdict = z.enum(['pass', 'warn', 'block']);
export type GuardVerdict = z.infer<typeof guardVerdict>;

/**
 * What an answer means for whoever reads it. A check that does not apply, and one whose facts nobody stated, is no
 * pass: `passed` says that something was looked at and is right. Absent in answers written before there were states.
 */
export const guardState = z.enum(['passed', 'needs-you', 'blocked', 'does-not-apply', 'not-stated']);
export type GuardState = z.infer<typeof guardState>;

const counted = z.union([z.string(), z.int(), z.boolean()]);

/**
 * Why a guardrail answers as it does, for programs and for other languages: a code that keeps its meaning, and what
 * its sentences need. Counts, names of columns and types, the purpose's title; never a cell value.
 */
export const guardReason = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  values: z.record(z.string(), z.union([counted, z.array(z.union([counted, z.record(z.string(), counted)]))])),
});
export type GuardReason = z.infer<typeof guardReason>;

/** Who let a release out in spite of a block, and why; `role` is null where no operators are registered. */
export const guardOverridden = z.strictObject({
  by: z.string(),
  role: operatorRole.nullable(),
  reason: z.string(),
  /** ISO 8601. */
  at: z.string(),
});
export type GuardOverridden = z.infer<typeof guardOverridden>;

/**
 * One guardrail's answer (interface.md, `custos guard`). `message`, `evidence`, `fix` are sentences without cell
 * values, worded when the answer was given. `reason` is absent in answers from before there were codes.
 */
export const guardFinding = z.object({
  id: z.string(),
  verdict: guardVerdict,
  state: guardState.optional(),
  columns: z.array(z.string()),
  message: z.string(),
  evidence: z.string(),
  fix: z.string(),
  reason: guardReason.optional(),
  /** Of a block: whether somebody may release all the same. Absent of what blocks nothing, and in older answers. */
  overridable: z.boolean().optional(),
  /** Whose role it takes. */
  overridableBy: z.literal('approver').optional(),
  /** Why nobody may, as a sentence. */
  whyNotOverridable: z.string().optional(),
  /** Of a block in spite of which the file was released: it stays a block. */
  overridden: guardOverridden.optional(),
});
export type GuardFinding = z.infer<typeof guardFinding>;

const ofVerdict = { pass: 'passed', warn: 'needs-you', block: 'blocked' } as const satisfies Record<
  GuardVerdict,
  GuardState
>;

/** The state of an answer, also of one written before there were states. */
export const stateOf = ({ verdict, state }: Pick<GuardFinding, 'verdict' | 'state'>): GuardState =>
  state ?? ofVerdict[verdict];
