import { z } from 'zod';
import { attackKinds, attackVerdicts, type AttackFindings, type AttackResult } from '#shared/domain/attack-results.ts';

const count = z.number().int().min(0);

/** Decimals are text, so that every implementation reads the same number; risks have an interval of 95 %. */
const certifiedAttack = z.strictObject({
  attack: z.enum(attackKinds),
  size: count,
  level: z.enum(['row', 'group']).optional(),
  column: z.string().optional(),
  main: z.string(),
  mainTargets: count,
  control: z.string(),
  controlTargets: count,
  baseline: z.string(),
  difference: z.string(),
  risk: z.string(),
  low: z.string(),
  high: z.string(),
  /** Null: told beside the others, and nothing is judged by it. */
  verdict: z.enum(attackVerdicts).nullable(),
});

/** Attacks on releases made anew of random halves of the rows: what an outsider found, and by which limits it was judged. */
export const certifiedAttacks = z.strictObject({
  halves: count,
  rows: count,
  limits: z.strictObject({ 'singling-out': z.string(), linkability: z.string(), inference: z.string() }),
  results: z.array(certifiedAttack),
});
export type CertifiedAttacks = z.infer<typeof certifiedAttacks>;

const decimal = (value: number | null): string => String(Math.round((value ?? 0) * 1e6) / 1e6);

/** What was found, as a certificate keeps it. @param found with a control for every attack */
export const certifiedFindings = ({ halves, rows, limits, results }: AttackFindings): CertifiedAttacks => ({
  halves,
  rows,
  limits: {
    'singling-out': decimal(limits['singling-out']),
    linkability: decimal(limits.linkability),
    inference: decimal(limits.inference),
  },
  results: results.map((result) => ({
    ...result,
    main: decimal(result.main),
    control: decimal(result.control),
    baseline: decimal(result.baseline),
    difference: decimal(result.difference),
    risk: decimal(result.risk),
    low: decimal(result.low),
    high: decimal(result.high),
  })),
});

/** The figures of a certificate as numbers. */
export const attackResults = ({ results }: CertifiedAttacks): AttackResult[] =>
  results.map((result) => ({
    ...result,
    main: Number(result.main),
    control: Number(result.control),
    baseline: Number(result.baseline),
    difference: Number(result.difference),
    risk: Number(result.risk),
    low: Number(result.low),
    high: Number(result.high),
  }));
