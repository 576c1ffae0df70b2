import { describe, expect, it } from 'vitest';
import type { ListItem } from '../answer.ts';
import { withCell, type BoundCell } from './bind-cells.ts';

const ada = { from: 'person', by: 'Ada', at: '2026-11-02T09:00:00.000Z' } as const;
let made = 0;
const make = (value: BoundCell): ListItem<BoundCell> => ({ id: `i${(made += 1)}`, value, origin: ada });
const after = (...cells: BoundCell[]): BoundCell[] =>
  cells.reduce<ListItem<BoundCell>[]>((items, cell) => withCell(items, cell, make), []).map(({ value }) => value);
const says = (needed: 'yes' | 'no', columns?: string[], why?: string, purpose = 'pu-1'): BoundCell => ({
  purpose,
  needed,
  ...(columns === undefined ? {} : { columns }),
  ...(why === undefined ? {} : { why }),
});

describe('the lines of a binding', () => {
  it('speak of a column once per purpose: the last word takes the earlier ones back', () => {
    expect(after(says('yes', ['city', 'email'], 'Post'), says('no', ['city'], 'Sent by code'))).toEqual([
      says('yes', ['email'], 'Post'),
      says('no', ['city'], 'Sent by code'),
    ]);
    expect(after(says('yes', ['city']), says('no', ['city']), says('yes', ['city']))).toEqual([says('yes', ['city'])]);
  });

  it('leave what is said for another purpose alone', () => {
    expect(after(says('yes', ['city'], 'Post', 'pu-2'), says('no', ['city']))).toEqual([
      says('yes', ['city'], 'Post', 'pu-2'),
      says('no', ['city']),
    ]);
  });

  it('are no more than the things that are said, however many columns are decided one by one', () => {
    const columns = Array.from({ length: 1000 }, (_, at) => `c${at}`);
    const lines = after(...columns.map((column, at) => says(at % 2 === 0 ? 'yes' : 'no', [column], 'Because')));
    expect(lines).toHaveLength(2);
    expect(lines.flatMap((line) => line.columns)).toHaveLength(1000);
  });

  it('stand after a word on the whole dataset, which takes back what was said before it', () => {
    expect(after(says('no', ['city']), says('yes', undefined, 'All of it'), says('no', ['city']))).toEqual([
      says('yes', undefined, 'All of it'),
      says('no', ['city']),
    ]);
  });
});
