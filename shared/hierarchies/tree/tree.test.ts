import { describe, expect, it } from 'vitest';
import { seeded } from '#test/support/seeded.ts';
import { coverageOf, rowsByNode } from './coverage.ts';
import {
  addLevel,
  groupNodes,
  mergeNodes,
  moveNodes,
  placeValues,
  removeLevel,
  removeNodes,
  renameNode,
  type Edited,
} from './edit-tree.ts';
import { childrenOf, heightOf, labelsAt, rowsOfTree, treeOfRows, type HierarchyTree } from './hierarchy-tree.ts';
import { recordTree, redoTree, startHistory, undoTree } from './tree-history.ts';

const cities = [
  ['Ghent', 'Belgium', 'Europe'],
  ['Lima', 'Peru', 'America'],
  ['Rome', 'Italy', 'Europe'],
  ['Cusco', 'Peru', 'America'],
];

function tree(rows: readonly (readonly string[])[] = cities): HierarchyTree {
  const read = treeOfRows(rows);
  if (!read.ok) throw new Error(read.fault.code);
  return read.tree;
}

const done = (edited: Edited): HierarchyTree => {
  if (!edited.ok) throw new Error(edited.refusal);
  return edited.tree;
};

describe('rows and trees', () => {
  it('are the same thing, in the same order', () => {
    expect(rowsOfTree(tree())).toEqual(cities);
    expect(labelsAt(tree(), 1)).toEqual(['Belgium', 'Peru', 'Italy']);
    expect(labelsAt(tree(), 2)).toEqual(['Europe', 'America']);
    expect(childrenOf(tree())[1]!.get('Peru')).toEqual(['Lima', 'Cusco']);
    expect(rowsOfTree(tree([]))).toEqual([]);
  });

  it('a short row goes on with its last label, and a line said twice counts once', () => {
    expect(
      rowsOfTree(
        tree([
          ['a', 'x', 'p'],
          ['b', 'y'],
          ['a', 'x', 'p'],
        ]),
      ),
    ).toEqual([
      ['a', 'x', 'p'],
      ['b', 'y', 'y'],
    ]);
  });

  it.each([
    ['no label', [['a', ' ']], { code: 'empty-label', row: 0, level: 1, first: null }],
    [
      'a value twice',
      [
        ['a', 'x'],
        ['a', 'y'],
      ],
      { code: 'two-parents', row: 1, level: 0, first: 0 },
    ],
    [
      'two parents',
      [
        ['a', 'x', 'p'],
        ['b', 'x', 'q'],
      ],
      { code: 'two-parents', row: 1, level: 1, first: 0 },
    ],
    [
      'a cycle',
      [
        ['a', 'b', '*'],
        ['b', 'a', '*'],
      ],
      { code: 'cycle', row: 1, level: 1, first: null },
    ],
  ])('%s is found where it stands', (_name, rows, fault) => {
    expect(treeOfRows(rows)).toEqual({ ok: false, fault });
  });
});

describe('an edit', () => {
  it('renames a label everywhere, and keeps the order', () => {
    expect(rowsOfTree(done(renameNode(tree(), { level: 1, label: 'Peru' }, ' Andes ')))).toEqual([
      ['Ghent', 'Belgium', 'Europe'],
      ['Lima', 'Andes', 'America'],
      ['Rome', 'Italy', 'Europe'],
      ['Cusco', 'Andes', 'America'],
    ]);
  });

  it('moves nodes with all that lies under them; an empty label goes', () => {
    const moved = done(moveNodes(tree(), [{ level: 1, label: 'Peru' }], { level: 2, label: 'Europe' }));
    expect(rowsOfTree(moved).map((row) => row[2])).toEqual(['Europe', 'Europe', 'Europe', 'Europe']);
    expect(labelsAt(moved, 2)).toEqual(['Europe']);
    const lima = done(moveNodes(tree(), [{ level: 0, label: 'Lima' }], { level: 1, label: 'Italy' }));
    expect(rowsOfTree(lima)[1]).toEqual(['Lima', 'Italy', 'Europe']);
  });

  it('groups, merges, adds, takes out and places', () => {
    const nodes = [
      { level: 0, label: 'Ghent' },
      { level: 0, label: 'Rome' },
    ];
    expect(groupNodes(tree(), [nodes[0]!], 'Flanders')).toMatchObject({ ok: true });
    const merged = done(
      mergeNodes(
        tree(),
        [
          { level: 1, label: 'Belgium' },
          { level: 1, label: 'Italy' },
        ],
        'Union',
      ),
    );
    expect(rowsOfTree(merged)[2]).toEqual(['Rome', 'Union', 'Europe']);
    const grouped = done(groupNodes(merged, nodes, 'Capitals'));
    expect(rowsOfTree(grouped)[0]).toEqual(['Ghent', 'Capitals', 'Europe']);
    expect(labelsAt(grouped, 1)).toEqual(['Peru', 'Capitals']);
    expect(rowsOfTree(done(removeNodes(tree(), [{ level: 2, label: 'America' }]))).map(([value]) => value)).toEqual([
      'Ghent',
      'Rome',
    ]);
    expect(rowsOfTree(done(placeValues(tree(), ['Bruges'], 'Belgium'))).at(-1)).toEqual([
      'Bruges',
      'Belgium',
      'Europe',
    ]);
    expect(rowsOfTree(done(placeValues(tree([]), ['a', 'b'], 'x')))).toEqual([
      ['a', 'x'],
      ['b', 'x'],
    ]);
  });

  it('adds and takes out a level', () => {
    const higher = done(addLevel(tree(), 2));
    expect(heightOf(higher)).toBe(3);
    expect(rowsOfTree(higher)[0]).toEqual(['Ghent', 'Belgium', 'Europe', 'Europe']);
    expect(rowsOfTree(done(removeLevel(higher, 3)))).toEqual(cities);
    expect(rowsOfTree(done(removeLevel(tree(), 1)))[0]).toEqual(['Ghent', 'Europe']);
    expect(rowsOfTree(done(addLevel(tree(), 0)))[0]).toEqual(['Ghent', 'Ghent', 'Belgium', 'Europe']);
  });

  const peru = { level: 1, label: 'Peru' };
  const italy = { level: 1, label: 'Italy' };
  const one = tree([['a', 'x']]);
  it.each<[string, Edited, string]>([
    ['no name', renameNode(tree(), peru, '  '), 'empty-label'],
    ['a name that is there', renameNode(tree(), peru, 'Italy'), 'duplicate'],
    ['another name for a value', renameNode(tree(), { level: 0, label: 'Rome' }, 'Roma'), 'fixed-value'],
    ['a name of what lies above', renameNode(tree([['a', 'b', 'c', 'd']]), { level: 3, label: 'd' }, 'b'), 'cycle'],
    [
      'a move over two levels',
      moveNodes(tree(), [{ level: 0, label: 'Rome' }], { level: 2, label: 'Europe' }),
      'wrong-level',
    ],
    ['a move of what is not there', moveNodes(tree(), [{ level: 0, label: 'Oslo' }], peru), 'unknown'],
    ['labels of two parents made one', mergeNodes(tree(), [peru, italy], 'South'), 'two-parents'],
    [
      'values of two parents under a new one',
      groupNodes(
        tree(),
        [
          { level: 0, label: 'Rome' },
          { level: 0, label: 'Lima' },
        ],
        'South',
      ),
      'two-parents',
    ],
    ['all taken out', removeNodes(one, [{ level: 1, label: 'x' }]), 'nothing-left'],
    ['the last level', removeLevel(one, 1), 'last-level'],
    ['a value that is there', placeValues(one, ['a'], 'x'), 'duplicate'],
    ['a label that is not there', placeValues(one, ['b'], 'y'), 'unknown'],
  ])('is refused for %s', (_name, edited, refusal) => {
    expect(edited).toEqual({ ok: false, refusal });
  });

  it('refuses more levels than a step takes', () => {
    let high = one;
    for (let level = 1; level < 49; level += 1) high = done(addLevel(high, level));
    expect(addLevel(high, 1)).toEqual({ ok: false, refusal: 'too-many-levels' });
  });
});

it('random edits leave a tree that its own rows give again, or are refused and change nothing', () => {
  const random = seeded(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  let history = startHistory(
    tree(Array.from({ length: 40 }, (_, at) => [`v${at}`, `g${at % 8}`, `h${(at % 8) >> 1}`])),
  );
  const start = rowsOfTree(history.tree);
  let made = 0;
  for (let turn = 0; turn < 600; turn += 1) {
    const now = history.tree;
    const node = (level: number) => ({ level, label: pick(labelsAt(now, level)) });
    const level = Math.floor(random() * heightOf(now));
    const edits: (() => Edited)[] = [
      () => renameNode(now, node(level + 1), `n${turn % 90}`),
      () => moveNodes(now, [node(level), node(level)], node(level + 1)),
      () => groupNodes(now, [node(level), node(level)], `n${turn % 70}`),
      () => mergeNodes(now, [node(level + 1), node(level + 1)], `n${turn % 50}`),
      () => (heightOf(now) < 5 ? addLevel(now, level) : removeLevel(now, level + 1)),
      () => (turn % 50 === 0 ? removeNodes(now, [node(level)]) : placeValues(now, [`w${turn}`], node(1).label)),
    ];
    const edited = pick(edits)();
    if (!edited.ok) continue;
    made += 1;
    const rows = rowsOfTree(edited.tree);
    const again = treeOfRows(rows);
    expect(again.ok && rowsOfTree(again.tree)).toEqual(rows);
    expect(again.ok && again.tree.above.map((map) => map.size)).toEqual(edited.tree.above.map((map) => map.size));
    history = recordTree(history, edited.tree);
  }
  expect(made).toBeGreaterThan(150);
  const end = rowsOfTree(history.tree);
  for (let back = 0; back < made; back += 1) history = undoTree(history);
  if (made <= 200) expect(rowsOfTree(history.tree)).toEqual(start);
  for (let forth = 0; forth < made; forth += 1) history = redoTree(history);
  expect(rowsOfTree(history.tree)).toEqual(end);
  expect(redoTree(history)).toBe(history);
});

it('rows are counted under every node, and what a tree lacks is listed', () => {
  const values = [
    { value: 'Ghent', rows: 3 },
    { value: 'Rome', rows: 4 },
    { value: 'Oslo', rows: 2 },
    { value: 'Bonn', rows: 6 },
  ];
  const sums = rowsByNode(tree(), values);
  expect(sums[0]!.get('Lima')).toBe(0);
  expect(Object.fromEntries(sums[1]!)).toEqual({ Belgium: 3, Peru: 0, Italy: 4 });
  expect(Object.fromEntries(sums[2]!)).toEqual({ Europe: 7, America: 0 });
  expect(coverageOf((value) => tree().above[0]!.has(value), values)).toEqual({
    values: 4,
    coveredValues: 2,
    rows: 15,
    coveredRows: 7,
    uncovered: [
      { value: 'Bonn', rows: 6 },
      { value: 'Oslo', rows: 2 },
    ],
  });
});
