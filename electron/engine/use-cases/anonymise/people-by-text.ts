import { isMissing } from '#shared/domain/class-values.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { ReleaseFormat } from '#engine/release/formats/release-format.ts';
import type { ByPopulation } from './population.ts';
import type { Recoding } from './recoding.ts';
import { writtenCell } from './write-rows.ts';
import { peopleUnderLabels } from './people-under-labels.ts';

/** Rows between two looks at the clock. */
const some = 4096;

/**
 * How many people of a population each class of a written file may be about: whose values read as it does by the same
 * levels or, of rows with labels of their own, stand under its labels. Counted from texts alone, row by row.
 * @param classes labels of each, as they are read
 * @throws Failure JOB_CANCELLED
 */
export async function peopleByText(
  classes: readonly (readonly string[])[],
  { columns, mayRead }: Recoding,
  population: ByPopulation,
  format: ReleaseFormat,
  signal: AbortSignal,
): Promise<number[]> {
  if (mayRead !== undefined) return peopleUnderLabels(classes, mayRead, population, format, signal);
  const { rows, codes, person } = population;
  const texts = columns.map(({ cells }) => cells.map((cell) => writtenCell(cell, format) ?? ''));
  const places = new Map(classes.map((labels, at) => [JSON.stringify(labels), at]));
  // Rows of one combination of values are looked up once.
  const known = new Map<string, number | undefined>();
  const counts = classes.map(() => 0);
  const people = classes.map(() => new Set<number>());
  const step = pace(signal);
  for (let row = 0; row < rows; row += 1) {
    const values = codes.map((column) => column[row]!);
    const key = values.join(' ');
    if (!known.has(key)) known.set(key, places.get(JSON.stringify(values.map((value, at) => texts[at]![value]!))));
    const place = known.get(key);
    if (place !== undefined && person === null) counts[place]! += 1;
    else if (place !== undefined && !isMissing(person!.values[person!.codes[row]!]!))
      people[place]!.add(person!.codes[row]!);
    if (row % some === 0) await step();
  }
  return person === null ? counts : people.map(({ size }) => size);
}
