import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { delimited } from '#engine/release/formats/delimited.ts';
import { measureJoined } from './measure-joined.ts';

async function measured(people: string[], orders: string[]) {
  const directory = mkdtempSync(join(tmpdir(), 'custos-joined-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const file = (name: string, [head = '', ...rows]: string[]) => {
    const path = join(directory, name);
    writeFileSync(path, [head, ...rows, ''].join('\n'));
    return { path, format: delimited('csv', ','), names: head.split(','), key: 'who', longestRow: 100 };
  };
  return measureJoined(
    [file('people.csv', people), file('orders.csv', orders)],
    directory,
    new AbortController().signal,
  );
}

const people = ['who,town', '1,Ulm', '2,Ulm', '3,Ulm', '4,Ulm'];

it('counts people by their row and by their rows elsewhere, in whatever order these stand', async () => {
  const orders = ['item,who', 'tea,1', 'rye,1', 'rye,2', 'tea,2', 'tea,3', 'tea,4'];
  expect(await measured(people, orders)).toMatchObject({ k: 2, classes: 2, people: 4, rows: [4, 6], keysHold: true });
});

it('finds somebody whom no table shows by itself: how many rows they have, and which', async () => {
  const twice = ['item,who', 'tea,1', 'tea,1', 'tea,2', 'tea,3', 'tea,4'];
  expect(await measured(people, twice)).toMatchObject({ k: 1, classes: 2 });
  const together = ['item,who', 'tea,1', 'rye,1', 'tea,2', 'rye,2', 'tea,3', 'tea,3', 'rye,4', 'rye,4'];
  expect(await measured(people, together)).toMatchObject({ k: 1, classes: 3 });
  expect(await measured(people, ['item,who', 'tea,3'])).toMatchObject({ k: 1, classes: 2 });
});

it.each([
  ['a key twice', ['who,town', '1,Ulm', '1,Ulm'], ['item,who']],
  ['a key that skips', ['who,town', '1,Ulm', '3,Ulm'], ['item,who']],
  ['a row of nobody', people, ['item,who', 'tea,5']],
])('sees %s', async (_what, of, orders) => {
  expect(await measured(of, orders)).toMatchObject({ keysHold: false });
});
