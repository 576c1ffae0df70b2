import { z } from 'zod';

/** Who may be in one table and not in the other, all else alike, when two tables are called neighbours. */
export const neighbouringRelations = ['add-or-remove-row', 'add-or-remove-person'] as const;
export type NeighbouringRelation = (typeof neighbouringRelations)[number];

/** How noise was put on what left. */
export const noiseMechanisms = ['discrete-laplace', 'discrete-gaussian', 'noisy-tree'] as const;
export type NoiseMechanism = (typeof noiseMechanisms)[number];

/**
 * What one release spent of the protection that noise gives, as a register keeps it: it was (ε, δ)-differentially
 * private for the neighbouring relation named, and ρ-zCDP where ρ is told.
 */
export const privacySpend = z.strictObject({
  mechanism: z.enum(noiseMechanisms),
  neighbouring: z.enum(neighbouringRelations),
  epsilon: z.number().positive(),
  /** 0: ε holds without exception. */
  delta: z.number().min(0).lt(1),
  rho: z.number().positive().nullable(),
  /** Rows (of a twin) or groups (of counts) that one person was in at most; null where every row is a person. */
  most: z.number().int().positive().nullable(),
});
export type PrivacySpend = z.infer<typeof privacySpend>;
