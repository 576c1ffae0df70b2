import { expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { classifyRelation } from './run-classifier.ts';

type Column = (row: number) => string | null;

async function classify(table: Record<string, Column>, rows: number, layout?: string) {
  const directory = mkdtempSync(join(tmpdir(), 'custos-raise-'));
  const duck = await openDuck({ directory });
  try {
    const names = Object.keys(table);
    await duck.run(`CREATE TABLE t (${names.map((_name, at) => `c${at + 1} VARCHAR`).join(', ')})`);
    const text = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);
    for (let from = 0; from < rows; from += 2000) {
      const some = Array.from(
        { length: Math.min(2000, rows - from) },
        (_unused, at) => `(${names.map((name) => text(table[name]!(from + at))).join(', ')})`,
      );
      await duck.run(`INSERT INTO t VALUES ${some.join(', ')}`);
    }
    const columns = names.map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
    const found = await classifyRelation(duck, 't', columns, {
      policy: 'customer-tracking',
      today: '2026-06-01',
      rows,
      layout,
    });
    return (name: string) => found.columns.find((column) => column.name === name)!;
  } finally {
    duck.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

const first = ['Anna', 'Carlos', 'Sophie', 'Thomas', 'Giulia', 'Robert', 'Maria', 'Peter', 'Laura', 'David'];
const last = ['Schmidt', 'García', 'Martin', 'Rossi', 'Silva', 'Jones', 'Meyer', 'Novak', 'Bakker', 'Lefevre'];

test('identifiers raise the class whatever a column is called', async () => {
  const column = await classify(
    {
      order_id: (row) => `anna${row}@example.org`,
      sku: (row) => `+49170${1_000_000 + row}`,
      note_code: () => 'DE02120300000000202051',
      page_url: (row) => `https://shop.example/p?email=anna${row}%40example.org&q=1`,
      referrer: (row) => (row % 4 === 0 ? `https://x.example/?u=anna${row}@example.org` : `https://x.example/${row}`),
      tags: (row) => JSON.stringify([{ email: `anna${row}@example.org` }, { email: `b${row}@example.org` }]),
      product_name: (row) => `${first[row % 10]} ${last[Math.floor(row / 10) % 10]}`,
      user_id: (row) => `anna${row}@example.org`,
      quantity: (row) => String(row % 7),
    },
    60,
  );
  for (const name of ['order_id', 'sku', 'note_code', 'page_url', 'referrer', 'tags', 'user_id'])
    expect([name, column(name).class, column(name).needsReview]).toEqual([name, 'linked', true]);
  expect(column('product_name').class === 'linked' || column('product_name').needsReview).toBe(true);
  expect([column('order_id').type, column('sku').type, column('note_code').type]).toEqual([
    'email_address',
    'phone_number',
    'iban',
  ]);
  expect(column('page_url')).toMatchObject({ type: 'page_url', flags: ['free_text_pii'] });
  expect(column('page_url').evidence.at(-1)?.detail).toContain('60 of 60 different values hold e-mail addresses');
  expect(column('quantity')).toMatchObject({ class: 'non_pii', needsReview: false });
});

test('a network or hardware address is flagged under any name', async () => {
  const column = await classify(
    {
      product_id: (row) => `203.0.113.${row + 100}`,
      sku: (row) => `2001:db8::${row + 1000}`,
      color: (row) => `00:1A:2B:3C:4D:${row + 10}`,
    },
    50,
  );
  for (const name of ['product_id', 'sku', 'color'])
    expect([name, column(name).flags.includes('online_identifier')]).toEqual([name, true]);
});

test('a preset does not outrank what stands in its columns', async () => {
  const event = {
    event_date: () => '20260401',
    event_timestamp: (row: number) => String(1_775_000_000_000_000 + row),
    event_name: (row: number) => `anna${row}@example.org`,
    user_pseudo_id: (row: number) => `a.${row}`,
  };
  expect(
    (
      await classify(
        { ...event, page_location: (row) => `https://shop.example/?m=b${row}@example.org` },
        40,
        'ga4-export',
      )
    )('event_name').class,
  ).toBe('linked');
});

test('a handful among thousands asks for a person and says how many, in the sample and outside it', async () => {
  const stray =
    (every: number): Column =>
    (row) =>
      row % every === every - 1 ? `ask anna${row}@example.org` : `item-${row}`;
  const small = (await classify({ sku: stray(500), amount: (row) => String(row) }, 2000))('sku');
  expect(small).toMatchObject({ class: 'non_pii', needsReview: true });
  expect(small.confidence).toBeLessThan(0.7);
  expect(small.evidence.at(-1)?.detail).toContain('4 of 2,000 different values');
  const large = await classify(
    { sku: stray(20_000), amount: (row) => (row === 31_000 ? 'x@example.org' : String(row)), colour: () => 'red' },
    40_000,
  );
  expect(large('sku')).toMatchObject({ class: 'non_pii', needsReview: true });
  expect(large('sku').evidence.at(-1)?.detail).toMatch(
    /at least 2 rows hold e-mail addresses|[12] of 3,000 different values/,
  );
  expect(large('amount')).toMatchObject({ needsReview: true });
  expect(large('colour').needsReview).toBe(false);
});
