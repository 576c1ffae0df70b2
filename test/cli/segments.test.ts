import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Segmentation } from '#shared/domain/segments.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

const words = (typed: string): string[] => typed.split(' ');
const write = (name: string, lines: readonly string[]): void => writeFileSync(desk.path(name), `${lines.join('\n')}\n`);

async function segmented(file: string, options: string[]): Promise<Segmentation> {
  const ran = await desk.custos(['segments', file, ...options, '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as Segmentation;
}
async function refused(file: string, options: string[], status = 2): Promise<string> {
  const ran = await desk.custos(['segments', file, ...options]);
  expect(ran.stdout).toBe('');
  expect(ran.status, ran.stderr).toBe(status);
  return ran.stderr;
}
const peopleOf = (made: Segmentation): Record<string, number | null> =>
  Object.fromEntries(made.groups.map(({ segments, people }) => [segments.join('+'), people]));

/** One row a customer: the more they spent, the more orders and the later the last. */
const customers = Array.from({ length: 100 }, (_, at) => {
  const day = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
  return `K-${1000 + at},${day},${1 + at},${(1 + at) * 10}.50`;
});
const head = 'customer_id,last_order_date,orders_count,total_spent';

describe('custos segments', () => {
  it('puts a customer a row into fifths, and says which columns it took', async () => {
    write('customers.csv', [head, ...customers]);
    const made = await segmented('customers.csv', words('--today 2026-06-01'));
    expect(made).toMatchObject({ by: 'rfm', rowsAre: 'customers', people: 100, k: 5, referenceDate: '2026-06-01' });
    expect(made.columns).toMatchObject({
      recency: { name: 'last_order_date', chosenBy: 'classification' },
      frequency: { name: 'orders_count' },
      monetary: { name: 'total_spent' },
    });
    expect(peopleOf(made)).toMatchObject({
      champions: 20,
      loyal: 20,
      'need-attention': 20,
      hibernating: 40,
      unknown: 0,
    });
    expect(made.notes.join(' ')).toContain('not chosen by a person: last purchase from “last_order_date”');
  });

  it('counts orders and adds up spends by person where every row is an order', async () => {
    const orders = Array.from({ length: 40 }, (_, at) => [
      `P${at};01.05.2026;10,00`,
      ...Array.from({ length: at < 8 ? 4 : 0 }, () => `P${at};20.05.2026;100,50`),
    ]).flat();
    write('orders.csv', ['person;ordered;sum', ...orders, ';02.05.2026;5,00', 'P1;01.07.2026;9,00']);
    const made = await segmented('orders.csv', words('--person person --date ordered --amount sum --today 2026-06-01'));
    expect(made).toMatchObject({ rowsAre: 'orders', people: 40, rowsOfNobody: 1 });
    expect(peopleOf(made)).toMatchObject({ champions: 8, hibernating: 0 });
    expect(made.groups[0]!.meanSpend).toBeCloseTo(412, 6);
    expect(made.notes.join(' ')).toMatch(/1 row without a value in “person”.*1 row dated after 2026-06-01/);
    expect(made.notes.join(' ')).toContain('“sum” was read with a decimal comma');
  });

  it('takes rows for people where the column that might name them is mostly empty', async () => {
    const rows = customers.map((row, at) => `${row.split(',').slice(1).join(',')},${at < 10 ? 'a@example.org' : ''}`);
    write('mails.csv', ['last_order_date,orders_count,total_spent,email', ...rows]);
    const made = await segmented('mails.csv', words('--today 2026-06-01'));
    expect(made).toMatchObject({ rowsAre: 'customers', people: 100, rowsOfNobody: 0 });
  });

  it('cuts the spend at 80 and 95 per cent, and keeps people without one apart', async () => {
    // 800 of 1,000 are ten people’s, 150 ten others’, 50 of ten more; ten spent nothing and six say nothing.
    const spends = [80, 15, 5, 0].flatMap((spend) => Array.from({ length: 10 }, () => String(spend)));
    const rows = [...spends, ...Array.from({ length: 6 }, () => '')].map((spend, at) => `K-${at},${spend}`);
    write('spend.csv', ['customer_id,total_spent', ...rows]);
    const made = await segmented('spend.csv', words('--by value'));
    expect(peopleOf(made)).toEqual({ a: 10, b: 10, c: 10, 'nothing-spent': 10, unknown: 6 });
    expect(made.notes.join(' ')).toContain('6 people without a readable spend are a group of their own');
  });

  it('tells no group below the threshold, merged or hidden, in what it prints and in what it writes', async () => {
    const spends = [...Array.from({ length: 30 }, () => 100), ...Array.from({ length: 20 }, () => 0), 1, 1, 1];
    write('small.csv', ['customer_id,total_spent', ...spends.map((spend, at) => `K-${at},${spend}`)]);
    const merged = await segmented('small.csv', words('--by value'));
    const counts = merged.groups.flatMap(({ people }) => (people === null || people === 0 ? [] : [people]));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(53);
    const hidden = await segmented('small.csv', words('--by value --small hide -o small.counts.csv'));
    expect(hidden.hidden!.groups).toBeGreaterThanOrEqual(2);
    expect(hidden.hidden!.people).toBeGreaterThanOrEqual(5);
    const written = readFileSync(desk.path('small.counts.csv'), 'utf8');
    expect(written).toContain('hidden (with others');
    expect(written.split(/\r?\n/).flatMap((line) => line.match(/,([1-4]),/)?.[1] ?? [])).toEqual([]);
    expect(await refused('small.csv', words('--by value --k 60'), 1)).toContain('fewer than the 60');
  });

  it('adds noise that is labelled, never below nothing, and adds up', async () => {
    write('customers.csv', [head, ...customers]);
    const made = await segmented('customers.csv', words('--today 2026-06-01 --noise 0.5 -o noisy.json'));
    const written = JSON.parse(readFileSync(desk.path('noisy.json'), 'utf8')) as Segmentation & { epsilon: number };
    expect(written).toMatchObject({ format: 'custos-segments', epsilon: 0.5, mechanism: 'two-sided geometric' });
    const counts = made.groups.map(({ people }) => people ?? 0);
    expect(counts.every((people) => people >= 0)).toBe(true);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(made.people);
    expect(made.notes.join(' ')).toMatch(/ε = 0.5.*is not covered by ε/);
  });

  it('holds the segments of the release against those of the source', async () => {
    write('customers.csv', [head, ...customers]);
    const step = (op: string, settings: object) => ({ op, version: 1, settings, reason: 'a trial', enabled: true });
    const recipe = (...steps: object[]) =>
      JSON.stringify({
        format: 'custos-recipe',
        formatVersion: 1,
        purpose: 'P1',
        release: 'pseudonymised',
        referenceDate: '2026-06-01',
        target: { k: 5, suppression: 1 },
        columns: head.split(','),
        steps,
      });
    const noId = step('drop-columns', { columns: ['customer_id'] });
    const wide = { mode: 'width', width: 500, whole: false, edges: [], decimalMark: '.' };
    writeFileSync(desk.path('wide.json'), recipe(noId, step('numeric-bins', { columns: ['total_spent'], ...wide })));
    const { loss } = await segmented('customers.csv', words('--by value --recipe wide.json'));
    expect(loss).toMatchObject({ missing: [], leftOut: 0 });
    expect(loss!.sameSegment).toBeGreaterThan(0.3);
    expect(loss!.sameSegment).toBeLessThan(1);
    expect(loss!.groups[0]).toMatchObject({ before: expect.any(Number), meanBefore: expect.any(Number) });

    writeFileSync(desk.path('same.json'), recipe(noId));
    const same = await segmented('customers.csv', words('--recipe same.json'));
    expect(same.loss).toMatchObject({ sameSegment: 1, leftOut: 0 });

    writeFileSync(desk.path('gone.json'), recipe(step('drop-columns', { columns: ['customer_id', 'total_spent'] })));
    const gone = await segmented('customers.csv', words('--by value --recipe gone.json'));
    expect(gone.loss).toMatchObject({ missing: ['total_spent'], sameSegment: null, groups: [] });
    expect(gone.notes.join(' ')).toContain('“total_spent” leaves no readable values');
  });

  it('enters what left into the log of a workspace, adds up ε, and touches nothing that is there', async () => {
    write('customers.csv', [head, ...customers]);
    await desk.workspace('Acme.custos');
    const inside = words('--workspace Acme.custos');
    const imported = await desk.custos(['import', 'customers.csv', ...inside]);
    expect(imported.status, imported.stderr).toBe(0);
    const first = await segmented('customers.csv', [...inside, ...words('--noise 0.5 -o first.csv')]);
    expect(first.noise).toEqual({ epsilon: 0.5, before: 0 });
    const second = await segmented('customers.csv', [...inside, ...words('--noise 0.25 -o second.csv')]);
    expect(second.noise).toEqual({ epsilon: 0.25, before: 0.5 });
    expect(second.notes.join(' ')).toContain('Earlier exports of this dataset had ε = 0.5 together');
    const log = await desk.custos(['register', 'list', ...inside, '--json']);
    const entries = (JSON.parse(log.stdout) as { entries: { seq: number; kind: string }[] }).entries.filter(
      ({ kind }) => kind === 'segments.exported',
    );
    expect(entries.map(({ seq }) => seq)).toEqual([second.registerEntry, first.registerEntry]);
    const verified = await desk.custos(['register', 'verify', ...inside]);
    expect(verified.status, verified.stderr).toBe(0);

    const before = readFileSync(desk.path('first.csv'), 'utf8');
    expect(await refused('customers.csv', [...inside, ...words('-o first.csv')], 3)).toContain('first.csv');
    expect(readFileSync(desk.path('first.csv'), 'utf8')).toBe(before);
    await refused('customers.csv', [...inside, ...words('-o Acme.custos/segments.csv --force')]);
    expect(existsSync(desk.path('Acme.custos/segments.csv'))).toBe(false);
  });

  it('refuses in a sentence what cannot be done, and writes nothing', async () => {
    write('customers.csv', [head, ...customers]);
    expect(await refused('customers.csv', words('--monetary nothing -o no.csv'), 3)).toContain('nothing');
    expect(await refused('customers.csv', words('--monetary customer_id -o no.csv'))).toMatch(/customer_id/);
    expect(await refused('customers.csv', words('--noise 0 -o no.csv'))).toContain('ε from 0.01 to 10');
    expect(await refused('customers.csv', words('--today 1.6.2026 -o no.csv'))).toContain('YYYY-MM-DD');
    expect(await refused('customers.csv', words('-o no.txt'))).toContain('.csv or .json');
    expect(await refused('customers.csv', words('--by weight -o no.csv'))).toContain('rfm, value, deciles');
    expect(existsSync(desk.path('no.csv'))).toBe(false);
  });
});
