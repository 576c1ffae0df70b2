import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuck, type Duck } from '../analysis/open-duck.ts';
import { WindowReader } from './read-window.ts';

let duck: Duck;
let reader: WindowReader;
const directory = mkdtempSync(join(tmpdir(), 'custos-window-'));
const names = Array.from({ length: 500 }, (_, i) => (i % 50 === 0 ? null : `Name ${(i * 7) % 500}`));

beforeAll(async () => {
  duck = await openDuck({ directory });
  await duck.run('CREATE TABLE t (c1 VARCHAR, c2 VARCHAR)');
  for (const [i, name] of names.entries()) await duck.run('INSERT INTO t VALUES ($1, $2)', [String(i % 100), name]);
  reader = new WindowReader(
    duck,
    't',
    names.length,
    new Map([
      ['number', { physical: 'c1', valueType: 'integer' as const }],
      ['na"me', { physical: 'c2', valueType: 'text' as const }],
    ]),
  );
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true });
});

describe('reading a window', () => {
  const all = { columns: ['number', 'na"me'], sort: [], filter: [], offset: 0, limit: 10 };

  it('pages the table in file order', async () => {
    const page = await reader.read({ ...all, offset: 490, limit: 100 });
    expect(page.total).toBe(500);
    expect(page.rows).toHaveLength(10);
    expect(page.rows[0]).toEqual({ row: 490, cells: ['90', 'Name 430'] });
  });

  it('sorts numbers as numbers, ties in file order, across pages', async () => {
    const sort = [{ column: 'number', direction: 'desc' as const }];
    const first = await reader.read({ ...all, sort, limit: 6 });
    expect(first.rows.map(({ row }) => row)).toEqual([99, 199, 299, 399, 499, 98]);
    const second = await reader.read({ ...all, sort, offset: 495, limit: 10 });
    expect(second.rows.map(({ row }) => row)).toEqual([0, 100, 200, 300, 400]);
  });

  it('filters in the engine and counts what is left', async () => {
    const greater = await reader.read({ ...all, filter: [{ column: 'number', op: 'greaterThan', value: '97' }] });
    expect(greater.total).toBe(10);
    const blank = await reader.read({ ...all, filter: [{ column: 'na"me', op: 'blank', value: '' }] });
    expect(blank.total).toBe(10);
    const text = await reader.read({ ...all, filter: [{ column: 'na"me', op: 'equals', value: 'name 7' }] });
    expect(text.rows.map(({ row }) => row)).toEqual(names.flatMap((name, i) => (name === 'Name 7' ? [i] : [])));
  });

  it('shows the rows of one bar, its lower edge with it and its upper one without, the outer ones open', async () => {
    const bar = async (of: 'number' | 'length', column: string, from: number | null, to: number | null) =>
      (await reader.read({ ...all, within: [{ column, of, from, to }] })).total;
    expect([
      await bar('number', 'number', 10, 20),
      await bar('number', 'number', null, 10),
      await bar('number', 'number', 90, null),
    ]).toEqual([50, 50, 50]);
    expect(await bar('length', 'na"me', 6, 7)).toBe(names.filter((name) => name?.length === 6).length);
    // Together with a filter, both hold.
    expect(
      (
        await reader.read({
          ...all,
          filter: [{ column: 'na"me', op: 'blank', value: '' }],
          within: [{ column: 'number', of: 'number', from: 0, to: 1 }],
        })
      ).total,
    ).toBe(5);
  });

  it('treats a hostile filter value as text', async () => {
    const found = await reader.read({
      ...all,
      filter: [{ column: 'na"me', op: 'contains', value: "'; DROP TABLE t; --" }],
    });
    expect(found.total).toBe(0);
    expect((await reader.read(all)).total).toBe(500);
  });
});
