import { expect, it } from 'vitest';
import { codeRows } from '#engine/anonymise/coded/coded-table.ts';
import { tupleLines, type OutputCells } from './tuple-lines.ts';

const rows: (string | null)[][] = [
  ['a;b', 'x'],
  ['a', null],
  ['a', 'say "x"'],
  ['a', ''],
  ['a', null],
  ['*', 'x'],
];
const { signal } = new AbortController();

async function written(key: Uint8Array | null, columns = 2): Promise<string[]> {
  const table = codeRows(['p', 'q'].slice(0, columns), rows);
  const cells = table.columns.map(({ codes, values }): OutputCells => ({ codes, cells: values }));
  const { pieces, longest } = tupleLines(cells, { delimiter: ';', key, signal })!;
  let text = '';
  for await (const piece of pieces) text += piece.toString();
  const found = text.split('\n').slice(0, -1);
  expect(longest).toBe(Math.max(...found.map((line) => line.length + 1)));
  return found;
}

const lines = ['"a;b";x', 'a;', 'a;"say ""x"""', 'a;""', 'a;', '*;x'];

it('writes every row, quoted where it has to be, suppressed cells as *', async () => {
  expect(await written(null)).toEqual(lines);
});

it('puts rows into an order that their text alone gives, equal ones beside each other', async () => {
  const found = await written(Buffer.from('one key'));
  expect(found.toSorted()).toEqual(lines.toSorted());
  expect(Math.abs(found.indexOf('a;') - found.lastIndexOf('a;'))).toBe(1);
  expect(await written(Buffer.from('one key'))).toEqual(found);
  const others = await Promise.all(['b', 'c', 'd'].map((key) => written(Buffer.from(key))));
  expect(others.some((other) => other.join() !== found.join())).toBe(true);
});

it('leaves no line of a single column empty', async () => {
  expect((await written(null, 1)).slice(0, 2)).toEqual(['"a;b"', 'a']);
});
