import type { Way } from '#shared/plan/plan-node.ts';
import { SameRows } from '#engine/anonymise/narrow/same-rows.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { leaveOutPlaces, takeRows } from './rows-in-hand.ts';
import type { WayInput } from './way-input.ts';

/** What `takeRows` has for a row that names nobody. */
const nobody = 0;

/**
 * Leaves out the rows whose combination fewer than k people have in any of the tables, and what that makes few
 * elsewhere, until every table has k over the same rows: the most rows over which all have it, whichever is written.
 * @returns how many rows
 * @throws Failure JOB_CANCELLED
 */
export async function leaveOutFewInAny(input: WayInput, { tables }: Way & { id: 'narrow-tables' }): Promise<number> {
  const { outputs, k, signal, onShare } = input;
  if (k < 2) return 0;
  const { rows, columns, people } = await takeRows(input);
  const places = new Map(outputs.map(({ name }, place) => [name, place]));
  const same = new SameRows({ rows, columns }, k, people ?? null, nobody);
  for (const [at, table] of tables.entries()) {
    same.add(
      table.columns.flatMap((name) => places.get(name) ?? []),
      Infinity,
    );
    onShare?.((at + 1) / tables.length);
    await new Promise(setImmediate);
    throwIfCancelled(signal);
  }
  return leaveOutPlaces(input, Uint32Array.from([...same.flags.keys()].filter((row) => same.flags[row] === 1)));
}
