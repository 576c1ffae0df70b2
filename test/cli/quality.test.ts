import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DueShown } from '#shared/contract/due.ts';
import type { DrawnSample, QualityShown } from '#shared/contract/quality.ts';
import type { QualityRun, SampleAudit } from '#shared/domain/quality.ts';
import { readIcs, valueOf } from '#test/support/read-ics.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const place = ['--workspace', 'Acme.custos'];
const dataset = [...place, '--dataset', 'customers.csv'];
const heads = ['customer_id', 'email', 'phone', 'city', 'signup_date', 'last_login'];
/** Invented people; rows 3 and 7 (from 1) have an address that is none, row 5 logged in before it signed up. */
const people = Array.from({ length: 30 }, (_, at) => [
  `C-${5000 + at}`,
  at === 2 || at === 6 ? `lena${at}(at)example.org` : `lena${at}@example.org`,
  `+49 30 555${1000 + at}`,
  at % 2 === 0 ? 'Bonn' : 'Lyon',
  '2026-02-01',
  at === 4 ? '2026-01-15' : '2026-11-02',
]);
const orders = people.slice(0, 20).map(([id], at) => [`O-${at}`, at === 3 ? 'C-9999' : id!, '2026-10-01']);

let desk: Desk;
const write = (name: string, rows: readonly (readonly string[])[]): void =>
  writeFileSync(desk.path(name), rows.map((row) => `${row.join(',')}\n`).join(''));
async function custos(...words: string[]) {
  const { status, stdout, stderr } = await desk.custos(['quality', ...words]);
  return { status, stdout, stderr };
}
const parsed = <T>({ stdout }: { stdout: string }): T => JSON.parse(stdout) as T;
const failing = ({ findings }: QualityRun): string[] =>
  findings
    .filter(({ state }) => state === 'failed' || state === 'warn')
    .map(({ id, failures }) => `${id} ${failures}`)
    .sort();

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  write('customers.csv', [heads, ...people]);
  write('orders.csv', [['order_id', 'customer_id', 'order_date'], ...orders]);
  for (const file of ['customers.csv', 'orders.csv']) {
    const imported = await desk.custos(['import', file, ...place]);
    expect(imported.status, imported.stderr).toBe(0);
  }
});
afterAll(() => desk.remove());

let run: QualityRun;
it('finds what is wrong of a dataset, in which rows, and enters counts without a value', async () => {
  const checked = await custos(...dataset, '--json');
  expect(checked.status, checked.stderr).toBe(1);
  run = parsed<QualityRun>(checked);
  expect(failing(run)).toEqual(['in-order:signup_date+last_login 1', 'valid:email 2']);
  const email = run.findings.find(({ id }) => id === 'valid:email')!;
  expect([email.rows, email.at, email.state]).toEqual([30, [3, 7], 'failed']);
  const log = readFileSync(desk.path('Acme.custos/register.sqlite')).toString('latin1');
  expect(log).toContain('quality.checked');
  expect([log.includes('lena2'), log.includes('(at)example'), log.includes('C-5000')]).toEqual([false, false, false]);
  expect(checked.stdout).not.toMatch(/lena\d|C-50\d\d/);
});

it('finds a key of another dataset that is not there', async () => {
  const { stdout, stderr } = await custos(...place, '--dataset', 'orders.csv', '--json');
  const found = parsed<QualityRun>({ stdout }).findings.find(({ rule }) => rule === 'refers');
  expect(found, stderr).toMatchObject({ rows: 20, failures: 1, at: [4], refers: { dataset: 'customers' } });
});

it('lets a person settle what was found, and opens it again when more fails', async () => {
  const settle = (how: string, ...more: string[]) =>
    custos('settle', 'valid:email', '--how', how, '--reason', 'Old imports', ...more, ...dataset);
  expect((await settle('rectify-later')).stderr).toContain('Say by which day');
  expect((await settle('rectify-later', '--until', '2020-01-01')).stderr).toContain('2020-01-01 is over');
  expect((await settle('accepted')).status).toBe(0);
  const again = await custos(...dataset, '--json');
  expect(again.status, again.stderr).toBe(0);
  const [email] = parsed<QualityRun>(again).findings.filter(({ id }) => id === 'valid:email');
  expect(email!.settled).toMatchObject({ way: 'accepted', reason: 'Old imports', failures: 2 });
  expect(email!.trend.map(({ failures, rows }) => [failures, rows])).toEqual([
    [2, 30],
    [2, 30],
  ]);
  // Next month one more address is wrong, and nobody wrote down the telephone.
  const next = people.map(([id, mail, , ...rest], at) => [id!, at === 8 ? 'nobody' : mail!, ...rest]);
  write('customers-2.csv', [heads.filter((name) => name !== 'phone'), ...next]);
  expect((await desk.custos(['import', 'customers-2.csv', ...place])).status).toBe(0);
  const later = await custos(...place, '--dataset', 'customers-2.csv', '--json');
  expect(later.status, later.stderr).toBe(1);
  const { findings } = parsed<QualityRun>(later);
  const of = (id: string) => findings.find((finding) => finding.id === id)!;
  expect([of('valid:email').settled, of('valid:email').trend.map(({ failures }) => failures)]).toEqual([
    null,
    [2, 2, 3],
  ]);
  expect([of('valid:phone').state, of('valid:phone').notDone]).toEqual(['not-done', 'column-gone']);
});

it('draws the same rows for the same seed, and gives the interval of what is wrong', async () => {
  const sample = ['--size', '10', '--seed', '7', '--columns', 'city,email', ...dataset];
  const drawn = parsed<DrawnSample>(await custos('sample', ...sample, '--json'));
  expect(parsed<DrawnSample>(await custos('sample', ...sample, '--json'))).toEqual(drawn);
  const rows = drawn.rows.map(({ row }) => row);
  expect(new Set(rows).size).toBe(10);
  // Rows are numbered as the table lists them, which is how they are named again.
  const listed = (await custos('sample', ...sample)).stdout.trim().split('\n').slice(1);
  expect(listed.map((line) => Number(line.split(' ')[0]))).toEqual(rows);
  expect(rows.every((row) => row >= 1 && row <= 30)).toBe(true);
  expect(JSON.stringify(drawn)).not.toContain('lena');
  const strange = Array.from({ length: 30 }, (_, row) => row + 1).find((row) => !rows.includes(row))!;
  expect((await custos('audit', ...sample, '--wrong', `${strange}`)).stderr).toContain('was not drawn');
  const audit = parsed<SampleAudit>(await custos('audit', ...sample, '--wrong', `${rows[4]!}`, '--json'));
  expect(audit).toMatchObject({ drawn: 10, right: 9, wrong: 1, cannotTell: 0 });
  // Wilson (1927) of 1 in 10 at 95 %.
  expect([audit.interval!.low.toFixed(4), audit.interval!.high.toFixed(4)]).toEqual(['0.0179', '0.4042']);
});

it('has a rhythm that a person sets with a reason', async () => {
  const set = await custos('schedule', '--every', '30', '--reason', 'Sold weekly', ...dataset, '--json');
  const { everyDays, own, next, overdue } = parsed<QualityShown>(set);
  expect([everyDays, own, overdue]).toEqual([30, true, false]);
  const day = new Date(`${run.day}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 30);
  expect(next).toBe(day.toISOString().slice(0, 10));
  expect((await custos('schedule', '--every', '0', '--reason', 'x', ...dataset)).status).toBe(2);
});

it('checks a file by itself, and says in one sentence what cannot be checked', async () => {
  const file = await custos('customers.csv');
  expect(file.status, file.stderr).toBe(1);
  expect(file.stdout).toMatch(/failed.*“email” is a valid email address.*2 of 30 rows/);
  write('empty.csv', [heads]);
  expect((await custos('empty.csv')).stderr).toContain('no rows');
  expect((await custos(...place, '--dataset', 'nobody.csv')).status).toBe(3);
  expect((await custos()).stderr).toContain('Say what to check');
});

it('lists what is due, puts it aside, and writes it as a calendar', async () => {
  const listed = await desk.custos(['due', ...place, '--json']);
  expect(listed.status, listed.stderr).toBe(0);
  const { items } = JSON.parse(listed.stdout) as DueShown;
  const orders = items.find(({ kind, ref }) => kind === 'quality' && ref === 'orders')!;
  // The customers have a later edition: nothing is due of the earlier one.
  expect(
    items
      .filter(({ kind }) => kind === 'quality')
      .map(({ ref }) => ref)
      .sort(),
  ).toEqual(['customers-2', 'orders']);
  const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const snooze = ['due', 'snooze', 'quality', orders.id, '--until', until, ...place];
  expect((await desk.custos([...snooze, '--reason', 'Closed until then'])).status).toBe(0);
  const made = await desk.custos(['due', '--ics', 'due.ics', ...place]);
  expect(made.status, made.stderr).toBe(0);
  expect(`${made.stdout}${made.stderr}`).toContain(`Put aside until ${until}`);
  const titles = readIcs(readFileSync(desk.path('due.ics'))).children.map((event) => valueOf(event, 'SUMMARY'));
  // A day that was put aside stays a day of the calendar.
  expect(titles).toContain('orders: Check the quality of the dataset');
  expect((await desk.custos(['due', '--ics', 'due.ics', ...place])).status).toBe(3);
});

it('goes into the evidence pack, without a value', async () => {
  const packed = await desk.custos(['evidence', '-o', 'pack.zip', ...place]);
  expect(packed.status, packed.stderr).toBe(0);
  const bytes = readFileSync(desk.path('pack.zip')).toString('latin1');
  const names = new Set([...bytes.matchAll(/12_quality_audits\/([a-z]+)-\d+\.json/g)].map(([, name]) => name ?? ''));
  expect([...names].sort()).toEqual(['audited', 'checked', 'scheduled', 'settled']);
  expect((await desk.custos(['verify', 'pack.zip'])).status).toBe(0);
});
