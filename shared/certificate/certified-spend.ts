import { z } from 'zod';
import { noisyFigureKinds, type NoisyFigure } from '#shared/domain/noisy-figure.ts';
import { neighbouringRelations, noiseMechanisms, type PrivacySpend } from '#shared/domain/privacy-spend.ts';

/** Numbers as text, so that every implementation reads the same. */
const number = z.string().regex(/^\d+(\.\d+)?(e[+-]\d+)?$/);

const signed = z.string().regex(/^-?\d+(\.\d+)?(e[+-]\d+)?$/);

/** How wide the noise of a figure of the table is, in its unit; what is not said of its kind is null. */
const certifiedFigure = z.strictObject({
  kind: z.enum(noisyFigureKinds),
  name: z.string(),
  column: z.string().nullable(),
  low: signed.nullable(),
  high: signed.nullable(),
  step: number.nullable(),
  most: number.nullable(),
  scale: number.nullable(),
  within: number.nullable(),
});
export type CertifiedFigure = z.infer<typeof certifiedFigure>;

/** What noise was spent on a release, and what it makes together with earlier ones of the same source. */
export const certifiedSpend = z.strictObject({
  mechanism: z.enum(noiseMechanisms),
  neighbouring: z.enum(neighbouringRelations),
  epsilon: number,
  delta: number,
  rho: number.nullable(),
  most: z.number().int().positive().nullable(),
  together: z.strictObject({ releases: z.number().int().positive(), epsilon: number, delta: number }),
  /** Of a table of counts; absent of other releases, and in certificates from before it was told. */
  figures: z.array(certifiedFigure).optional(),
});
export type CertifiedSpend = z.infer<typeof certifiedSpend>;

export const certifiedSpendOf = (
  { mechanism, neighbouring, epsilon, delta, rho, most }: PrivacySpend,
  together: { releases: number; epsilon: number; delta: number },
  figures: readonly NoisyFigure[],
): CertifiedSpend => ({
  mechanism,
  neighbouring,
  epsilon: String(epsilon),
  delta: String(delta),
  rho: rho === null ? null : String(rho),
  most,
  together: { releases: together.releases, epsilon: String(together.epsilon), delta: String(together.delta) },
  ...(figures.length > 0 && { figures: figures.map(certifiedFigureOf) }),
});

const textOf = (value: number | null): string | null => (value === null ? null : String(value));

const certifiedFigureOf = ({ kind, name, column, ...figure }: NoisyFigure): CertifiedFigure => ({
  kind,
  name,
  column,
  low: textOf(figure.low),
  high: textOf(figure.high),
  step: textOf(figure.step),
  most: textOf(figure.most),
  scale: textOf(figure.scale),
  within: textOf(figure.within),
});

export const spendOf = ({ mechanism, neighbouring, epsilon, delta, rho, most }: CertifiedSpend): PrivacySpend => ({
  mechanism,
  neighbouring,
  epsilon: Number(epsilon),
  delta: Number(delta),
  rho: rho === null ? null : Number(rho),
  most,
});
