import type { Way } from '#shared/plan/plan-node.ts';
import { placeLevels } from '#shared/domain/place-levels.ts';
import { operationsText } from '#shared/text/operations.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { labelsOfPoint } from '#engine/anonymise/hierarchies/labels-of-point.ts';
import { putLines, takeRows, type Readings } from './rows-in-hand.ts';
import { entropyOf, type WayInput, type WayLoss } from './way-input.ts';

const { elsewhere } = operationsText['name-places'];

/** Values between two looks at the clock. */
const some = 1024;

/**
 * Lets each output, which holds positions, read the name of what they lie in; no position stays none.
 * @throws Failure JOB_CANCELLED
 */
export async function namePlacesInPlace(input: WayInput, { level }: Way & { id: 'name-places' }): Promise<WayLoss[]> {
  const { rows, columns } = await takeRows(input);
  if (rows === 0) return [];
  const at = placeLevels.indexOf(level);
  const named: (CodedColumn & Readings)[] = [];
  const step = pace(input.signal);
  for (const { name, codes, values } of columns) {
    const labels: (string | null)[] = [];
    for (const [code, value] of values.entries()) {
      labels.push(value === null ? null : nameOf(value, at));
      if (code % some === 0) await step();
    }
    const all = [...new Set(labels)];
    const place = new Map(all.map((label, number) => [label, number]));
    const of = labels.map((label) => place.get(label)!);
    named.push({ name, codes: Uint32Array.from(codes, (code) => of[code]!), values: all });
  }
  await putLines(input, { columns: named });
  return columns.map((column, output) => {
    const [before, after] = [entropyOf(column), entropyOf(named[output]!)];
    return {
      physical: input.outputs[output]!.physical,
      entropy: before,
      detail: before === 0 ? 1 : Math.min(1, after / before),
    };
  });
}

/** @param position 'at', degrees north and degrees east, with a space between them */
function nameOf(position: string, level: number): string {
  const [latitude, longitude] = position.split(' ').slice(1).map(Number) as [number, number];
  return labelsOfPoint({ latitude, longitude })?.[level] ?? elsewhere;
}
