import { createHash, createHmac } from 'node:crypto';
import type { CompiledRecipe } from '#shared/recipe/compile-recipe.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';

/**
 * SHA-256 (lower-case hex) over the canonical plan, its segment, its way and its suppression: what was done, whatever the recipe file looked
 * like.
 */
export const planHash = (compiled: CompiledRecipe): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        plan: compiled.plan,
        suppression: compiled.suppression,
        ...(compiled.way === null ? {} : { way: compiled.way }),
        ...(compiled.segment.length === 0 ? {} : { segment: compiled.segment }),
      }),
    )
    .digest('hex');

/**
 * Key of one release's row order: from the workspace's order key, so that nobody without it can undo the shuffle;
 * without a key from source and plan alone.
 */
export const orderKey = (key: Uint8Array | null, sourceSha256: string, plan: string): Uint8Array =>
  createHmac('sha256', key ?? 'custos-row-order')
    .update(`${sourceSha256}\n${plan}`)
    .digest();

/** Sort expressions for a connection whose variable `row_order` holds the release's order key. */
const shuffledBy = (text: string): string =>
  `('0x' || left(sha256(getvariable('row_order') || encode(${text})), 16))::UBIGINT`;

/** By the number of the row in the source: to be undone by whoever has the source and the key. */
export const orderByNumber = `${shuffledBy('rid::VARCHAR')}, rid`;

/**
 * By what the row says, so that the order tells nothing the rows do not: equal rows stand together, and which of them
 * was which cannot be seen. The number of the row only keeps the side files in step.
 */
export const orderByContent = (columns: readonly string[]): string =>
  `${shuffledBy(`to_json([${columns.join(', ')}]::VARCHAR[])::VARCHAR`)}, rid`;
