import { createHash, createHmac } from 'node:crypto';
import type { CompiledRecipe } from '#shared/recipe/compile-recipe.ts';
import { canonicalJson } from '#shared/register/canonical-json.ts';

/** SHA-256 (lower-case hex) over the canonical plan and its suppression: what was done, whatever the recipe file looked like. */
export const planHash = (compiled: CompiledRecipe): string =>
  createHash('sha256').update(canonicalJson({ plan: compiled.plan, suppression: compiled.suppression })).digest('hex');

/**
 * Key of one release's row order: from the workspace's order key, so that nobody without it can undo the shuffle; without a key from
 * source and plan alone, which still breaks the tie to the source's order but can be recomputed by whoever has the source.
 */
export const orderKey = (key: Uint8Array | null, sourceSha256: string, plan: string): Uint8Array =>
  createHmac('sha256', key ?? 'custos row order').update(`${sourceSha256}\n${plan}`).digest();

/** Sort expressions over `rid` for a connection whose variable `row_order` holds the release's order key. */
export const shuffledOrder = "('0x' || left(sha256(getvariable('row_order') || encode(rid::VARCHAR)), 16))::UBIGINT, rid";
