import { createHash, createHmac } from 'node:crypto';
import type { CompiledRecipe } from '#shared/recipe/compile-recipe.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';

/**
 * SHA-256 (lower-case hex) over the canonical plan, its segment, its ways and its suppression: what was done, whatever the recipe file looked
 * like.
 */
export const planHash = (compiled: CompiledRecipe): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        plan: compiled.plan,
        suppression: compiled.suppression,
        ...(compiled.ways.length === 0 ? {} : { ways: compiled.ways }),
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

/** What noise and other chance of a release are drawn from: who has the key can draw it again, and nobody else. */
export interface NoiseSecret {
  /** The same for every release of the workspace, or of the key file. */
  key: Uint8Array;
  /** Of this source and plan alone. */
  here: Uint8Array;
}

/** Null where there are no keys, or nothing is drawn. */
export const noiseSecret = (
  keys: ReleaseKeys | null,
  sourceSha256: string,
  compiled: CompiledRecipe,
): NoiseSecret | null =>
  keys === null || compiled.ways.length === 0
    ? null
    : { key: keys.orderKey(), here: orderKey(keys.orderKey(), sourceSha256, planHash(compiled)) };

/** Sort expressions for a connection whose variable `row_order` holds the release's order key. */
const shuffledBy = (text: string): string =>
  `('0x' || left(sha256(getvariable('row_order') || encode(${text})), 16))::UBIGINT`;

/** By the number of the row in the source: to be undone by whoever has the source and the key. */
export const orderByNumber = `${shuffledBy('rid::VARCHAR')}, rid`;

/**
 * By what the row says, so that the order tells nothing the rows do not: equal rows stand together, and which of them
 * was which cannot be seen. The number of the row only keeps the side files in step.
 */
export const orderByContent = (columns: readonly string[]): string => `${contentKey(columns)}, rid`;

/** Where a row stands by what it says: a number, the same for rows that read the same. */
export const contentKey = (columns: readonly string[]): string =>
  shuffledBy(`to_json([${columns.join(', ')}]::VARCHAR[])::VARCHAR`);
