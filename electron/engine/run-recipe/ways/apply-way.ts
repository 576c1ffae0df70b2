import { createHmac } from 'node:crypto';
import { keyedBits } from '#engine/anonymise/noise/keyed-bits.ts';
import { cryptographicBits, type RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import type { KeptRows } from '../../facts/kept-rows.ts';
import type { TransformedRows } from '../transform-rows.ts';
import { groupInPlace, type Grouped } from './group-rows.ts';
import { drawTwin, type Drawn } from './synthesise.ts';

/** What a recipe's way made of the rows that may leave. */
export type WayMade = ({ id: 'group-rows' } & Grouped) | ({ id: 'synthesise' } & Drawn);

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
  return { id: way.id, ...(await drawTwin(input, way, (rows) => randomOf(secret, rows))) };
}
