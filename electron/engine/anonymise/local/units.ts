import type { Units } from './block.ts';
import { sharedBytes, sharedWords } from './shared-memory.ts';

/** All rows of a person are one unit; a row of nobody is one by itself and does not count. @param people 0 = nobody */
export function unitsOf(rows: number, people: Uint32Array | undefined): Units {
  if (people === undefined) return { count: rows };
  const unitOfPerson = new Map<number, number>();
  const unitOf = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const person = people[row]!;
    const known = person === 0 ? undefined : unitOfPerson.get(person);
    unitOf[row] = known ?? count;
    if (known !== undefined) continue;
    if (person !== 0) unitOfPerson.set(person, count);
    count += 1;
  }
  const start = sharedWords(count + 1);
  for (const unit of unitOf) start[unit]! += 1;
  for (let unit = 0, sum = 0; unit <= count; unit += 1) {
    sum += start[unit]!;
    start[unit] = sum;
  }
  const list = sharedWords(rows);
  const counts = sharedBytes(count);
  for (let row = rows - 1; row >= 0; row -= 1) {
    const unit = unitOf[row]!;
    list[--start[unit]!] = row;
    counts[unit] = people[row] === 0 ? 0 : 1;
  }
  return { count, start, rows: list, counts };
}
