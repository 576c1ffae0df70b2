import type { Way } from '#shared/plan/plan-node.ts';
import { shuffle, type RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { leaveOutPlaces, takeRows } from './rows-in-hand.ts';
import type { WayInput } from './way-input.ts';

/**
 * Leaves out the rows of all but some people: as many as the share says, one at least, each set of so many as likely (a
 * simple random sample without replacement). A row that names nobody is somebody of its own.
 * @returns how many rows
 */
export async function leaveOutUnsampled(
  input: WayInput,
  { share }: Way & { id: 'sample-rows' },
  bits: RandomBits,
): Promise<number> {
  const { rows, people } = await takeRows(input);
  const numbers = new Map<number, number>();
  let count = 0;
  const whose = Uint32Array.from({ length: rows }, (_, row) => {
    const person = people?.[row] ?? 0;
    const known = person === 0 ? undefined : numbers.get(person);
    if (known !== undefined) return known;
    if (person !== 0) numbers.set(person, count);
    return count++;
  });
  const drawn = Uint32Array.from({ length: count }, (_, person) => person);
  shuffle(bits, drawn);
  const stays = new Uint8Array(count);
  for (const person of drawn.subarray(0, Math.max(1, Math.round(share * count)))) stays[person] = 1;
  const places = Uint32Array.from([...whose.keys()].filter((row) => stays[whose[row]!] === 0));
  return leaveOutPlaces(input, places);
}
