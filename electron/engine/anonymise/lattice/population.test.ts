import { expect, it } from 'vitest';
import { isMissing } from '#shared/domain/class-values.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { codeRows } from '../coded/coded-table.ts';
import type { SearchColumn } from './column-levels.ts';
import { searchLattice } from './search.ts';
import type { UtilityId } from './utility/utilities.ts';

/** Numbers from 0 to below 1, the same for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

/** Eight leaves, pairs of them, two halves, everything; as many of these as a column has levels. */
const label = (leaf: string, level: number, height: number): string =>
  level === 0 ? leaf : level === height ? '*' : `${level}:${Number(leaf) >> level}`;

interface Case {
  heights: number[];
  file: string[][];
  population: string[][];
  /** Of each row of the population; null: every row is a person. */
  people: (string | null)[] | null;
}

/** A population, and a file of which most rows, not all, were drawn from it. */
function makeCase(seed: number): Case {
  const pick = chance(seed);
  const heights = Array.from({ length: 2 + pick(2) }, () => 1 + pick(3));
  const row = (): string[] => heights.map(() => String(Math.min(pick(8), pick(8))));
  const population = Array.from({ length: 30 + pick(40) }, row);
  const file = Array.from({ length: 10 + pick(15) }, () =>
    pick(8) === 0 ? row() : population[pick(population.length)]!,
  );
  const people = population.map(() => (pick(12) === 0 ? [null, '', '*'][pick(3)]! : `p${pick(population.length)}`));
  return { heights, file, population, people: seed % 2 === 0 ? people : null };
}

function columnsOf({ heights, file, population }: Case): SearchColumn[] {
  // The population's values that the file lacks stand behind its own, in the same list.
  const both = codeRows(
    heights.map((_, at) => `c${at}`),
    [...file, ...population],
  );
  return both.columns.map(({ name, codes, values }, at) => {
    const height = heights[at]!;
    const levels = Array.from({ length: height + 1 }, (_, level) => {
      const all = Array.from({ length: 8 }, (_leaf, leaf) => label(String(leaf), level, height));
      const labels = [...new Set(all)];
      return {
        labels,
        of: Uint32Array.from(values, (value) => labels.indexOf(label(value!, level, height))),
        leaves: Uint32Array.from(labels, (one) => all.filter((other) => other === one).length),
      };
    });
    const hierarchy: CodedHierarchy = { column: name, levels, domain: 8 };
    return {
      column: { name, codes: codes.slice(0, file.length), values },
      population: codes.slice(file.length),
      hierarchy,
      least: 0,
      most: height,
      weight: 1,
    };
  });
}

function* allLevels([first, ...rest]: readonly number[]): Generator<number[]> {
  if (first === undefined) yield [];
  else for (let level = 0; level <= first; level += 1) for (const more of allLevels(rest)) yield [level, ...more];
}

/** Row by row and by text alone: which rows are suppressed, and what is lost. */
function byDefinition({ heights, file, population, people }: Case, levels: readonly number[], k: number, rows: number) {
  const read = (row: readonly string[]): string => row.map((cell, at) => label(cell, levels[at]!, heights[at]!)).join();
  const texts = file.map(read);
  const theirs = population.map(read);
  const hidden = texts.map((text) => {
    const alike = theirs.flatMap((other, at) => (other === text ? [people === null ? `${at}` : people[at]!] : []));
    const found = new Set(people === null ? alike : alike.filter((one) => !isMissing(one)));
    return found.size < k || texts.filter((other) => other === text).length < rows;
  });
  const under = (leaf: string, at: number): number =>
    Array.from({ length: 8 }, (_, other) => label(String(other), levels[at]!, heights[at]!)).filter(
      (one) => one === label(leaf, levels[at]!, heights[at]!),
    ).length;
  const lost = file.flatMap((row, index) => row.map((leaf, at) => (hidden[index] ? 1 : (under(leaf, at) - 1) / 7)));
  const kept = new Map<string, number>();
  for (const [at, text] of texts.entries()) if (!hidden[at]) kept.set(text, (kept.get(text) ?? 0) + 1);
  const out = hidden.filter(Boolean).length;
  return {
    hidden,
    out,
    scores: {
      loss: lost.reduce((sum, one) => sum + one, 0) / lost.length,
      discernibility: [...kept.values()].reduce((sum, many) => sum + many ** 2, 0) + out * file.length,
    },
  };
}

it.each(['loss', 'discernibility'] as const satisfies UtilityId[])(
  'the best levels by %s under which k people of a population are in every class are those of looking at all of them',
  async (utility) => {
    let [found, none, suppressing] = [0, 0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const table = makeCase(seed);
      const pick = chance(seed + 99);
      // Of 75 people no population here can do.
      const k = pick(6) === 0 ? 75 : 1 + pick(9);
      const [rows, mostHidden] = [1 + pick(2), pick(Math.ceil(table.file.length / 3))];
      const person =
        table.people &&
        codeRows(
          ['id'],
          table.people.map((one) => [one]),
        ).columns[0]!;
      const best = await searchLattice({
        columns: columnsOf(table),
        guarded: [],
        rows: table.file.length,
        rules: [
          { asks: 'population', firm: true, holds: (people) => people >= k },
          { asks: 'size', firm: true, holds: (many) => many >= rows },
        ],
        population: { rows: table.population.length, person },
        utility,
        mostHidden,
      });
      const all = [...allLevels(table.heights)].map((levels) => byDefinition(table, levels, k, rows));
      const scores = all.flatMap(({ out, scores: of }) => (out <= mostHidden ? [of[utility]] : []));
      expect(best.proven).toBe(true);
      if (scores.length === 0) {
        expect(best.levels).toBeNull();
        none += 1;
        continue;
      }
      expect(best.score).toBeCloseTo(Math.min(...scores), 9);
      const there = byDefinition(table, [...best.levels!], k, rows);
      expect(there.scores[utility]).toBeCloseTo(best.score, 9);
      expect([...best.hidden].map(Boolean)).toEqual(there.hidden);
      found += 1;
      if (there.out > 0) suppressing += 1;
    }
    // The tables are of all kinds, or nothing was tried.
    expect(Math.min(found, none, suppressing)).toBeGreaterThan(2);
  },
);

it('counts people beside protected columns, whose classes are pairs with values', async () => {
  const table = makeCase(7);
  const guarded = codeRows(
    ['secret'],
    table.file.map((_, at) => [String(at % 3)]),
  ).columns;
  const input = {
    columns: columnsOf(table),
    rows: table.file.length,
    rules: [{ asks: 'population' as const, firm: true as const, holds: (people: number) => people >= 4 }],
    population: { rows: table.population.length, person: null },
    utility: 'loss' as const,
    mostHidden: 5,
  };
  const [alone, beside] = [await searchLattice({ ...input, guarded: [] }), await searchLattice({ ...input, guarded })];
  expect(alone.levels).not.toBeNull();
  expect(beside).toMatchObject({ levels: alone.levels, score: alone.score, hidden: alone.hidden });
});
