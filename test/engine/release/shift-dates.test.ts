import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const header = ['customer', 'signed', 'ordered', 'paid'];
const findings = [
  finding('customer', 'customer_id', { class: 'linked' }),
  ...header.slice(1).map((name) => finding(name, 'order_date')),
];
const day = (at: number): string => new Date(Date.UTC(2024, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
/** Sixty people with four rows each. */
const rows = Array.from({ length: 240 }, (_, at) => [
  `c${at % 60}`,
  day((at * 37) % 500),
  day((at * 53) % 700),
  day((at * 11) % 90),
]);
const text = `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
const shift = (over: object = {}) =>
  step('shift-dates', { columns: header.slice(1), person: ['customer'], days: 30, ...over });
const pseudonym = step('keyed-hash', { columns: ['customer'] });

async function release(steps: ReturnType<typeof step>[], over: { keys?: ReleaseKeys | null } = {}) {
  const recipe = recipeOf(steps, { release: 'pseudonymised' });
  const { result, certificate } = await runRelease(
    await desk.prepare(text, { recipe, findings, keepOrder: true, force: true, ...over }),
  );
  return { result, certificate, ...readCsv(readFileSync(result.output, 'utf8')) };
}

const movedBy = (after: string | undefined, before: string): number =>
  (Date.parse(after ?? '') - Date.parse(before)) / 86_400_000;

it('moves all dates of a person alike, within the bound and never by none', async () => {
  const { rows: written, certificate } = await release([shift(), pseudonym]);
  const days = new Map<string, Set<number>>();
  rows.forEach((row, at) => {
    const found = days.get(row[0]!) ?? new Set();
    for (const column of [1, 2, 3]) found.add(movedBy(written[at]![column], row[column]!));
    days.set(row[0]!, found);
  });
  const each = [...days.values()].map((found) => [...found]);
  expect(each.every((found) => found.length === 1)).toBe(true);
  const moved = each.map(([only]) => only!);
  expect(Math.min(...moved.map(Math.abs))).toBeGreaterThanOrEqual(1);
  expect(Math.max(...moved.map(Math.abs))).toBeLessThanOrEqual(30);
  expect(moved.some((by) => by > 0) && moved.some((by) => by < 0)).toBe(true);
  expect(new Set(moved).size).toBeGreaterThan(20);
  expect(certificate.output.columns.map(({ treatment }) => treatment)).toEqual([
    'hashed-keyed',
    'perturbed',
    'perturbed',
    'perturbed',
  ]);
  expect(JSON.stringify(certificate.recipe)).not.toContain('c59');
});

it('does not let a pseudonym tell by how many days the dates of its person moved', async () => {
  const { rows: written } = await release([shift(), pseudonym]);
  const guessed = written.filter(([hash], at) => {
    const drawn = Number(BigInt(`0x${hash!.slice(0, 16)}`) % 60n);
    return (drawn < 30 ? drawn - 30 : drawn - 29) === movedBy(written[at]![1], rows[at]![1]!);
  });
  expect(guessed.length).toBeLessThan(rows.length / 5);
});

it('moves alike in every run under one key, and otherwise under another or by other days', async () => {
  const dates = async (over: object) => JSON.stringify((await release([shift(over), pseudonym])).rows);
  const first = await dates({});
  expect(await dates({})).toBe(first);
  expect(await dates({ key: 'another' })).not.toBe(first);
  expect(await dates({ days: 31 })).not.toBe(first);
});

it('needs a key', async () => {
  await expect(release([shift()], { keys: null })).rejects.toMatchObject({ code: 'KEY_MISSING' });
});
