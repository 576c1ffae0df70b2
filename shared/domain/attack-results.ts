import { z } from 'zod';
import { columnRefinement } from './refinement.ts';

/** WP216's three, as attacks (docs/definitions.md, "Attacks on a release"). */
export const attackKinds = ['singling-out', 'linkability', 'inference'] as const;
export type AttackKind = (typeof attackKinds)[number];

/** The largest risk of each that a release may have, 0…1. */
export type AttackLimits = Record<AttackKind, number>;

export const attackVerdicts = ['passed', 'refused', 'cannot-be-judged'] as const;
export type AttackVerdict = (typeof attackVerdicts)[number];

const count = z.number().int().min(0);

/**
 * One attack. Shares are 0…1. `main`: success on those who were in, `control`: on those who were not, `baseline`: of the
 * naive guess; `risk` is (main − control) / (1 − control), with the ends of its 95 % interval.
 */
export const attackResult = z.object({
  attack: z.enum(attackKinds),
  /**
   * Singling out: how many columns the predicates name. Linkability: how many nearest rows of each half of the columns are
   * looked at. Inference: how many columns are known.
   */
  size: count,
  /** Linkability: whether the right row has to be found or only the group of rows that look the same. */
  level: z.enum(['row', 'group']).optional(),
  /** Inference: what is guessed. */
  column: z.string().optional(),
  main: z.number(),
  /** Null, as all that rests on it: there was nobody to try it on. */
  control: z.number().nullable(),
  mainTargets: count,
  controlTargets: count,
  baseline: z.number(),
  /** main − control. */
  difference: z.number().nullable(),
  risk: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Null: it is told beside the others and nothing is judged by it. */
  verdict: z.enum(attackVerdicts).nullable(),
});
export type AttackResult = z.infer<typeof attackResult>;

/** What the attacks found together. */
export const attackFindings = z.object({
  /** Random halves that the release was made from anew, the others being the control. */
  halves: count,
  /** Rows that the halves were drawn from. */
  rows: count,
  limits: z.object({ 'singling-out': z.number(), linkability: z.number(), inference: z.number() }),
  results: z.array(attackResult),
});
export type AttackFindings = z.infer<typeof attackFindings>;

/** What all attacks say together: refused where one is, else that one cannot be judged, else passed. */
export function worstVerdict(results: readonly Pick<AttackResult, 'verdict'>[]): AttackVerdict {
  const all = new Set(results.map(({ verdict }) => verdict));
  return all.has('refused')
    ? 'refused'
    : all.has('passed') && !all.has('cannot-be-judged')
      ? 'passed'
      : 'cannot-be-judged';
}

/** `custos attack --json`: what an outsider finds in a released file. */
export const attackReport = z.object({
  file: z.string(),
  source: z.string(),
  /** Purpose of the recipe it is held against; null without one. */
  recipe: z.string().nullable(),
  rows: count,
  columns: z.array(z.string()),
  /** Rows of the file whose combination over all its columns occurs once. */
  uniqueAllColumns: count,
  /** The same as a share, 0…1. */
  uniqueShare: z.number(),
  /**
   * Share (0…1) of the rows of the file that equal exactly one source row, under the recipe where one is given; null: no
   * column can be compared.
   */
  relinkable: z.number().nullable(),
  /** The columns that were compared. */
  compared: z.array(z.string()),
  /** Rows of the file that equal no source row under the recipe; null without one. */
  madeOtherwise: count.nullable(),
  halves: count,
  /** Rows of the source that the halves were drawn from; without halves, that were looked for. */
  sourceRows: count,
  limits: attackFindings.shape.limits,
  attacks: z.array(attackResult),
  /** What knowing the recipe's grouping tells of each column it grouped; null: nothing was grouped, or it is not measured. */
  refinement: z.array(columnRefinement).nullable(),
  verdict: z.enum(attackVerdicts),
  /** What was not measured, and what to do about it. */
  notes: z.array(z.string()),
});
export type AttackReport = z.infer<typeof attackReport>;
