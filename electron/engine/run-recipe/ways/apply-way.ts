import { createHmac } from 'node:crypto';
import { keyedBits } from '#engine/anonymise/noise/keyed-bits.ts';
import { cryptographicBits, type RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import type { KeptRows } from '#engine/facts/kept-rows.ts';
import type { TransformedRows } from '../transform-rows.ts';
import { countWithNoise, leaveCountable, type Counted, type CountedWithNoise } from './count-rows.ts';
import { groupInPlace, type Grouped } from './group-rows.ts';
import { drawTwin, type Drawn } from './synthesise.ts';

/** What a recipe's way made of the rows that may leave. */
export type WayMade =
  | ({ id: 'group-rows' } & Grouped)
  | ({ id: 'count-rows' } & Counted)
  | ({ id: 'noisy-counts' } & CountedWithNoise)
  | ({ id: 'synthesise' } & Drawn);

/** Rows behind which nobody stands: they are in a table of their own. */
export const isDrawn = (way: WayMade | null): way is WayMade & { id: 'synthesise' | 'noisy-counts' } =>
  way?.id === 'synthesise' || way?.id === 'noisy-counts';

export interface ApplyWayInput {
  rows: KeptRows;
  k: number;
  /** What noise is drawn from, so that the same rows give the same noise; null: from chance. */
  secret: Uint8Array | null;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** Other rows have other noise: the same noise twice would show what changed between them. */
const randomOf = (secret: Uint8Array | null, rows: Uint8Array): RandomBits =>
  secret === null
    ? cryptographicBits()
    : keyedBits(createHmac('sha256', secret).update('custos-noise\n').update(rows).digest());

/** Runs a recipe's way, where it has one. @throws Failure JOB_CANCELLED, TARGET_MISSED */
export async function applyWay(
  { compiled, person }: TransformedRows,
  { secret, ...rest }: ApplyWayInput,
): Promise<WayMade | null> {
  if (compiled.way === null) return null;
  const { way, columns } = compiled.way;
  const outputs = new Map(compiled.outputs.map((output) => [output.name, output]));
  const input = {
    ...rest,
    person: person?.sql ?? null,
    outputs: columns.flatMap((name) => outputs.get(name) ?? []),
  };
  if (way.id === 'group-rows') return { id: way.id, ...(await groupInPlace(input)) };
  const random = (rows: Uint8Array): RandomBits => randomOf(secret, rows);
  if (way.id === 'count-rows')
    return way.epsilon === 0
      ? { id: way.id, ...(await leaveCountable(input)) }
      : { id: 'noisy-counts', ...(await countWithNoise(input, way, random)) };
  return { id: way.id, ...(await drawTwin(input, way, random)) };
}
