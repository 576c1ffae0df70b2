import { createHmac } from 'node:crypto';
import { keyedBits } from '#engine/anonymise/noise/keyed-bits.ts';
import { cryptographicBits, type RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import type { ClosingWay, Way } from '#shared/plan/plan-node.ts';
import { columnsInTable } from '#shared/recipe/compile-recipe.ts';
import type { KeptRows } from '#engine/facts/kept-rows.ts';
import type { NoiseSecret } from '../plan-hash.ts';
import type { TransformedRows } from '../transform-rows.ts';
import { noiseInPlace } from './add-noise.ts';
import { leaveCountable, type Counted } from './count-rows.ts';
import { countWithNoise, type CountedWithNoise } from './count-with-noise.ts';
import { groupInPlace, type Grouped } from './group-rows.ts';
import { namePlacesInPlace } from './name-places.ts';
import { leaveOutFewInAny } from './narrow-tables.ts';
import { drawAgainInPlace } from './pram.ts';
import { leaveOutUnsampled } from './sample-rows.ts';
import { swapInPlace } from './swap-ranks.ts';
import { drawTwin, type Drawn } from './synthesise.ts';
import type { WayInput, WayLoss } from './way-input.ts';

/** What a recipe's closing way made of the rows that may leave. */
export type WayMade =
  | ({ id: 'group-rows' } & Grouped)
  | ({ id: 'count-rows' } & Counted)
  | ({ id: 'noisy-counts' } & CountedWithNoise)
  | ({ id: 'synthesise' } & Drawn);

/** Rows behind which nobody stands: they are in a table of their own. */
export const isDrawn = (way: WayMade | null): way is WayMade & { id: 'synthesise' | 'noisy-counts' } =>
  way?.id === 'synthesise' || way?.id === 'noisy-counts';

/** What a recipe's ways did, one after the other. */
export interface WaysMade {
  /** Null where the rows are still their own. */
  closing: WayMade | null;
  /** In the order in which it was done; an output may be named several times. */
  losses: WayLoss[];
  /** Rows that a sample left out. */
  unsampled: number;
  /** Rows left out because few people share them in one of several tables. */
  few: number;
}

export interface ApplyWaysInput {
  rows: KeptRows;
  k: number;
  /** What is drawn from, so that the same rows give the same result; null: from chance. */
  secret: NoiseSecret | null;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

const bitsOf = (secret: Uint8Array, use: string, by: Uint8Array | string): RandomBits =>
  keyedBits(createHmac('sha256', secret).update(`custos-${use}\n`).update(by).digest());

/** Bits of one step: of two, neither tells anything of the other. */
const ofStep = (secret: NoiseSecret | null, step: number): RandomBits =>
  secret === null ? cryptographicBits() : bitsOf(secret.here, 'step', String(step));

/**
 * Bits for noise that is a budget: other rows have other noise, since the same noise twice would show what changed
 * between them; the same rows in another file have the same.
 */
const ofRows =
  (secret: NoiseSecret | null) =>
  (rows: Uint8Array): RandomBits =>
    secret === null ? cryptographicBits() : bitsOf(secret.key, 'noise', rows);

/** Runs what a recipe does to all rows together, in its order. @throws Failure JOB_CANCELLED, TARGET_MISSED */
export async function applyWays(
  { compiled, person }: TransformedRows,
  { secret, ...rest }: ApplyWaysInput,
): Promise<WaysMade> {
  const outputs = new Map(columnsInTable(compiled).map((output) => [output.name, output]));
  const made: WaysMade = { closing: null, losses: [], unsampled: 0, few: 0 };
  for (const { step, way, columns } of compiled.ways) {
    const input = {
      ...rest,
      person: person?.sql ?? null,
      outputs: columns.flatMap((name) => outputs.get(name) ?? []),
    };
    await (isClosing(way) ? close(made, way, input, secret) : move(made, way, input, ofStep(secret, step)));
  }
  return made;
}

const isClosing = (way: Way): way is ClosingWay =>
  way.id === 'group-rows' || way.id === 'count-rows' || way.id === 'synthesise';

/** Makes the finished table anew. */
async function close(made: WaysMade, way: ClosingWay, input: WayInput, secret: NoiseSecret | null): Promise<void> {
  made.closing = await closed(way, input, secret);
  made.losses.push(...made.closing.losses);
}

async function closed(way: ClosingWay, input: WayInput, secret: NoiseSecret | null): Promise<WayMade> {
  switch (way.id) {
    case 'group-rows':
      return { id: way.id, ...(await groupInPlace(input)) };
    case 'synthesise':
      return { id: way.id, ...(await drawTwin(input, way, ofRows(secret))) };
    case 'count-rows':
      return way.epsilon === 0
        ? { id: way.id, ...(await leaveCountable(input)) }
        : { id: 'noisy-counts', ...(await countWithNoise(input, way, ofRows(secret))) };
  }
}

/** Changes or leaves out rows that stay themselves. */
async function move(made: WaysMade, way: Exclude<Way, ClosingWay>, input: WayInput, random: RandomBits): Promise<void> {
  switch (way.id) {
    case 'add-noise':
      made.losses.push(...(await noiseInPlace(input, way, random)));
      break;
    case 'swap-ranks':
      made.losses.push(...(await swapInPlace(input, way, random)));
      break;
    case 'pram':
      made.losses.push(...(await drawAgainInPlace(input, way, random)));
      break;
    case 'name-places':
      made.losses.push(...(await namePlacesInPlace(input, way)));
      break;
    case 'sample-rows':
      made.unsampled += await leaveOutUnsampled(input, way, random);
      break;
    case 'narrow-tables':
      made.few += await leaveOutFewInAny(input, way);
      break;
  }
}
