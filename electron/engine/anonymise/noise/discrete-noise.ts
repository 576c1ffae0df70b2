import { below, belowBig, type RandomBits } from './random-bits.ts';
import type { Rational } from './rational.ts';

/**
 * Exact samplers of Canonne, Kamath, Steinke, “The Discrete Gaussian for Differential Privacy” (NeurIPS 2020),
 * algorithms 1 to 3: whole numbers and fair bits only, no floating point, so nothing of a true count shows in the low
 * bits of a noisy one (Mironov 2012).
 */

/** True with probability exp(−over/under), exactly. @param over 0 or more @param under above 0 */
export function bernoulliExp(bits: RandomBits, over: bigint, under: bigint): boolean {
  for (let whole = over / under; whole > 0n; whole -= 1n) if (!upToOne(bits, 1n, 1n)) return false;
  return upToOne(bits, over % under, under);
}

/** Algorithm 1 for over/under within 0 … 1. */
function upToOne(bits: RandomBits, over: bigint, under: bigint): boolean {
  if (over === 0n) return true;
  let count = 1n;
  while (belowBig(bits, under * count) < over) count += 1n;
  return (count & 1n) === 1n;
}

/**
 * Whole numbers z with probability proportional to exp(−|z| · under/over) (algorithm 2): noise of scale over/under.
 * @param scale above 0
 */
export function discreteLaplace(bits: RandomBits, scale: Rational): bigint {
  const { over, under } = scale;
  for (;;) {
    const rest = belowBig(bits, over);
    if (!bernoulliExp(bits, rest, over)) continue;
    let whole = 0n;
    while (upToOne(bits, 1n, 1n)) whole += 1n;
    const size = (rest + over * whole) / under;
    const negative = below(bits, 2) === 1;
    if (negative && size === 0n) continue;
    return negative ? -size : size;
  }
}

/** The greatest whole number whose square is at most a number. */
function rootOf(value: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(value))));
  while (root * root > value) root -= 1n;
  while ((root + 1n) * (root + 1n) <= value) root += 1n;
  return root;
}

/**
 * Whole numbers z with probability proportional to exp(−z² / 2σ²) (algorithm 3).
 * @param variance σ², above 0; the parameter of the distribution, which its variance does not exceed
 */
export function discreteGaussian(bits: RandomBits, variance: Rational): bigint {
  const { over, under } = variance;
  const scale = rootOf(over / under) + 1n;
  const laplace = { over: scale, under: 1n };
  const least = 2n * over * under * scale * scale;
  for (;;) {
    const drawn = discreteLaplace(bits, laplace);
    const apart = (drawn < 0n ? -drawn : drawn) * under * scale - over;
    if (bernoulliExp(bits, apart * apart, least)) return drawn;
  }
}
