import type { CodedColumn } from '../coded/coded-table.ts';
import { sharedWords } from './shared-memory.ts';

/** A column whose values nobody may learn from a group, and what each group must keep to. */
export interface ProtectedColumn {
  /** One per row. */
  codes: CodedColumn['codes'];
  /** So many different values at least (distinct l-diversity). */
  l?: number;
  /** The code of cells that have no value, where there are any: they make no group more varied. */
  missing?: number | undefined;
  /** No value has more than this share of the rows ((α,k)-anonymity). */
  alpha?: number;
  /** No further from the distribution of all rows (t-closeness). */
  t?: number;
  /** The codes are an order, and distance is told along it; else every two values are equally far apart. */
  ordered?: boolean;
}

/** The same, as a group is judged by it. */
export interface GroupModel {
  codes: CodedColumn['codes'];
  values: number;
  l: number;
  /** −1: there is none. */
  missing: number;
  alpha: number;
  t: number;
  ordered: boolean;
  /** Of all rows, by value. */
  shares: Float64Array;
}

/** What is asked, with the distribution of all rows; codes in memory that workers see, too. */
export function sharedModel({ codes: own, l, missing, alpha, t, ordered }: ProtectedColumn): GroupModel {
  const codes = sharedWords(own.length);
  codes.set(own);
  let values = 0;
  for (const code of codes) if (code >= values) values = code + 1;
  const shares = new Float64Array(values);
  for (const code of codes) shares[code]! += 1;
  for (let value = 0; value < values; value += 1) shares[value]! /= codes.length;
  return {
    codes,
    values,
    l: l ?? 1,
    missing: missing ?? -1,
    alpha: alpha ?? 1,
    t: t ?? Infinity,
    ordered: ordered ?? false,
    shares,
  };
}

/** Rounding of sums must not decide. */
const slack = 1e-9;

/**
 * Distance between the distribution in a group and that of all rows: half the sum of the differences, or along an order
 * 1/(m−1) · Σᵢ|Σⱼ≤ᵢ(pⱼ−qⱼ)| (Li, Li and Venkatasubramanian 2007).
 * @param counts per value from `from` on
 */
function distance({ values, ordered, shares }: GroupModel, counts: Uint32Array, from: number, rows: number): number {
  let sum = 0;
  let running = 0;
  for (let value = 0; value < values; value += 1) {
    const apart = counts[from + value]! / rows - shares[value]!;
    running += apart;
    sum += Math.abs(ordered ? running : apart);
  }
  return ordered ? sum / Math.max(1, values - 1) : sum / 2;
}

/**
 * By how much a group misses a model; 0 where it holds. Falls, or stays, when groups that hold are put together: the
 * mean of two distributions is no further from a third, its largest share no larger, its values no fewer.
 */
export function missedBy(model: GroupModel, counts: Uint32Array, from: number, rows: number): number {
  let different = 0;
  let most = 0;
  for (let value = 0; value < model.values; value += 1) {
    const count = counts[from + value]!;
    if (count > 0 && value !== model.missing) different += 1;
    if (count > most) most = count;
  }
  const missing =
    Math.max(0, model.l - different) / model.l + Math.max(0, most / Math.max(1, rows) - model.alpha - slack);
  if (model.t === Infinity || rows === 0) return missing;
  return missing + Math.max(0, distance(model, counts, from, rows) - model.t - slack);
}
