import { z } from 'zod';
import type { RecipeFormat2 } from './recipe-format-2.ts';
import { mostProtected, recipeParts, suppressionLimit } from './recipe-parts.ts';
import { kTarget, onlyK } from './recipe-target.ts';

/** The recipe file of interface.md: one k, and a list of columns to protect. Scripts of other people read and write it. */
export const recipeFormat1 = z.strictObject({
  ...recipeParts,
  formatVersion: z.literal(1),
  target: z.strictObject({ k: z.number().int().min(1).max(1_000_000), suppression: suppressionLimit }),
  /**
   * Output columns of an anonymised release that are not counted as known to others, because they are what is
   * protected: each must meet l and t.
   */
  protect: z.array(z.string()).max(mostProtected).optional(),
});
export type RecipeFormat1 = z.infer<typeof recipeFormat1>;

/** The same recipe in format 2: k is a model of the target, a protected column one with a role. */
export function fromFormat1({ formatVersion: _one, target, protect, ...parts }: RecipeFormat1): RecipeFormat2 {
  return {
    ...parts,
    formatVersion: 2,
    target: kTarget(target.k, target.suppression),
    ...(protect === undefined ? {} : { roles: protect.map((column) => ({ column, role: 'to-protect' as const })) }),
  };
}

/** The same recipe in format 1; null where it says more than that can. */
export function asFormat1({ formatVersion: _two, target, roles, ...parts }: RecipeFormat2): RecipeFormat1 | null {
  const k = onlyK(target);
  if (k === null || roles?.some(({ role }) => role !== 'to-protect')) return null;
  const { success, data } = recipeFormat1.safeParse({
    ...parts,
    formatVersion: 1,
    target: { k, suppression: target.suppression },
    ...(roles === undefined ? {} : { protect: roles.map(({ column }) => column) }),
  });
  return success ? data : null;
}
