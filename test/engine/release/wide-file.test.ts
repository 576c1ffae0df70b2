import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JobEvent } from '#shared/contract/job.ts';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { makeEngine, type TestEngine } from '#test/support/make-engine.ts';

const rows = 60;

/** One person a row: an address, a town, numbers in every fiftieth column, a few answers in all the others. */
function header(at: number): string {
  if (at === 0) return 'email';
  if (at === 1) return 'city';
  return at % 50 === 2 ? `metric_${at}` : `answer_${at}`;
}

function cell(at: number, row: number): string {
  if (at === 0) return `person${row}@example.com`;
  if (at === 1) return ['Berlin', 'Lyon', 'Porto'][row % 3]!;
  return at % 50 === 2 ? `${((row * 37 + at) % 101) / 4}` : `option ${(row + at) % 4}`;
}

let made: TestEngine;
const grant = (name: string, use: 'read' | 'write') => made.engine.grants.add(made.path(name), use).grantId;
async function resultOf<Value>(job: Promise<AsyncIterable<JobEvent<Value>>>): Promise<Value> {
  for await (const event of await job) if (event.type === 'result') return event.value;
  throw new Error('The job gave no result.');
}

beforeAll(() => {
  made = makeEngine('in memory');
});
afterAll(() => made.close());

function write(columns: number): void {
  const line = (value: (at: number) => string): string =>
    Array.from({ length: columns }, (_, at) => value(at)).join(',');
  writeFileSync(
    made.path('wide.csv'),
    `${[line(header), ...Array.from({ length: rows }, (_, row) => line((at) => cell(at, row)))].join('\n')}\n`,
  );
}
const file = (name: string) => ({
  grantId: grant('wide.csv', 'read'),
  outputGrantId: grant(name, 'write'),
  keepOrder: true,
  force: false,
});
const written = (name: string): string[][] =>
  readFileSync(made.path(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

it('a file of 5,000 columns gets a recipe, and the recipe runs on it', async () => {
  write(5000);
  const recipe = await resultOf(
    made.client.files.recommend({
      grantId: grant('wide.csv', 'read'),
      purpose: 'P1',
      release: 'anonymised',
      k: 5,
      suppression: 0.05,
    }),
  );
  expect(
    recipe.steps.find(({ op, settings }) => op === 'drop-columns' && (settings.columns as string[]).includes('email')),
  ).toBeDefined();
  const result = await resultOf(made.client.files.apply({ ...file('narrow.csv'), keepOrder: false, recipe }));
  const [names, ...lines] = written('narrow.csv');
  expect([lines.length, names!.includes('email'), result.suppressed <= 3]).toEqual([result.rowsOut, false, true]);
  expect(names!.length).toBeGreaterThan(1);
  const alike = new Map<string, number>();
  for (const line of lines) alike.set(line.join(), (alike.get(line.join()) ?? 0) + 1);
  expect(Math.min(...alike.values())).toBeGreaterThanOrEqual(5);
});

it('columns of a wide file that are computed by different statements stand in the same row', async () => {
  write(600);
  const recipe: RecipeFile = {
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'P1',
    release: 'pseudonymised',
    referenceDate: '2026-11-23',
    target: { k: 5, suppression: 0.05 },
    steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email'] }, reason: '', enabled: true }],
  };
  await resultOf(made.client.files.apply({ ...file('all.csv'), recipe }));
  const [names, ...lines] = written('all.csv');
  const places = (['answer_3', 'answer_253', 'answer_599'] as const).map(
    (name) => [Number(name.slice(7)), names!.indexOf(name)] as const,
  );
  expect(lines.length).toBe(rows);
  lines.forEach((line, row) => {
    for (const [at, place] of places) expect(line[place]).toBe(cell(at, row));
  });
});
