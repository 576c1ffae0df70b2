import { expect, it } from 'vitest';
import { childrenOf, treeOfRows, type HierarchyTree } from '#shared/hierarchies/tree/hierarchy-tree.ts';
import { keyOf, visibleNodes } from './visible-nodes.ts';

function tree(rows: string[][]): HierarchyTree {
  const read = treeOfRows(rows);
  if (!read.ok) throw new Error(read.fault.code);
  return read.tree;
}

const lines = (of: HierarchyTree, opened: { level: number; label: string }[], search = '') =>
  visibleNodes(of, childrenOf(of), new Set(opened.map(keyOf)), search).map(
    ({ label, depth, position, of: many, expanded }) =>
      `${' '.repeat(depth - 1)}${label} ${position}/${many} ${expanded}`,
  );

const cities = tree([
  ['Ghent', 'Belgium', '*'],
  ['Köln', 'Germany', '*'],
  ['Bonn', 'Germany', '*'],
]);

it('shows what is opened, each with its place among its neighbours', () => {
  expect(lines(cities, [])).toEqual(['* 1/1 false']);
  expect(
    lines(cities, [
      { level: 2, label: '*' },
      { level: 1, label: 'Germany' },
    ]),
  ).toEqual(['* 1/1 true', ' Belgium 1/2 false', ' Germany 2/2 true', '  Köln 1/2 null', '  Bonn 2/2 null']);
});

it('shows what a search finds with all that lies above it, without accents and case', () => {
  expect(lines(cities, [], 'koln')).toEqual(['* 1/1 true', ' Germany 1/1 true', '  Köln 1/1 null']);
  expect(lines(cities, [], 'Oslo')).toEqual([]);
});

it('finds one of 50,000 values, and shows nothing of an empty tree', () => {
  const many = tree(Array.from({ length: 50_000 }, (_, at) => [`value ${at}`, `group ${at % 100}`, '*']));
  expect(lines(many, [], 'value 49999')).toEqual(['* 1/1 true', ' group 99 1/1 true', '  value 49999 1/1 null']);
  expect(lines({ above: [new Map()] }, [])).toEqual([]);
});
