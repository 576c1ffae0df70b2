import { expect, it } from 'vitest';
import { codeRows, type CodedTable } from '../coded/coded-table.ts';
import { below, seededBits } from '../noise/random-bits.ts';
import { jointTables } from './joint-tables.ts';

const K = 4;

function randomTable(seed: number, count = 300): { table: CodedTable; people: Uint32Array } {
  const bits = seededBits(seed);
  const sizes = [2, 3, 4, 5, 3, 6];
  const rows = Array.from({ length: count }, () => {
    const hidden = below(bits, 4);
    return sizes.map(
      (size) => `${(below(bits, 2) === 0 ? hidden : Math.min(below(bits, size), below(bits, size))) % size}`,
    );
  });
  const people = Uint32Array.from({ length: count }, () => below(bits, 120));
  return { table: codeRows(['a', 'b', 'c', 'd', 'e', 'f'], rows), people };
}

/** Rows by what they read in some columns. */
function classesOf(table: CodedTable, columns: readonly number[], rows: readonly number[]): Map<string, number[]> {
  const classes = new Map<string, number[]>();
  for (const row of rows) {
    const key = columns.map((column) => table.columns[column]!.codes[row]).join();
    const found = classes.get(key);
    if (found === undefined) classes.set(key, [row]);
    else found.push(row);
  }
  return classes;
}

const keptOf = (table: CodedTable, leftOut: Uint32Array): number[] => {
  const out = new Set(leftOut);
  return Array.from({ length: table.rows }, (_, row) => row).filter((row) => !out.has(row));
};

/** The most rows over which all tables have k, found the plain way: small classes go until there is none. */
function mostRows(table: CodedTable, tables: readonly number[][], people?: Uint32Array): number[] {
  let rows = Array.from({ length: table.rows }, (_, row) => row);
  for (;;) {
    const small = new Set<number>();
    for (const columns of tables)
      for (const found of classesOf(table, columns, rows).values())
        if (new Set(people ? found.map((row) => people[row]) : found).size < K) for (const row of found) small.add(row);
    if (small.size === 0) return rows;
    rows = rows.filter((row) => !small.has(row));
  }
}

it('leaves out as many rows as it must for every table to have k, and no more than it may', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const { table, people } = randomTable(seed);
    const who = seed % 2 === 0 ? { people } : {};
    const { tables, leftOut, pairs, information } = await jointTables(table, {
      k: K,
      suppression: 0.1,
      size: 4,
      ...who,
    });
    expect(tables.length).toBeGreaterThan(1);
    expect(keptOf(table, leftOut)).toEqual(mostRows(table, tables, who.people));
    expect(leftOut.length).toBeLessThanOrEqual(30);
    const together = new Set(
      tables.flatMap((columns) => columns.flatMap((a) => columns.filter((b) => b > a).map((b) => `${a},${b}`))),
    );
    expect(new Set(pairs.map((pair) => pair.join()))).toEqual(together);
    expect(information).toBeGreaterThan(0);
    expect(information).toBeLessThanOrEqual(1);
    for (const [at, columns] of tables.entries())
      for (const other of tables.toSpliced(at, 1))
        expect(columns.every((column) => other.includes(column))).toBe(false);
  }
});

it('lets nobody be singled out by what lies between two tables', async () => {
  let joined = 0;
  for (let seed = 21; seed <= 26; seed += 1) {
    const { table } = randomTable(seed);
    const { tables, leftOut } = await jointTables(table, { k: K, suppression: 0.1, size: 3 });
    const rows = keptOf(table, leftOut);
    for (const one of tables)
      for (const other of tables.filter((columns) => columns !== one)) {
        const shared = one.filter((column) => other.includes(column));
        const [ofOne, ofOther] = [classesOf(table, one, rows), classesOf(table, other, rows)];
        const whole = classesOf(table, shared, rows);
        const countOf = (row: number, classes: Map<string, number[]>, columns: readonly number[]): number =>
          classes.get(columns.map((column) => table.columns[column]!.codes[row]).join())!.length;
        // Each table by itself tells the counts over the shared columns: both tell the same, so their difference is 0.
        const summed = (classes: Map<string, number[]>): Map<string, number> => {
          const sums = new Map<string, number>();
          for (const found of classes.values()) {
            const key = shared.map((column) => table.columns[column]!.codes[found[0]!]).join();
            sums.set(key, (sums.get(key) ?? 0) + found.length);
          }
          return sums;
        };
        expect(summed(ofOne)).toEqual(summed(ofOther));
        // What the two bound of a combination over the columns of both: where it is certain, it is 0 or k at least.
        for (const [first] of ofOne.values())
          for (const [second] of ofOther.values()) {
            const meet = shared.every(
              (column) => table.columns[column]!.codes[first!] === table.columns[column]!.codes[second!],
            );
            if (!meet) continue;
            const [a, b] = [countOf(first!, ofOne, one), countOf(second!, ofOther, other)];
            const least = Math.max(0, a + b - countOf(first!, whole, shared));
            if (least === Math.min(a, b)) expect(least === 0 || least >= K).toBe(true);
            joined += 1;
          }
      }
  }
  expect(joined).toBeGreaterThan(1000);
});

it('prefers columns that say something of their own, and those the purpose wants', async () => {
  const bits = seededBits(41);
  const rows = Array.from({ length: 8000 }, () => {
    const city = below(bits, 8);
    const spent = below(bits, 10) < 4 ? city % 4 : below(bits, 4);
    return [
      `city ${city}`,
      `region ${city >> 1}`,
      `zip ${city}`,
      `spent ${spent}`,
      `visits ${below(bits, 10) < 5 ? spent : below(bits, 4)}`,
    ];
  });
  const table = codeRows(['city', 'region', 'zip', 'spent', 'visits'], rows);
  const input = { k: 5, suppression: 0.05, size: 3, tables: 1 };
  const [first] = (await jointTables(table, input)).tables;
  expect(first!.filter((column) => column < 3)).toHaveLength(1);
  expect(first).toEqual(expect.arrayContaining([3, 4]));
  const wished = await jointTables(table, { ...input, tables: 9, wish: [0, 1, 0, 0, 5] });
  expect(wished.tables).toEqual([[1, 4]]);
  expect(wished.information).toBe(1);
});

it('refuses weights that are too few, negative or no numbers', async () => {
  const { table } = randomTable(1);
  for (const wish of [[1], [1, 1, 1, 1, 1, -1], [1, 1, 1, 1, 1, NaN], [1, 1, 1, 1, 1, Infinity]])
    await expect(jointTables(table, { k: 4, suppression: 0.1, size: 3, wish })).rejects.toThrow(
      /one weight, 0 or more/,
    );
});

it('gives no table where no two columns may leave together', async () => {
  const table = codeRows(
    ['a', 'b'],
    Array.from({ length: 20 }, (_, at) => [`${at}`, `${at % 3}`]),
  );
  const { tables, leftOut, pairs } = await jointTables(table, { k: 5, suppression: 0, size: 2 });
  expect({ tables, leftOut: [...leftOut], pairs }).toEqual({ tables: [], leftOut: [], pairs: [] });
});
