import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AttackReport } from '#shared/domain/attack-results.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;

/** Numbers without a pattern, the same each time. */
function noise(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

const rows = 700;
const write = (name: string, text: string): void => writeFileSync(desk.path(name), text);
const recipeOf = (release: string, steps: { op: string; settings: object }[]): string =>
  JSON.stringify({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1-find-segments',
    release,
    referenceDate: '2026-11-30',
    target: { k: 5, suppression: 0.2 },
    steps: steps.map((step) => ({ version: 1, reason: '', ...step })),
  });

beforeAll(() => {
  desk = makeDesk();
  const draw = noise(4);
  const lines = Array.from({ length: rows }, (_, at) => {
    const [visits, spent, tickets] = [draw(40), draw(500), draw(60)];
    return `C-${1000 + at},${['Rome', 'Milan', 'Turin'][draw(3)]!},${visits},${spent}.00,${tickets}`;
  });
  write('shop.csv', `${['customer_id,city,site_visits,total_spent,support_tickets', ...lines].join('\n')}\n`);
  write('key.bin', 'k'.repeat(64));
  const bins = (column: string, edges: number[]) => ({
    op: 'numeric-bins',
    settings: { columns: [column], mode: 'edges', edges, decimalMark: '.' },
  });
  const bands = [bins('site_visits', [20]), bins('total_spent', [250])];
  const columns = ['city', 'site_visits', 'total_spent'];
  write(
    'coarse.json',
    recipeOf('anonymised', [
      { op: 'drop-columns', settings: { columns: ['customer_id', 'support_tickets'] } },
      ...bands,
      { op: 'suppress-small-classes', settings: { columns } },
    ]),
  );
  const keyed = { op: 'keyed-hash', settings: { columns: ['customer_id'], normalise: 'none', key: '' } };
  write('keyed.json', recipeOf('pseudonymised', [keyed, ...bands]));
});
afterAll(() => desk.remove());

async function made(recipe: string, out: string, ...more: string[]): Promise<void> {
  const ran = await desk.custos(['apply', 'shop.csv', '--recipe', recipe, '-o', out, ...more]);
  expect(ran.status, ran.stderr).toBe(0);
}
async function attacked(status: number, file: string, ...more: string[]): Promise<AttackReport> {
  const ran = await desk.custos(['attack', file, '--source', 'shop.csv', ...more, '--json']);
  expect(ran.status, ran.stderr).toBe(status);
  return JSON.parse(ran.stdout) as AttackReport;
}
const of = ({ attacks }: AttackReport, attack: string, column?: string) =>
  attacks.filter((one) => one.attack === attack && one.column === column && one.verdict !== null);

it('refuses a pseudonym for each person, made again with its key, and without a recipe judges nothing', async () => {
  await made('keyed.json', 'keyed.csv', '--key-file', 'key.bin');
  const typed = ['attack', 'keyed.csv', '--source', 'shop.csv'];
  const without = await desk.custos([...typed, '--recipe', 'keyed.json']);
  expect([without.status, without.stdout]).toEqual([2, '']);
  const found = await attacked(1, 'keyed.csv', '--recipe', 'keyed.json', '--key-file', 'key.bin');
  expect(found).toMatchObject({
    file: 'keyed.csv',
    source: 'shop.csv',
    recipe: 'p1-find-segments',
    rows,
    columns: ['customer_id', 'city', 'site_visits', 'total_spent', 'support_tickets'],
    uniqueAllColumns: rows,
    uniqueShare: 1,
    relinkable: 1,
    madeOtherwise: 0,
    halves: 4,
    sourceRows: rows,
    limits: { 'singling-out': 0.1, linkability: 0.1, inference: 0.1 },
    verdict: 'refused',
    refinement: null,
    notes: [],
  });
  expect(of(found, 'singling-out').map(({ size }) => size)).toEqual([1, 3, 5]);
  expect(of(found, 'singling-out').at(-1)).toMatchObject({ main: 1, control: 0, verdict: 'refused' });
  expect(of(found, 'inference', 'customer_id')[0]).toMatchObject({ size: 4, control: 0 });

  const told = await desk.custos(typed);
  expect(told.status).toBe(0);
  expect(told.stderr).toContain('No control');
  expect(told.stderr).toContain('Not compared');
  expect(told.stdout).toMatch(/Inference of “city” from 1 other column .* cannot be judged/);
});

it('finds nothing in coarse groups, and goes by the limits that are given', async () => {
  await made('coarse.json', 'coarse.csv');
  const found = await attacked(0, 'coarse.csv', '--recipe', 'coarse.json', '--limit', 'inference=0.5');
  expect(found).toMatchObject({ uniqueAllColumns: 0, relinkable: 0, madeOtherwise: 0 });
  expect(found.limits).toEqual({ 'singling-out': 0.1, linkability: 0.1, inference: 0.5 });
  expect(found.attacks.filter(({ verdict }) => verdict === 'refused')).toEqual([]);
  expect(of(found, 'singling-out').map(({ main, verdict }) => [main, verdict])).toEqual(
    Array.from({ length: 2 }, () => [0, 'passed']),
  );
  const wrong = await desk.custos(['attack', 'coarse.csv', '--source', 'shop.csv', '--limit', 'luck=2']);
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('--limit takes ATTACK=SHARE');
});
