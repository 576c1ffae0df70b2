// Inference beside its definition in docs/definitions.md, worked out person by person with no query and no shortcut.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { measureInference } from '#engine/privacy/measure/measure-inference.ts';
import { seeds } from '#test/support/tiny-tables.ts';

type Cell = string | null;

let directory: string;
let duck: Duck;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'custos-inference-'));
  duck = await openDuck({ directory });
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Texts that would be one if they were written one after the other, and a value that is missing. */
const values: Cell[] = ['a', 'b', 'ab', '1', '1=a', '', null];
const column = (index: number) => ({ name: `column ${index}`, sql: `c${index}` });

async function load(rows: Cell[][]): Promise<void> {
  const cell = (value: Cell): string => (value === null ? 'NULL' : `'${value}'`);
  const names = rows[0]!.map((_, index) => `c${index}`).join(', ');
  const lines = rows.map((row) => `(${row.map(cell).join(', ')})`).join(', ');
  await duck.run(`CREATE OR REPLACE TABLE people AS SELECT ${names} FROM (VALUES ${lines}) v(${names})`);
}

const mean = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function reference(rows: Cell[][], others: number[], guessed: number) {
  const chances = rows.map((row, at) => {
    const alike = (other: Cell[]): boolean => others.every((index) => other[index] === row[index]);
    const hit = (other: Cell[]): boolean => other[guessed] === row[guessed];
    const share = (people: Cell[][]): number => (people.length === 0 ? 0 : people.filter(hit).length / people.length);
    const without = rows.filter((_, other) => other !== at);
    const left = without.filter(alike);
    return { main: share(rows.filter(alike)), control: left.length > 0 ? share(left) : share(without) };
  });
  const [main, control] = [mean(chances.map((one) => one.main)), mean(chances.map((one) => one.control))];
  return { main, control, risk: control >= 1 ? 0 : Math.max(0, (main - control) / (1 - control)) };
}

describe('inference of every column', () => {
  it.each(seeds(12))('is what its definition says (%i)', async (_, random) => {
    const width = 2 + Math.floor(random() * 3);
    const choice = 2 + Math.floor(random() * (values.length - 1));
    const rows = Array.from({ length: 3 + Math.floor(random() * 30) }, () =>
      Array.from({ length: width + 1 }, () => values[Math.floor(random() * choice)]!),
    );
    await load(rows);
    const counted = Array.from({ length: width }, (_, index) => index);
    const found = await measureInference(duck, 'people', {
      counted: counted.map(column),
      further: [column(width)],
    });
    for (const guessed of [...counted, width]) {
      const expected = reference(
        rows,
        counted.filter((index) => index !== guessed),
        guessed,
      );
      const said = found!.find((one) => one.column === `column ${guessed}`)!;
      for (const figure of ['main', 'control', 'risk'] as const)
        expect(said[figure], `${figure} of ${guessed}`).toBeCloseTo(expected[figure], 10);
    }
  });

  it('leaves no table behind, and measures nothing of nobody', async () => {
    await load([['a', 'b']]);
    const none = await measureInference(duck, '(SELECT * FROM people WHERE c0 = $$z$$)', {
      counted: [column(0), column(1)],
      further: [],
    });
    expect(none!.map(({ main, control, risk }) => [main, control, risk])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(await duck.query(`SELECT table_name FROM duckdb_tables() WHERE temporary`)).toEqual([]);
  });
});
