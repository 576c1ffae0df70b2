import { expect, it } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { averageGroups } from './average-groups.ts';

function means(cells: readonly (string | null)[], groupOf: number[], digits?: number): (string | null)[] {
  const column = codeRows(
    ['spent'],
    cells.map((cell) => [cell]),
  ).columns[0]!;
  const options = { least: 2, ...(digits === undefined ? {} : { digits }) };
  const { codes, values } = averageGroups(column, Uint32Array.from(groupOf), 2, options);
  return [...codes].map((code) => values[code]!);
}

it('gives each cell the mean of its group, as exact as the column', () => {
  expect(means(['1', '2', '4', '10', '20'], [0, 0, 0, 1, 1])).toEqual(['2', '2', '2', '15', '15']);
  expect(means(['1.05', '2', '-0.4', '-0.2'], [0, 0, 1, 1])).toEqual(['1.53', '1.53', '-0.30', '-0.30']);
  expect(means(['1', '2', '-1', '-2'], [0, 0, 1, 1], 0)).toEqual(['2', '2', '-2', '-2']);
  expect(means(['-0.1', '0'], [0, 0], 0)).toEqual(['0', '0']);
});

it('leaves rows without a value aside, and tells no mean of fewer than may be told', () => {
  expect(means(['1', null, '3', '8', null], [0, 0, 0, 1, 1])).toEqual(['2', '2', '2', null, null]);
});

it('refuses texts, and names the column, not the text', () => {
  expect(() => means(['1', 'secret'], [0, 0])).toThrow('“spent”');
  expect(() => means(['1', 'secret'], [0, 0])).not.toThrow('secret');
});
