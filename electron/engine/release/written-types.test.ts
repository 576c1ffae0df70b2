import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { ValuesOnce } from '../written-values/values-once.ts';
import { writtenTypes } from './written-types.ts';

/** Types of columns given as their values, null for a missing one. */
async function typesOf(columns: Record<string, (string | null)[]>): Promise<Record<string, string>> {
  const directory = mkdtempSync(join(tmpdir(), 'custos-types-'));
  const names = Object.keys(columns);
  const duck = await openDuck({ directory, readable: [], columns: names.length });
  try {
    const literal = (value: string | null): string => (value === null ? 'NULL' : `'${value}'`);
    const rows = Object.values(columns)[0]!.map(
      (_, at) => `(${names.map((name) => `${literal(columns[name]![at]!)}::VARCHAR`).join(', ')})`,
    );
    const found = await writtenTypes(
      new ValuesOnce({ duck, relation: `(VALUES ${rows.join(', ')}) AS t(${names.join(', ')})` }),
      names,
      rows.length,
    );
    return Object.fromEntries(found.map(({ type, complete }, at) => [names[at]!, complete ? `${type}!` : type]));
  } finally {
    duck.close();
    rmSync(directory, { recursive: true });
  }
}

it('a type is said where every value has its form, and no wider one', async () => {
  expect(
    await typesOf({
      whole: ['1', '-20', '0'],
      gaps: ['1', '', null],
      decimal: ['1', '2.50', '-0.5'],
      yes: ['true', 'false', 'true'],
      day: ['2026-01-02', '2024-02-29', '1999-12-31'],
      moment: ['2026-01-02T03:04:05', '2026-01-02T03:04:05Z', '2026-01-02T23:59:59'],
      month: ['2026-01', '2026-12', '1999-05'],
    }),
  ).toEqual({
    whole: 'integer!',
    gaps: 'integer',
    decimal: 'number!',
    yes: 'boolean!',
    day: 'date!',
    moment: 'datetime!',
    month: 'yearmonth!',
  });
});

it('what only looks like a type is text: codes, ranges, days that are none, and nothing at all', async () => {
  expect(
    await typesOf({
      postcode: ['01234', '53111', '10115'],
      long: ['4111111111111111', '1', '2'],
      range: ['18–24', '25–34', '25–34'],
      plus: ['+49', '1', '2'],
      german: ['1,50', '2,00', '3,00'],
      day: ['2026-02-30', '2026-01-01', '2026-01-01'],
      empty: ['', null, ''],
      mixed: ['1', '2', 'x'],
    }),
  ).toEqual({
    postcode: 'string!',
    long: 'string!',
    range: 'string!',
    plus: 'string!',
    german: 'string!',
    day: 'string!',
    empty: 'string',
    mixed: 'string!',
  });
});

it('a value far down that contradicts the first thousand counts', async () => {
  const values = Array.from({ length: 1500 }, (_, at) => (at === 1400 ? '1.5' : '7'));
  expect(await typesOf({ n: values, s: values.map((value) => (value === '7' ? '7' : 'none')) })).toEqual({
    n: 'number!',
    s: 'string!',
  });
});
