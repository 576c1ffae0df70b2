import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { recipeFormat, recipeFormatVersion } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

/** 120 people; who is `at` lives in one of three towns and is of one of 40 ages. */
const town = (at: number): string => ['Bonn', 'Lyon', 'Turin'][at % 3]!;
const age = (at: number): number => 20 + ((at * 7) % 40);
const diagnosis = (at: number): string => ['asthma', 'migraine', 'diabetes'][at % 7 < 3 ? 0 : at % 2 ? 1 : 2]!;
const csv = [
  'email,city,age,diagnosis,orders_count',
  ...Array.from(
    { length: 120 },
    (_, at) => `person${at}@mail.example,${town(at)},${age(at)},${diagnosis(at)},${at % 11}`,
  ),
].join('\n');

/** Sizes of the groups of equal keys. */
function sizes(key: (at: number) => string): number[] {
  const groups = new Map<string, number>();
  for (let at = 0; at < 120; at += 1) groups.set(key(at), (groups.get(key(at)) ?? 0) + 1);
  return [...groups.values()];
}

let made: TestEngine;
let dataset: DatasetSummary;
const step = (op: string, settings: Record<string, unknown>) => ({
  op,
  version: 1,
  settings,
  reason: '',
  enabled: true,
});
const recipe: Recipe = {
  format: recipeFormat,
  formatVersion: recipeFormatVersion,
  purpose: 'P1',
  release: 'anonymised',
  referenceDate: '2026-01-01',
  target: kTarget(3, 0.5),
  steps: [
    step('drop-columns', { columns: ['email', 'diagnosis', 'orders_count'] }),
    step('age-bands', { columns: ['age'], edges: [40] }),
  ],
};
beforeAll(async () => {
  made = makeEngine('in memory');
  await made.client.workspaces.createTemporary({ name: 'Risk', operator: 'Ada' });
  writeFileSync(made.path('people.csv'), csv);
  const { grantId } = made.engine.grants.add(made.path('people.csv'), 'read');
  dataset = await follow(made.client.datasets.import({ grantId }));
  const columns = ['email', 'city', 'age', 'diagnosis', 'orders_count'];
  await made.client.classify.decide({
    datasetId: dataset.id,
    decisions: columns.map((column) => ({ column, action: 'accept' })),
  });
});
afterAll(() => made.close());

const compare = (over: Recipe | null, population?: number) =>
  follow(
    made.client.risk.compare({
      datasetId: dataset.id,
      recipe: over,
      ...(population === undefined ? {} : { population }),
    }),
  );

describe('a dataset beside its recipe', () => {
  it('is measured over the columns that the output is made of, and nothing else', async () => {
    const { before, after } = await compare(recipe);
    expect([before.qi, after?.qi]).toEqual([
      ['city', 'age'],
      ['city', 'age'],
    ]);
    const raw = sizes((at) => `${town(at)} ${age(at)}`);
    const out = sizes((at) => `${town(at)} ${age(at) < 40}`);
    expect([before.k, after?.k]).toEqual([Math.min(...raw), Math.min(...out)]);
    expect(before.alone.people).toBe(raw.filter((size) => size === 1).length);
    expect([before.marketer.average, after?.marketer.average]).toEqual([
      expect.closeTo(raw.length / 120, 12),
      expect.closeTo(out.length / 120, 12),
    ]);
    expect(before.prosecutor.above.threshold).toBe(1 / 3);
    const found = (check: typeof before | null, id: string) => check?.knowledge.find((set) => set.id === id);
    expect(found(before, 'neighbour')?.columns).toEqual(['city', 'age']);
    expect(found(after, 'neighbour')?.found?.share).toBeCloseTo(out.length / 120, 12);
    expect(found(after, 'shop-system')?.columns).toEqual(['city', 'age']);
    // The source's columns that leave no output are known to whoever has the source, and to nobody of the output.
    expect(found(before, 'source-holder')?.columns).toEqual(['city', 'age', 'diagnosis', 'orders_count']);
    expect(found(after, 'source-holder')?.columns).toEqual(['city', 'age']);
  });

  it('is measured alone over what could be known, where there is no recipe, and protects what would harm', async () => {
    const { before, after } = await compare(null, 6000);
    expect([after, before.qi, Object.keys(before.l)]).toEqual([null, ['city', 'age', 'orders_count'], ['diagnosis']]);
    const raw = sizes((at) => `${town(at)} ${age(at)} ${at % 11}`);
    expect(before.alone.people).toBe(raw.filter((size) => size === 1).length);
    expect(before.population).toMatchObject({ size: 6000, fraction: 0.02 });
    expect(before.worst?.sets[0]?.columns.length).toBeGreaterThan(1);
  });

  it('tells what each k leaves out of the same columns, and what it would without one of them', async () => {
    const columns = ['city', 'age'];
    const suppressed = { ...recipe, steps: [step('suppress-small-classes', { columns })] };
    const keep = { ...suppressed, steps: [...recipe.steps.slice(0, 1), ...suppressed.steps] };
    const { frontier } = await compare({ ...keep, release: 'pseudonymised' });
    const out = (classes: number[], k: number) =>
      classes.filter((size) => size < k).reduce((sum, size) => sum + size, 0);
    const both = sizes((at) => `${town(at)} ${age(at)}`);
    expect(frontier).toMatchObject({ rows: 120, k: 3, limit: 0.5 });
    expect(frontier?.points.map(({ out: rows }) => rows)).toEqual(frontier?.points.map(({ k }) => out(both, k)));
    expect(new Map(frontier?.without.map(({ column, out: rows }) => [column, rows]))).toEqual(
      new Map([
        ['age', out(sizes(town), 3)],
        [
          'city',
          out(
            sizes((at) => String(age(at))),
            3,
          ),
        ],
      ]),
    );
    expect((await compare(recipe)).frontier).toBeNull();
  });

  it('draws what stays of each column, and nothing of a special category that nobody asked to see', async () => {
    const columns = ['email', 'orders_count'];
    const keeps = { ...recipe, steps: [step('drop-columns', { columns }), ...recipe.steps.slice(1)] };
    const { kept } = await compare({ ...keeps, release: 'pseudonymised' });
    expect([kept?.gone, kept?.least, kept?.rows]).toEqual([columns, 10, { before: 120, after: 120 }]);
    const of = (column: string) => kept?.columns.find((one) => one.column === column);
    expect(of('city')?.steps?.map((one) => [one.is === 'value' ? one.value : one.is, one.before, one.after])).toEqual(
      ['Bonn', 'Lyon', 'Turin'].map((name) => [name, 40, 40]),
    );
    expect(of('diagnosis')).toMatchObject({ steps: null, why: 'special', same: null });
    // Under 40 or not: each row counts evenly for the ranges on its side of 40, which no range crosses.
    const ranges = of('age')!.steps!.flatMap((one) => (one.is === 'range' ? [one] : []));
    const young = ranges.filter(({ to }) => to !== null && to <= 40);
    const ages = Array.from({ length: 120 }, (_, at) => age(at));
    const under = ages.filter((years) => years < 40).length;
    for (const range of ranges) {
      const [rows, among] = young.includes(range) ? [under, young.length] : [120 - under, ranges.length - young.length];
      expect(range.after).toBeCloseTo(rows / among, 9);
      const inside = (years: number) => years >= (range.from ?? 0) && years < (range.to ?? 200);
      expect(range.before).toBe(ages.filter(inside).length);
    }
    expect((await compare(null)).kept).toBeNull();
  });

  it('goes by the roles that a recipe records', async () => {
    const roles: Recipe['roles'] = [
      { column: 'orders_count', role: 'to-protect' },
      { column: 'diagnosis', role: 'could-be-known' },
    ];
    const { before } = await compare({ ...recipe, steps: [], roles });
    expect([before.qi, Object.keys(before.l)]).toEqual([['city', 'age', 'diagnosis'], ['orders_count']]);
    await made.client.recipes.save({ datasetId: dataset.id, recipe: { ...recipe, roles } });
    await made.client.recipes.endSitting({ datasetId: dataset.id });
    expect((await made.client.recipes.get({ datasetId: dataset.id }))?.roles).toEqual(roles);
    const { entries } = await made.client.register.list({ limit: 20 });
    expect(entries.some(({ kind }) => kind === 'recipe.saved')).toBe(true);
  });

  it('says nothing where the population is smaller than the dataset, or the work is cancelled', async () => {
    await expect(compare(recipe, 100)).rejects.toMatchObject({ code: 'WRONG_USAGE' });
    const events = await made.client.risk.compare({ datasetId: dataset.id, recipe });
    let last = '';
    for await (const event of events) {
      last = event.type;
      if (event.type === 'started') await made.client.jobs.cancel({ jobId: event.jobId });
    }
    expect(last).toBe('cancelled');
  });
});
