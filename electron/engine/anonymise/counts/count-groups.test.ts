import { expect, it } from 'vitest';
import { codeRows, type CodedTable } from '../coded/coded-table.ts';
import { below, seededBits } from '../noise/random-bits.ts';
import { countGroups } from './count-groups.ts';

function randomTable(seed: number): { table: CodedTable; people: Uint32Array } {
  const bits = seededBits(seed);
  const count = 30 + below(bits, 200);
  const rows = Array.from({ length: count }, () => [
    `${Math.min(below(bits, 6), below(bits, 6))}`,
    below(bits, 9) === 0 ? null : `${below(bits, 3)}`,
    `${below(bits, 40)}`,
  ]);
  return { table: codeRows(['a', 'b', 'c'], rows), people: Uint32Array.from({ length: count }, () => below(bits, 60)) };
}

const reads = ({ columns }: CodedTable, row: number, places: readonly number[]): string =>
  places.map((place) => columns[place]!.values[columns[place]!.codes[row]!] ?? '∅').join('|');

it('counts as counting by hand does, and hides as much as it must and no more', () => {
  let [hiddenAlone, hiddenBeside] = [0, 0];
  for (let seed = 1; seed <= 60; seed += 1) {
    const { table, people } = randomTable(seed);
    const [k, who] = [2 + (seed % 6), seed % 2 === 0 ? people : undefined];
    const found = countGroups(table, { columns: [0, 1], k, ...(who && { people: who }) });
    const groups = new Map<string, Set<number>>();
    for (let row = 0; row < table.rows; row += 1) {
      const key = reads(table, row, [0, 1]);
      groups.set(key, (groups.get(key) ?? new Set()).add(who?.[row] ?? row));
    }
    const shown = new Map(Array.from(found.counts, (count, row) => [reads(found.groups, row, [0, 1]), count]));
    for (const [key, count] of shown) {
      expect(count).toBe(groups.get(key)!.size);
      expect(count).toBeGreaterThanOrEqual(k);
    }
    const hidden = [...groups].filter(([key]) => !shown.has(key));
    const peopleHidden = new Set(hidden.flatMap(([, members]) => [...members]));
    expect(peopleHidden.size === 0 || peopleHidden.size >= k || shown.size === 0).toBe(true);
    // The largest of the hidden that is not small itself was needed: without it fewer than k would be hidden.
    const extra = hidden.filter(([, members]) => members.size >= k).sort((a, b) => b[1].size - a[1].size);
    hiddenAlone += Number(hidden.length > 0 && extra.length === 0);
    if (extra.length > 0) {
      hiddenBeside += 1;
      const others = hidden.filter((one) => one !== extra[0]);
      expect(new Set(others.flatMap(([, members]) => [...members])).size).toBeLessThan(k);
    }
    const left = Array.from({ length: table.rows }, (_, row) => row).filter(
      (row) => !shown.has(reads(table, row, [0, 1])),
    );
    expect([...found.leftOut]).toEqual(left);
    found.totals.forEach((totals, place) =>
      totals.forEach((total, code) => {
        const rows = [...found.counts.keys()].filter((row) => found.groups.columns[place]!.codes[row] === code);
        expect(total).toBe(rows.reduce((sum, row) => sum + found.counts[row]!, 0));
      }),
    );
  }
  expect(Math.min(hiddenAlone, hiddenBeside)).toBeGreaterThan(1);
});

it('hides a second group where one alone could be subtracted from all rows', () => {
  const rows = [...Array<string>(20).fill('many'), ...Array<string>(8).fill('some'), 'alone'].map((cell) => [cell]);
  const found = countGroups(codeRows(['a'], rows), { columns: [0], k: 5 });
  expect(found.groups.columns[0]!.values[found.groups.columns[0]!.codes[0]!]).toBe('many');
  expect([...found.counts]).toEqual([20]);
  expect(found.leftOut).toHaveLength(9);
});

it('takes a table without rows, and refuses no column and no k', () => {
  const empty = codeRows(['a'], []);
  expect(countGroups(empty, { columns: [0], k: 5 })).toMatchObject({ groups: { rows: 0 }, leftOut: new Uint32Array() });
  expect(() => countGroups(empty, { columns: [], k: 5 })).toThrow(/one column at least/);
  for (const k of [0, -1, 2.5, NaN]) expect(() => countGroups(empty, { columns: [0], k })).toThrow(/^k has to be/);
});
