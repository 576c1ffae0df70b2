import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { underKeys } from '#engine/run-recipe/under-keys.ts';
import { lineageOf } from '#shared/plan/lineage.ts';
import { columnsOf, columnsRead, type Plan } from '#shared/plan/plan-node.ts';
import type { Operation, StepContext } from '#shared/recipe/operation.ts';
import { findOperation, operations } from '#shared/recipe/operations/index.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { writeSql } from '#shared/sql/write-sql.ts';
import { openTestDuck, rowsOf, tableOf, type TextRow } from '#test/support/duck-rows.ts';

const all = operations as unknown as readonly Operation[];
const defaults: StepContext = { step: 0, referenceDate: '2026-11-23', keyName: 'p1', k: 2 };
/** Key of the first test case of RFC 4231. */
const key = new Uint8Array(20).fill(0x0b);

const sourceOf = (columns: string[]): Plan => ({
  kind: 'source',
  columns: columns.map((name, index) => ({ name, physical: `c${index + 1}` })),
});

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

async function run(
  operation: Operation,
  settings: object,
  columns: string[],
  rows: TextRow[],
  context: StepContext,
): Promise<{ columns: string[]; rows: TextRow[] }> {
  await tableOf(duck, 'example', columns.length, rows);
  const plan = operation.plan(settings, sourceOf(columns), context);
  const outputs = [...columnsOf(plan)];
  const sql = writeSql(
    plan,
    'example',
    outputs.map((_, index) => `o${index + 1}`),
    duckDialect,
  );
  const keys = { pseudonymKey: () => new Uint8Array(key), orderKey: () => new Uint8Array(key) };
  return { columns: outputs, rows: await underKeys(duck, plan, keys, () => rowsOf(duck, sql)) };
}

describe('the list of operations', () => {
  it('names every file of the folder once, by its own name', async () => {
    const files = (await readdir(new URL('../../shared/recipe/operations', import.meta.url)))
      .filter((name) => name !== 'index.ts' && !name.endsWith('.test.ts'))
      .map((name) => name.replace(/\.ts$/, ''));
    expect(all.map(({ id }) => id).sort()).toEqual(files.sort());
  });
  it('finds an operation by its id only', () => {
    expect(findOperation('drop-columns')?.id).toBe('drop-columns');
    expect(findOperation('toString')).toBeUndefined();
  });
});

describe.each(all.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  const form = operation.form.map(({ setting }) => setting);
  it('has a form field for each setting and no other', () => {
    const schema = z.toJSONSchema(operation.settings, { io: 'input' }) as { properties: object };
    expect([...form].sort()).toEqual(Object.keys(schema.properties).sort());
    for (const field of operation.form) expect(field.help.length, field.setting).toBeGreaterThan(10);
  });
  it('says what it does in one sentence that names every column it changes', () => {
    for (const { settings } of operation.examples) {
      const sentence = operation.describe(settings);
      const effect = operation.effect(settings);
      for (const name of [...effect.drops, ...effect.changes.map(({ column }) => column)])
        expect(sentence).toContain(name);
      expect(sentence).toMatch(/^[A-Z][^\n]*\.$/);
    }
  });
  it('has two examples and a problem at least, whose settings survive JSON', () => {
    expect(operation.examples.length).toBeGreaterThanOrEqual(2);
    expect(operation.problems.length).toBeGreaterThanOrEqual(1);
    for (const { settings } of operation.examples)
      expect(operation.settings.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });
  it.each(operation.problems.map((problem) => [problem.name, problem] as const))('refuses %s', (_name, problem) => {
    const read = operation.settings.safeParse(problem.settings);
    const codes = read.success ? operation.check(read.data, problem.columns).map(({ code }) => code) : ['settings'];
    expect(codes).toContain(problem.code);
  });
  // What works on the whole table is not SQL: the test of the ways runs those examples.
  const written = operation.examples.filter(
    ({ settings, columns }) => operation.plan(settings, sourceOf(columns), defaults).kind !== 'whole-table',
  );
  it.each(written.map((example) => [example.name, example] as const))(
    'gives the stated rows: %s',
    async (_name, example) => {
      const context = { ...defaults, ...example.context };
      expect(operation.check(example.settings, example.columns)).toEqual([]);
      // Leaving out rows promises no order: whoever writes the rows orders them.
      const inOrder = ({ columns, rows }: { columns: string[]; rows: TextRow[] }) => ({
        columns,
        rows: operation.id === 'suppress-small-classes' ? rows.map((row) => JSON.stringify(row)).sort() : rows,
      });
      const stated = example.after!;
      const after = inOrder(stated);
      expect(inOrder(await run(operation, example.settings, example.columns, example.before, context))).toEqual(after);
      expect(
        inOrder(await run(operation, example.settings, example.columns, example.before, context)),
        'a second run',
      ).toEqual(after);
      if (operation.repeatable)
        expect(
          inOrder(await run(operation, example.settings, stated.columns, stated.rows, context)),
          'on its own output',
        ).toEqual(after);
    },
  );
  it('has an effect that agrees with its plan', () => {
    for (const example of operation.examples) {
      const plan = operation.plan(example.settings, sourceOf(example.columns), defaults);
      const effect = operation.effect(example.settings);
      expect(columnsOf(plan)).toEqual(example.columns.filter((name) => !effect.drops.includes(name)));
      const changed =
        plan.kind === 'change'
          ? plan.changes.map(({ column }) => column)
          : plan.kind === 'whole-table' && plan.way.id !== 'narrow-tables'
            ? plan.columns
            : [];
      expect(effect.changes.map(({ column }) => column)).toEqual(changed);
      const read = new Set(
        plan.kind === 'change'
          ? plan.changes.flatMap(columnsRead)
          : plan.kind === 'keep-large-classes' || plan.kind === 'keep-rows' || plan.kind === 'whole-table'
            ? plan.columns
            : [],
      );
      expect(new Set(effect.reads)).toEqual(read);
      for (const [name, sources] of lineageOf(plan)) if (!changed.includes(name)) expect(sources).toEqual([name]);
    }
  });
  it('follows a renamed column', () => {
    for (const { settings } of operation.examples) {
      const there = operation.rename(settings, (name) => `${name}!`);
      expect(operation.effect(there).reads).toEqual(operation.effect(settings).reads.map((name) => `${name}!`));
      expect(operation.rename(there, (name) => name.slice(0, -1))).toEqual(settings);
    }
  });
  it('can read settings of every older version', () => {
    expect(Object.keys(operation.upgrade).map(Number)).toEqual(
      Array.from({ length: operation.version - 1 }, (_, index) => index + 1),
    );
  });
});
