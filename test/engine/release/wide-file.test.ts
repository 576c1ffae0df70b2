import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JobEvent } from '#shared/contract/job.ts';
import { makeEngine, type TestEngine } from '#test/support/make-engine.ts';

const columns = 5000;
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
  const line = (value: (at: number) => string): string => Array.from({ length: columns }, (_, at) => value(at)).join(',');
  writeFileSync(made.path('wide.csv'), `${[line(header), ...Array.from({ length: rows }, (_, row) => line((at) => cell(at, row)))].join('\n')}\n`);
});
afterAll(() => made.close());

it('a file of 5,000 columns gets a recipe, and the recipe runs on it', async () => {
  const recipe = await resultOf(made.client.files.recommend({ grantId: grant('wide.csv', 'read'), purpose: 'P1', release: 'anonymised', k: 5, suppression: 0.05 }));
  expect(recipe.steps.find(({ op, settings }) => op === 'drop-columns' && (settings.columns as string[]).includes('email'))).toBeDefined();
  const result = await resultOf(made.client.files.apply({ grantId: grant('wide.csv', 'read'), outputGrantId: grant('out.csv', 'write'), recipe, keepOrder: true, force: false }));
  expect(result).toMatchObject({ rowsIn: rows, label: 'anonymised' });
  const [names, ...written] = readFileSync(made.path('out.csv'), 'utf8').trimEnd().split('\n').map((line) => line.split(','));
  expect([written.length, names!.includes('email')]).toEqual([result.rowsOut, false]);
  // Columns computed by different statements stand in the same row.
  const places = (['answer_3', 'answer_2503', 'answer_4999'] as const).map((name) => [Number(name.slice(7)), names!.indexOf(name)] as const);
  written.forEach((line, row) => {
    for (const [at, place] of places) expect(line[place]).toBe(cell(at, row));
  });
});
