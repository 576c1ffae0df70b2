import { copyFileSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const root = resolve(import.meta.dirname, '../..');

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

/** The commands of the page, without their remarks, as words. */
const commands = readFileSync(resolve(root, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('custos '))
  .map((line) => line.replace(/\s+#.*$/, ''))
  .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!).slice(1));

it('every command of the first page runs, in its order, on the bundled sample', async () => {
  copyFileSync(resolve(root, 'resources/sample/customers.csv'), desk.path('customers.csv'));
  expect(commands.length).toBeGreaterThan(10);
  for (const words of commands) {
    const { status, stderr } = await desk.custos(words);
    // A file as it is may not be used for targeting, and that is the answer.
    expect([words[0], status], stderr).toEqual([words[0], words[0] === 'guard' ? 1 : 0]);
  }
}, 600_000);
