import { createHash } from 'node:crypto';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import type { CodedColumn, CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import type { HalfRelease } from '#engine/anonymise/attack/attack-halves.ts';
import type { KeptRows } from '#engine/facts/kept-rows.ts';

/** What a way works on. */
export interface WayInput {
  /** The rows that may leave. */
  rows: KeptRows;
  /** The columns it works on, in the order of the recipe. */
  outputs: readonly Pick<CompiledOutput, 'name' | 'physical'>[];
  /** The smallest group. */
  k: number;
  /** SQL of a person's fingerprint, where a person has several rows. */
  person: string | null;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** What a way did to one output: `detail` is the share (0…1) of what went in that its cells still tell. */
export interface WayLoss {
  physical: string;
  /** Shannon entropy (nats) of what went in. */
  entropy: number;
  detail: number;
}

/** What attacks need: whom a way worked on, and the same made anew of some of them. */
export interface Remade {
  people: CodedTable;
  /** A number for the person of each row, where one has several. */
  persons: Uint32Array | undefined;
  /** @param rows places in `people`, ascending */
  releaseOf(rows: Uint32Array): Promise<HalfRelease>;
}

/** Shannon entropy of a column in nats, no value being a value like any other. */
export function entropyOf({ codes, values }: CodedColumn): number {
  const counts = new Uint32Array(values.length);
  for (const code of codes) counts[code] = counts[code]! + 1;
  let sum = 0;
  for (const count of counts) if (count > 0) sum -= (count / codes.length) * Math.log(count / codes.length);
  return sum;
}

/** The persons of the rows, numbered from 1; 0 where a row names nobody. */
export function peopleOf({ columns }: CodedTable): Uint32Array | undefined {
  const column = columns.at(-1);
  if (column === undefined) return undefined;
  return Uint32Array.from(column.codes, (code) => (column.values[code] === null ? 0 : code + 1));
}

/** SHA-256 over the codes of all cells, column by column. */
export function codesDigest({ columns }: CodedTable): Buffer {
  const hash = createHash('sha256');
  for (const { codes } of columns) hash.update(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength));
  return hash.digest();
}
