/** A number as numerator over denominator; the denominator is above 0. Samplers reckon with these alone. */
export interface Rational {
  over: bigint;
  under: bigint;
}

/** Parts that a unit is divided into where a decimal number becomes a rational one. */
const PARTS = 2 ** 20;

/**
 * The least multiple of 2⁻²⁰ that is not below a number: scales of noise are rounded up, so that a rounding never costs
 * privacy. @param value finite, 0 … 2³²
 */
export const roundedUp = (value: number): Rational => ({
  over: BigInt(Math.ceil(value * PARTS)),
  under: BigInt(PARTS),
});

/** The greatest multiple of 2⁻²⁰ that is not above a number: what is spent is rounded down. @param value 0 … 2³² */
export const roundedDown = (value: number): Rational => ({
  over: BigInt(Math.floor(value * PARTS)),
  under: BigInt(PARTS),
});

export const asNumber = ({ over, under }: Rational): number => Number(over) / Number(under);
