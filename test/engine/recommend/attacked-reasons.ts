import { expect } from 'vitest';
import type { AttackFindings, AttackResult } from '#shared/domain/attack-results.ts';
import { attackText } from '#shared/text/attack.ts';
import { attackHalves } from '#engine/anonymise/attack/attack-halves.ts';
import { attackSeed, attackSplits, attackTargets } from '#engine/anonymise/attack/usual-attack.ts';
import { codeRows } from '#engine/anonymise/coded/coded-table.ts';
import { k, small, type Case } from './recommend-case.ts';

type Cells = readonly (string | null)[];

/** The attacks on a table that leaves out of each half what fewer than k rows share, counted by what the rows read. */
async function attacksOn(columns: ReadonlyMap<string, Cells>, rows: number, percent: number): Promise<AttackFindings> {
  const names = [...columns.keys()];
  const read = Array.from({ length: rows }, (_, row) => names.map((name) => columns.get(name)![row] ?? null));
  const limit = percent / 100;
  return attackHalves({
    people: codeRows(names, read),
    releaseOf: (half) => {
      const many = new Map<string, number>();
      const key = (row: number): string => JSON.stringify(read[row]);
      for (const row of half) many.set(key(row), (many.get(key(row)) ?? 0) + 1);
      const kept = Array.from(half).filter((row) => many.get(key(row))! >= k);
      return {
        released: codeRows(
          names,
          kept.map((row) => read[row]!),
        ),
      };
    },
    splits: attackSplits,
    targets: attackTargets,
    limits: { 'singling-out': limit, linkability: limit, inference: limit },
    seed: attackSeed,
  });
}

const worst = ({ results }: AttackFindings): AttackResult | undefined =>
  results.filter(({ verdict }) => verdict === 'refused').toSorted((a, b) => b.low! - a.low!)[0];

/** A finished table as it is written, with one column more or otherwise, in the order of the source. */
function tableWith(made: Case, column: string, cells: Cells): Map<string, Cells> {
  const table = new Map<string, Cells>(made.outputs).set(column, cells);
  const order = made.columns.map(({ name }) => name);
  return new Map([...table].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

/** What a reason says an attack would find with a column in some form, found again; and that too few rows do not forbid it. */
export async function findsTooMuch(
  made: Case,
  { column, cells, percent }: { column: string; cells: Cells; percent: number },
  said: readonly string[],
): Promise<void> {
  const table = tableWith(made, column, cells);
  expect(small([...table.values()], made.rows)).toBeLessThanOrEqual(made.rows * 0.05);
  const found = worst(await attacksOn(table, made.rows, percent))!;
  const { name, share } = attackText;
  const told = [name(found), share(found.risk!), share(found.low!), share(percent / 100)];
  expect(said).toEqual(told.map((each) => each.replaceAll(/[“”]/g, '')));
}

/** The rows that a reason says are left out, and by which columns, counted again. */
export function blocksAsSaid(made: Case, counted: readonly string[], said: string): void {
  const columns = counted.map((name) => made.outputs.get(name)!);
  const number = (text: string): number => Number(text.replaceAll(',', ''));
  const [, rows, of, size] = /^([\d,]+) of ([\d,]+) rows are in groups of fewer than (\d+): /.exec(said)!;
  const left = small(columns, made.rows);
  expect([number(rows!), number(of!), number(size!)]).toEqual([left, made.rows, k]);
  let sum = 0;
  for (const [, some, names] of said.matchAll(/([\d,]+) by (“[^(]*”) \(/g)) {
    const set = names!.match(/[^“”]+(?=”)/g)!.map((name) => made.outputs.get(name)!);
    expect(small(set, made.rows)).toBeGreaterThanOrEqual(number(some!));
    sum += number(some!);
  }
  for (const [, some] of said.matchAll(/([\d,]+) by (?:other|more)/g)) sum += number(some!);
  expect(sum).toBe(left);
  const back = /Without “(.*)” ([\d,]+) of them would stay/.exec(said);
  if (back === null) return;
  const others = counted.filter((name) => name !== back[1]).map((name) => made.outputs.get(name)!);
  expect(left - small(others, made.rows)).toBe(number(back[2]!));
}
