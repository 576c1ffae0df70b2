import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installKeyedHash } from '#engine/analysis/keyed-hash.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { canonicalPlan } from '#shared/plan/canonical-plan.ts';
import { lineageOf } from '#shared/plan/lineage.ts';
import { columnsOf, type Plan } from '#shared/plan/plan-node.ts';
import { rewritePlan, rewrites } from '#shared/plan/rewrites/index.ts';
import type { Operation } from '#shared/recipe/operation.ts';
import { findOperation } from '#shared/recipe/operations/index.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { failuresOf, writeSql } from '#shared/sql/write-sql.ts';
import { openTestDuck, rowsOf, tableOf, type TextRow } from '#test/support/duck-rows.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
  await installKeyedHash(duck, new Map([['p', new Uint8Array(32).fill(3)]]));
});
afterAll(async () => close());

const names = ['a', 'b', 'c', 'D'];
const columns = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
const step = fc.tuple(
  fc.constantFrom<[string, object]>(
    ['drop-columns', {}],
    ['redact', { replacement: 'x' }],
    ['mask-characters', { keepStart: 1 }],
    ['keyed-hash', { normalise: 'trim-lowercase' }],
    ['age-bands', {}],
    ['numeric-bins', { width: 5 }],
    ['round-number', { step: 2 }],
    ['top-bottom-code', { top: 50 }],
    ['truncate-date', { to: 'year' }],
    ['zip-prefix', { length: 2 }],
    [
      'map-categories',
      {
        hierarchy: [
          ['7', 'seven'],
          ['x', 'ex'],
        ],
        otherwise: 'keep',
      },
    ],
  ),
  columns,
);
const cell = fc.oneof(
  fc.constant(null),
  fc.constantFrom('7', '2026-11-23', '17.5', '1,234', '-3', '', ' ', 'x', '02139', '1990-02-30'),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 });

/** The plan of the steps that still find their columns. */
function planOf(steps: [[string, object], string[]][]): Plan {
  let plan: Plan = { kind: 'source', columns: names.map((name, index) => ({ name, physical: `c${index + 1}` })) };
  steps.forEach(([[op, settings], wanted], index) => {
    const known = columnsOf(plan);
    const named = wanted.filter((name) => known.includes(name));
    if (named.length === 0 || (op === 'drop-columns' && named.length === known.length)) return;
    const operation = findOperation(op) as Operation;
    plan = operation.plan(operation.settings.parse({ ...settings, columns: named }), plan, {
      step: index,
      referenceDate: '2026-11-23',
      keyName: 'p',
      k: 2,
    });
  });
  return plan;
}

const resultOf = async (plan: Plan): Promise<TextRow[]> =>
  rowsOf(
    duck,
    writeSql(
      plan,
      'property',
      columnsOf(plan).map((_, index) => `o${index + 1}`),
      duckDialect,
    ),
  );

it('keeps the result and the lineage of every plan, whichever rewrites run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 7 }), rows, async (steps, data) => {
      await tableOf(duck, 'property', 4, data);
      const plan = planOf(steps);
      const expected = await resultOf(plan);
      for (const rewrite of [...rewrites, rewritePlan]) {
        const rewritten = rewrite(plan);
        expect(columnsOf(rewritten)).toEqual(columnsOf(plan));
        expect(await resultOf(rewritten)).toEqual(expected);
        expect(lineageOf(rewritten)).toEqual(lineageOf(plan));
      }
      expect(canonicalPlan(rewritePlan(rewritePlan(plan)))).toBe(canonicalPlan(rewritePlan(plan)));
    }),
    { numRuns: 60, seed: 20261123 },
  );
});

it('counts the same failures for every column that is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), rows, async (steps, data) => {
      await tableOf(duck, 'property', 4, data);
      const plan = planOf(steps);
      const counts = async (of: Plan): Promise<Map<string, number>> => {
        const failures = failuresOf(of);
        if (failures.length === 0) return new Map();
        const flags = failures.map((_, index) => `f${index}`);
        const sql = writeSql(
          of,
          'property',
          columnsOf(of).map((_, index) => `o${index + 1}`),
          duckDialect,
          { failures: flags },
        );
        const [row] = await duck.query<Record<string, number>>(
          `SELECT ${flags.map((flag) => `count(CASE WHEN ${flag} THEN 1 END) AS ${flag}`).join(', ')} FROM (${sql})`,
        );
        return new Map(failures.map(({ step: index, column }, at) => [`${index} ${column}`, row?.[`f${at}`] ?? -1]));
      };
      const before = await counts(plan);
      const left = new Set(columnsOf(plan));
      const expected = new Map([...before].filter(([key]) => left.has(key.split(' ')[1] ?? '')));
      expect(await counts(rewritePlan(plan))).toEqual(expected);
    }),
    { numRuns: 40, seed: 20261124 },
  );
});
