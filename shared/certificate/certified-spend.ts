import { z } from 'zod';
import { neighbouringRelations, noiseMechanisms, type PrivacySpend } from '#shared/domain/privacy-spend.ts';

/** Numbers as text, so that every implementation reads the same. */
const number = z.string().regex(/^\d+(\.\d+)?(e[+-]\d+)?$/);

/** What noise was spent on a release, and what it makes together with earlier ones of the same source. */
export const certifiedSpend = z.strictObject({
  mechanism: z.enum(noiseMechanisms),
  neighbouring: z.enum(neighbouringRelations),
  epsilon: number,
  delta: number,
  rho: number.nullable(),
  most: z.number().int().positive().nullable(),
  together: z.strictObject({ releases: z.number().int().positive(), epsilon: number, delta: number }),
});
export type CertifiedSpend = z.infer<typeof certifiedSpend>;

export const certifiedSpendOf = (
  { mechanism, neighbouring, epsilon, delta, rho, most }: PrivacySpend,
  together: { releases: number; epsilon: number; delta: number },
): CertifiedSpend => ({
  mechanism,
  neighbouring,
  epsilon: String(epsilon),
  delta: String(delta),
  rho: rho === null ? null : String(rho),
  most,
  together: { releases: together.releases, epsilon: String(together.epsilon), delta: String(together.delta) },
});

export const spendOf = ({ mechanism, neighbouring, epsilon, delta, rho, most }: CertifiedSpend): PrivacySpend => ({
  mechanism,
  neighbouring,
  epsilon: Number(epsilon),
  delta: Number(delta),
  rho: rho === null ? null : Number(rho),
  most,
});
