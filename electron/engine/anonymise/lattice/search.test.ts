import { describe, expect, it } from 'vitest';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { codeRows } from '../coded/coded-table.ts';
import type { SearchColumn } from './column-levels.ts';
import type { Rule } from './judge.ts';
import { searchLattice } from './search.ts';
import { utilities, type UtilityId } from './utility/utilities.ts';

/** Numbers from 0 to below 1, the same for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

interface Case {
  rows: string[][];
  secret: string[];
  /** `paths[column].get(value)[level]`. */
  paths: Map<string, string[]>[];
}

/** A small table; each hierarchy has a leaf that no row has, and one label on two levels. */
function makeCase(seed: number): Case {
  const pick = chance(seed);
  const columns = 2 + pick(2);
  const paths = Array.from({ length: columns }, (_, column) => {
    const height = pick(4);
    const leaves = 3 + pick(4);
    const path = new Map<string, string[]>();
    let labels = Array.from({ length: leaves }, (_leaf, leaf) => `${column}-${leaf}`);
    const levels = [labels];
    for (let level = 1; level <= height; level += 1) {
      const names = [...new Set(labels)];
      const up = new Map(
        names.map((name) => [name, level === height ? '*' : names[pick(Math.max(1, names.length - 1))]!]),
      );
      labels = labels.map((label) => up.get(label)!);
      levels.push(labels);
    }
    for (let leaf = 0; leaf < leaves; leaf += 1)
      path.set(
        `${column}-${leaf}`,
        levels.map((level) => level[leaf]!),
      );
    return path;
  });
  const many = 8 + pick(25);
  const rows = Array.from({ length: many }, () =>
    paths.map((path) => [...path.keys()][Math.min(pick(path.size), pick(path.size))]!),
  );
  return { rows, secret: rows.map(() => 'abcd'[Math.min(pick(4), pick(4))]!), paths };
}

function columnsOf({ rows, paths }: Case): SearchColumn[] {
  const table = codeRows(
    paths.map((_, at) => `c${at}`),
    rows,
  );
  return table.columns.map((column, at) => {
    const path = paths[at]!;
    const leaves = [...path.keys()];
    const levels = path.get(leaves[0]!)!.map((_, level) => {
      const labels = [...new Set(leaves.map((leaf) => path.get(leaf)![level]!))];
      return {
        labels,
        of: Uint32Array.from(column.values, (value) => labels.indexOf(path.get(value!)![level]!)),
        leaves: Uint32Array.from(labels, (label) => leaves.filter((leaf) => path.get(leaf)![level] === label).length),
      };
    });
    const hierarchy: CodedHierarchy = { column: column.name, levels, domain: leaves.length };
    return { column, hierarchy, least: 0, most: levels.length - 1, weight: 1 };
  });
}

interface Judged {
  hidden: boolean[];
  score: number;
}

/** What is wanted, by the definitions alone: every class is a list of row numbers. */
interface Wanted {
  utility: UtilityId;
  weights: number[];
  classHolds(rows: readonly number[], table: Case): boolean;
  /** Whether the classes that are left hold together; else the smallest go, those of one size at once. */
  allHold?: ((classes: readonly (readonly number[])[]) => boolean) | undefined;
}

const log2 = Math.log2;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The classes at these levels, those that miss suppressed, and the loss, reckoned cell by cell. */
function byDefinition(table: Case, levels: readonly number[], wanted: Wanted): Judged {
  const { rows, paths } = table;
  const labels = rows.map((row) => row.map((value, at) => paths[at]!.get(value)![levels[at]!]!));
  const classes = new Map<string, number[]>();
  for (const [row, label] of labels.entries()) {
    const key = label.join('|');
    classes.set(key, [...(classes.get(key) ?? []), row]);
  }
  const hidden = rows.map(() => false);
  for (const members of classes.values())
    if (!wanted.classHolds(members, table)) for (const row of members) hidden[row] = true;
  for (;;) {
    const left = [...classes.values()].filter(([row]) => !hidden[row!]);
    if (left.length === 0 || (wanted.allHold?.(left) ?? true)) break;
    const least = Math.min(...left.map((members) => members.length));
    for (const members of left) if (members.length === least) for (const row of members) hidden[row] = true;
  }
  return {
    hidden,
    score: scores[wanted.utility]({
      table,
      labels,
      classes: [...classes.values()],
      hidden,
      levels,
      weights: wanted.weights,
    }),
  };
}

interface Scored {
  table: Case;
  labels: string[][];
  classes: number[][];
  hidden: boolean[];
  levels: readonly number[];
  weights: number[];
}

const under = ({ paths }: Case, at: number, level: number, label: string): number =>
  [...paths[at]!.values()].filter((path) => path[level] === label).length;
const perColumn = ({ table, labels, hidden, levels }: Scored): number[] =>
  table.paths.map((path, at) => {
    const domain = path.size;
    return (
      sum(
        labels.map((label, row) => (hidden[row] ? 1 : (under(table, at, levels[at]!, label[at]!) - 1) / (domain - 1))),
      ) / labels.length
    );
  });
const weighted = (means: readonly number[], weights: readonly number[]): number =>
  sum(means.map((mean, at) => mean * weights[at]!)) / sum(weights);

const scores: Record<UtilityId, (scored: Scored) => number> = {
  loss: (scored) => weighted(perColumn(scored), scored.weights),
  'loss-geometric': (scored) => {
    const means = perColumn(scored);
    return means.reduce((product, mean, at) => product * (1 + scored.weights[at]! * mean), 1) ** (1 / means.length) - 1;
  },
  precision: ({ table, levels, hidden, weights }) =>
    weighted(
      table.paths.map((path, at) => {
        const height = [...path.values()][0]!.length - 1;
        const cost = height === 0 ? 0 : levels[at]! / height;
        return sum(hidden.map((one) => (one ? 1 : cost))) / hidden.length;
      }),
      weights,
    ),
  discernibility: ({ classes, hidden }) =>
    sum(classes.map((rows) => (hidden[rows[0]!] ? rows.length * hidden.length : rows.length ** 2))),
  'class-size': ({ classes, hidden }) =>
    hidden.length / Math.max(1, classes.filter((rows) => !hidden[rows[0]!]).length + (hidden.includes(true) ? 1 : 0)),
  entropy: ({ table, labels, hidden, weights }) => {
    const n = labels.length;
    const often = (cells: readonly string[], cell: string): number => cells.filter((one) => one === cell).length;
    const parts = table.paths.map((_, at) => {
      const values = table.rows.map((row) => row[at]!);
      const shown = labels.map((label) => label[at]!);
      return {
        lost: sum(
          values.map((value, row) => -log2(often(values, value) / (hidden[row] ? n : often(shown, shown[row]!)))),
        ),
        most: sum(values.map((value) => -log2(often(values, value) / n))),
      };
    });
    const most = sum(parts.map((part, at) => part.most * weights[at]!));
    return most === 0 ? 0 : sum(parts.map((part, at) => part.lost * weights[at]!)) / most;
  },
  divergence: ({ table, labels, classes, hidden, levels }) => {
    const n = labels.length;
    const out = hidden.filter(Boolean).length;
    const classOf = new Map(classes.flatMap((rows) => rows.map((row) => [row, rows.length] as const)));
    const same = (row: number): number =>
      table.rows.filter((other) => other.join('|') === table.rows[row]!.join('|')).length;
    return sum(
      labels.map((label, row) => {
        const p = same(row) / n;
        const q = hidden[row]
          ? out / n / table.paths.reduce((product, path) => product * path.size, 1)
          : classOf.get(row)! / n / label.reduce((product, one, at) => product * under(table, at, levels[at]!, one), 1);
        return log2(p / q) / n;
      }),
    );
  },
};

function* allLevels(columns: readonly SearchColumn[]): Generator<number[]> {
  const [first, ...rest] = columns;
  if (first === undefined) yield [];
  else
    for (let level = first.least; level <= first.most; level += 1)
      for (const more of allLevels(rest)) yield [level, ...more];
}

/** The best of all choices, each reckoned by the definitions; null where none holds. */
function exhaustive(table: Case, columns: readonly SearchColumn[], wanted: Wanted, mostHidden: number): number | null {
  let best: number | null = null;
  for (const levels of allLevels(columns)) {
    const { hidden, score } = byDefinition(table, levels, wanted);
    if (hidden.filter(Boolean).length <= mostHidden && (best === null || score < best)) best = score;
  }
  return best;
}

const valuesOf = (rows: readonly number[], { secret }: Case): number[] => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(secret[row]!, (counts.get(secret[row]!) ?? 0) + 1);
  return [...counts.values()];
};

/** Rules with their definitions on lists of rows. */
const kinds: { name: string; rules: Rule[]; classHolds: Wanted['classHolds']; allHold?: Wanted['allHold'] }[] = [
  {
    name: 'k 3',
    rules: [{ asks: 'size', firm: true, holds: (rows) => rows >= 3 }],
    classHolds: (rows) => rows.length >= 3,
  },
  {
    name: 'k 2, two values',
    rules: [
      { asks: 'size', firm: true, holds: (rows) => rows >= 2 },
      { asks: 'values', firm: true, guarded: 0, holds: ({ codes }) => codes.length >= 2 },
    ],
    classHolds: (rows, table) => rows.length >= 2 && valuesOf(rows, table).length >= 2,
  },
  {
    name: 'k 2, no value of more than 60 %',
    rules: [
      { asks: 'size', firm: true, holds: (rows) => rows >= 2 },
      { asks: 'values', firm: false, guarded: 0, holds: ({ counts, rows }) => Math.max(...counts) <= 0.6 * rows },
    ],
    classHolds: (rows, table) => rows.length >= 2 && Math.max(...valuesOf(rows, table)) <= 0.6 * rows.length,
  },
  {
    name: 'at most a fifth of the rows alone and one class for three rows',
    rules: [
      {
        asks: 'table',
        firm: false,
        holds: (sizes) => {
          const rows = sum(sizes.map(({ size, classes }) => size * classes));
          const alone = sizes[0]!.size === 1 ? sizes[0]!.classes : 0;
          return alone <= rows / 5 && 3 * sum(sizes.map(({ classes }) => classes)) <= rows;
        },
      },
      { asks: 'values', firm: false, guarded: 0, holds: ({ counts, rows }) => Math.max(...counts) <= 0.8 * rows },
    ],
    classHolds: (rows, table) => Math.max(...valuesOf(rows, table)) <= 0.8 * rows.length,
    allHold: (classes) => {
      const rows = classes.flat().length;
      return classes.filter((members) => members.length === 1).length <= rows / 5 && 3 * classes.length <= rows;
    },
  },
];

describe('the best levels', () => {
  const cases = Object.keys(utilities).flatMap((utility) => kinds.map((kind) => [utility as UtilityId, kind] as const));

  it.each(cases.map(([utility, kind]) => [utility, kind.name, kind] as const))(
    'by %s under %s are those of looking at all of them',
    async (utility, _name, { rules, classHolds, allHold }) => {
      for (let seed = 1; seed <= 12; seed += 1) {
        const table = makeCase(seed);
        const pick = chance(seed + 99);
        const columns = columnsOf(table).map((column) => ({ ...column, weight: 1 + pick(3) }));
        const mostHidden = pick(Math.ceil(table.rows.length / 2));
        const guarded = codeRows(
          ['secret'],
          table.secret.map((one) => [one]),
        ).columns;
        const wanted = { utility, weights: columns.map(({ weight }) => weight), classHolds, allHold };
        const found = await searchLattice({ columns, guarded, rows: table.rows.length, rules, utility, mostHidden });
        const best = exhaustive(table, columns, wanted, mostHidden);
        expect(found.proven).toBe(true);
        if (best === null) {
          expect(found.levels).toBeNull();
          continue;
        }
        expect(found.score).toBeCloseTo(best, 9);
        const there = byDefinition(table, [...found.levels!], wanted);
        expect(there.score).toBeCloseTo(best, 9);
        expect([...found.hidden].map(Boolean)).toEqual(there.hidden);
        expect(found.hiddenRows).toBe(there.hidden.filter(Boolean).length);
      }
    },
  );

  it('stay between the levels that may be chosen', async () => {
    for (let seed = 20; seed < 30; seed += 1) {
      const table = makeCase(seed);
      const columns = columnsOf(table).map((column, at) => ({
        ...column,
        least: at === 0 ? Math.min(1, column.most) : 0,
        most: at === 1 ? Math.max(0, column.most - 1) : column.most,
      }));
      const wanted: Wanted = { utility: 'loss', weights: columns.map(() => 1), classHolds: (rows) => rows.length >= 2 };
      const rules: Rule[] = [{ asks: 'size', firm: true, holds: (rows) => rows >= 2 }];
      const mostHidden = Math.floor(table.rows.length / 3);
      const found = await searchLattice({
        columns,
        guarded: [],
        rows: table.rows.length,
        rules,
        utility: 'loss',
        mostHidden,
      });
      const best = exhaustive(table, columns, wanted, mostHidden);
      expect(found.levels === null ? null : found.score).toEqual(best === null ? null : expect.closeTo(best, 9));
      for (const [at, { least, most }] of columns.entries())
        if (found.levels !== null) expect(found.levels[at]! >= least && found.levels[at]! <= most).toBe(true);
    }
  });
});

describe('a search that is too large to end', () => {
  /** 20 columns of five levels: 95 million million choices. */
  const large = () => {
    const pick = chance(5);
    const paths = Array.from({ length: 20 }, (_, column) => {
      const path = new Map<string, string[]>();
      for (let leaf = 0; leaf < 16; leaf += 1)
        path.set(
          `${column}-${leaf}`,
          [0, 1, 2, 3, 4].map((level) => `${column}-${leaf >> level} at ${level}`),
        );
      return path;
    });
    const rows = Array.from({ length: 400 }, () =>
      paths.map((path) => [...path.keys()][Math.min(pick(16), pick(16), pick(16))]!),
    );
    return columnsOf({ rows, secret: [], paths });
  };
  const rules: Rule[] = [{ asks: 'size', firm: true, holds: (rows) => rows >= 5 }];

  it('gives the best so far and a bound that nothing is below', async () => {
    const found = await searchLattice({
      columns: large(),
      guarded: [],
      rows: 400,
      rules,
      utility: 'loss',
      mostHidden: 20,
      seconds: 0.6,
    });
    expect(found.proven).toBe(false);
    expect(found.levels).not.toBeNull();
    expect(found.bound).toBeGreaterThan(0);
    expect(found.bound).toBeLessThanOrEqual(found.score);
    // Everything at its coarsest holds and loses all there is.
    expect(found.score).toBeLessThan(1);
  });

  it('ends when it is cancelled', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    await expect(
      searchLattice({
        columns: large(),
        guarded: [],
        rows: 400,
        rules,
        utility: 'loss',
        mostHidden: 20,
        signal: controller.signal,
      }),
    ).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
  });
});
