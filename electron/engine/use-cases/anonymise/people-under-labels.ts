import { isMissing } from '#shared/domain/class-values.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { ReleaseFormat } from '#engine/release/formats/release-format.ts';
import type { ByPopulation } from './population.ts';
import { writtenCell } from './write-rows.ts';

/** Cells looked at between two looks at the clock. */
const some = 4096;

/** Rows by value: those of value v are `order[start[v]] … order[start[v + 1] - 1]`. */
function rowsByValue(codes: ByPopulation['codes'][number], values: number): { start: Uint32Array; order: Uint32Array } {
  const start = new Uint32Array(values + 1);
  for (const code of codes) start[code + 1]! += 1;
  for (let value = 0; value < values; value += 1) start[value + 1]! += start[value]!;
  const next = start.slice();
  const order = new Uint32Array(codes.length);
  for (const [row, code] of codes.entries()) order[next[code]!++] = row;
  return { start, order };
}

/** The values that may read a text, by text. */
function valuesByText(mayRead: readonly (readonly (string | null)[])[], format: ReleaseFormat): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [value, cells] of mayRead.entries())
    for (const text of new Set(cells.map((cell) => writtenCell(cell, format) ?? ''))) {
      const own = found.get(text);
      if (own === undefined) found.set(text, [value]);
      else own.push(value);
    }
  return found;
}

/**
 * How many people of a population stand under the labels of each class: in every column they have a value that may read
 * the class's text. Looked up from the column in which the fewest rows may.
 * @param classes labels of each, as they are read
 * @param mayRead by column and value: the cells that it may read
 * @throws Failure JOB_CANCELLED
 */
export async function peopleUnderLabels(
  classes: readonly (readonly string[])[],
  mayRead: readonly (readonly (readonly (string | null)[])[])[],
  { codes, person }: ByPopulation,
  format: ReleaseFormat,
  signal: AbortSignal,
): Promise<number[]> {
  const columns = mayRead.map((cells, at) => ({
    codes: codes[at]!,
    texts: valuesByText(cells, format),
    under: new Uint8Array(cells.length),
    ...rowsByValue(codes[at]!, cells.length),
  }));
  const nobody = person?.values.map(isMissing) ?? [];
  const counted: number[] = [];
  let looked = 0;
  const step = pace(signal);
  for (const labels of classes) {
    const values = labels.map((label, at) => columns[at]!.texts.get(label) ?? []);
    for (const [at, own] of values.entries()) for (const value of own) columns[at]!.under[value] = 1;
    const rows = values.map((own, at) => {
      const { start } = columns[at]!;
      return own.reduce((sum, value) => sum + start[value + 1]! - start[value]!, 0);
    });
    const fewest = rows.indexOf(Math.min(...rows));
    const { start, order } = columns[fewest]!;
    const people = new Set<number>();
    let found = 0;
    for (const value of values[fewest]!)
      for (let at = start[value]!; at < start[value + 1]!; at += 1) {
        const row = order[at]!;
        if ((looked += 1) % some === 0) await step();
        if (!columns.every((column) => column.under[column.codes[row]!] === 1)) continue;
        if (person === null) found += 1;
        else if (!nobody[person.codes[row]!]) people.add(person.codes[row]!);
      }
    counted.push(person === null ? found : people.size);
    for (const [at, own] of values.entries()) for (const value of own) columns[at]!.under[value] = 0;
  }
  return counted;
}
