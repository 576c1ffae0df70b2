import { chanceOf, someBelow } from '../attack/chance.ts';
import { rowsOf, type ChildRows } from './related-tables.ts';

/** Of a person with more rows than `most`, so many drawn at random stay: whoever has half of a table is not in half of it. */
export function boundRows(child: ChildRows, most: number, seed: number): ChildRows {
  const people = child.start.length - 1;
  const chance = chanceOf(seed);
  const start = new Uint32Array(people + 1);
  const kept: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const [from, many] = [child.start[person]!, rowsOf(child, person)];
    if (many <= most) for (let at = from; at < from + many; at += 1) kept.push(child.rows[at]!);
    else for (const at of someBelow(many, most, chance).toSorted((a, b) => a - b)) kept.push(child.rows[from + at]!);
    start[person + 1] = kept.length;
  }
  return { ...child, start, rows: Uint32Array.from(kept) };
}

/** So many rows that the given share of those who have any have no more; 0 where nobody has any. */
export function quantileOfRows(child: ChildRows, share: number): number {
  const counts = Uint32Array.from({ length: child.start.length - 1 }, (_, person) => rowsOf(child, person))
    .filter((many) => many > 0)
    .toSorted();
  return counts.length === 0 ? 0 : counts[Math.min(counts.length - 1, Math.ceil(share * counts.length) - 1)]!;
}
