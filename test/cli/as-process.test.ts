import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => {
  desk = makeDesk();
  writeFileSync(desk.path('people.csv'), 'email,city\na@example.org,Bonn\nb@example.org,Köln\n');
});
afterAll(() => desk.remove());

/** Data, messages, help and refusals, with each exit status that a command line has without a terminal. */
it.each([
  { words: ['--version'], status: 0 },
  { words: ['profile', '--help'], status: 0 },
  { words: ['classify', 'people.csv', '--json'], status: 0 },
  { words: ['guard', 'people.csv'], status: 1 },
  { words: ['profile'], status: 2 },
  { words: ['recommend', 'people.csv', '--k', '0'], status: 2 },
  { words: ['classify', 'missing.csv'], status: 3 },
])('custos $words says the same as a process and without one', async ({ words, status }) => {
  const as = await desk.custos(words, { asProcess: true });
  expect(as.status, as.stderr).toBe(status);
  expect(await desk.custos(words)).toEqual(as);
});

it('leaves folder, variables and listeners as they were', async () => {
  const now = () => ({
    folder: process.cwd(),
    env: { ...process.env },
    listeners: ['SIGINT', 'SIGTERM', 'exit'].map((name) => process.listenerCount(name)),
    write: [process.stdout.write, process.stderr.write],
  });
  const once = await desk.custos(['classify', 'people.csv']);
  const before = now();
  expect(await desk.custos(['classify', 'people.csv'], { env: { CUSTOS_OPERATOR: 'Ada' } })).toEqual(once);
  await desk.custos(['classify', 'missing.csv']);
  expect(now()).toEqual(before);
});
