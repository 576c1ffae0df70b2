// Sums and means per group with a stated ε, from a recommendation to the written file; and what is refused on the way.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { certificate as certificateSchema } from '#shared/certificate/certificate.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const cities = ['Bonn', 'Lyon', 'Turin'];
/** 1,500 people of three cities; nobody spent more than 399. */
const people = Array.from({ length: 1500 }, (_, at) => [`K-${1000 + at}`, cities[at % 3]!, String((at * 37) % 400)]);

let desk: Desk;
beforeAll(() => {
  desk = makeDesk();
  writeFileSync(
    desk.path('people.csv'),
    `customer_id,city,total_spent\n${people.map((row) => row.join(',')).join('\n')}\n`,
  );
});
afterAll(() => desk.remove());

const recommend = (...options: string[]) =>
  desk.custos(['recommend', 'people.csv', '--purpose', 'P1', '--way', 'counts', ...options]);

it('recommends, writes and certifies a sum and a mean, whose truth lies where the certificate says', async () => {
  const asked = ['--sum', 'total_spent:0:200', '--mean', 'total_spent:0:200', '--epsilon', '2', '--delta', '0'];
  const { status, stdout, stderr } = await recommend(...asked, '--json');
  expect(status, stderr).toBe(0);
  const step = (JSON.parse(stdout) as Recipe).steps.at(-1)!;
  expect(step).toMatchObject({ op: 'count-rows', settings: { columns: ['city'], epsilon: 2, delta: 0 } });
  expect(step.settings['measures']).toEqual([
    { column: 'total_spent', figure: 'sum-and-mean', low: 0, high: 200, step: 0.1 },
  ]);
  // What is told of the step is so: the lists are what twenty rows share.
  expect(step.reason).toContain('ε 2 bounds');
  expect(step.settings['values']).toEqual(expect.arrayContaining(cities.map((city) => ['city', city])));
  writeFileSync(desk.path('counts.json'), stdout);
  const ran = await desk.custos(['apply', 'people.csv', '--recipe', 'counts.json', '-o', 'out.csv']);
  expect(ran.status, ran.stderr).toBe(0);
  expect(`${ran.stdout}${ran.stderr}`).toMatch(/95 times in 100 .* of “sum of total_spent”/);
  const made = readFileSync(desk.path('out.csv.certificate.json'), 'utf8');
  const { figures = [], epsilon } = certificateSchema.parse(JSON.parse(made)).spent!;
  expect(epsilon).toBe('2');
  expect(figures.map(({ kind, low, high }) => [kind, low, high])).toEqual([
    ['people', null, null],
    ['sum', '0', '200'],
    ['told', null, null],
    ['mean', '0', '200'],
  ]);
  const { header, rows } = readCsv(readFileSync(desk.path('out.csv'), 'utf8'));
  const cell = (row: string[], name: string): number => Number(row[header.indexOf(name)]);
  for (const city of cities) {
    const row = rows.find(([of]) => of === city)!;
    const truth = people.reduce((sum, [, of, spent]) => (of === city ? sum + Math.min(200, Number(spent)) : sum), 0);
    // Twice the width is passed once in 400 times.
    expect(Math.abs(cell(row, 'sum of total_spent') - truth)).toBeLessThan(2 * Number(figures[1]!.within));
    expect(Math.abs(cell(row, 'mean of total_spent') - truth / 500)).toBeLessThan(10);
  }
  // The page that is read has the same.
  await desk.custos(['certificate', 'out.csv.certificate.json', '-o', 'page.html']);
  const width = figures[1]!.within!;
  expect(readFileSync(desk.path('page.html'), 'utf8')).toContain(
    `± ${width} 95 times in 100 (of each person clipped to [0, 200]`,
  );
});

it.each<[string[], RegExp]>([
  [['--epsilon', '0', '--sum', 'total_spent:0:9'], /ε above 0/],
  [['--epsilon', '-1'], /ε of -1 is not possible/],
  [['--epsilon', 'NaN'], /not a number|number/i],
  [['--epsilon', '1', '--delta', '1'], /δ of 1 is not possible/],
  [['--sum', 'total_spent'], /give COLUMN:LOW:HIGH/],
  [['--sum', 'total_spent:9:0'], /wrong way round/],
  [['--sum', 'nothing:0:9'], /nothing/],
  [['--sum', 'total_spent:0:9', '--mean', 'total_spent:0:10'], /one pair of bounds/],
])('refuses %j with one sentence', async (options, sentence) => {
  const { status, stdout, stderr } = await recommend(...options);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n').length).toBeLessThan(3);
});
