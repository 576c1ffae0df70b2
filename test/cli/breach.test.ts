// A breach on the command line, from awareness to closed, as somebody without the window keeps it.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
let desk: Desk;
const custos = async (...words: string[]) => {
  const done = await desk.custos([...words, ...inWorkspace]);
  expect(done.status, done.stderr).toBe(0);
  return done;
};
const state = (change: object) => {
  writeFileSync(desk.path('change.json'), JSON.stringify(change));
  return custos('breach', 'change', 'B-1', 'change.json');
};
const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  const rows = Array.from({ length: 12 }, (_, at) => `K-${at},p${at % 6}@example.org,${at}.50`);
  writeFileSync(desk.path('orders.csv'), `${['customer_id,email,total_spent', ...rows].join('\n')}\n`);
  writeFileSync(desk.path('halfway.json'), '{"kind":"decide","decision":{"authority":{"tell":true}}}');
  await custos('import', 'orders.csv');
});
afterAll(() => desk.remove());

it('goes from awareness to closed, with drafts, and is late by exit status alone until somebody decides', async () => {
  expect((await custos('breach', 'list')).stderr).toContain('No breach is recorded.');
  const aware = ago(80);
  const reported = await custos(
    'breach',
    'report',
    '--title',
    'Stick lost',
    '--aware',
    aware,
    '--zone',
    'Europe/Paris',
  );
  expect(reported.stderr).toContain(
    `B-1: the authority by ${new Date(Date.parse(aware) + 72 * 3_600_000).toISOString()}`,
  );
  const late = await desk.custos(['breach', 'list', ...inWorkspace]);
  expect([late.status, late.stdout.includes('8 hours late')]).toEqual([1, true]);
  await custos('breach', 'affected', 'B-1', '--dataset', 'orders');
  expect((await custos('breach', 'show', 'b-1')).stdout).toContain('Affected: 12 people, age not known of anybody');

  const tell = { tell: true, reason: 'Names and orders.' };
  await state({ kind: 'decide', decision: { risk: 'high', authority: tell, people: { ...tell, ground: null } } });
  const draft = await custos('breach', 'export', 'B-1', '--what', 'edpb', '-o', 'draft.html');
  expect(draft.stderr).toMatch(/draft\.html written, \d+ of \d+ fields filled\..* Nothing was sent\./);
  expect(readFileSync(desk.path('draft.html'), 'utf8')).toContain('DRAFT');
  const told = { kind: 'notified', at: ago(1), authority: 'CNIL', reference: 'X', delayReason: 'Found on Monday.' };
  await state(told);
  await state({ kind: 'told', at: ago(1), channel: 'letter', people: 12 });
  await state({ kind: 'close', effects: 'None seen.', remedy: 'Sticks are encrypted now.' });
  const { breaches } = JSON.parse((await custos('breach', 'list', '--json')).stdout) as {
    breaches: { ref: string; state: string; clock: { state: string } }[];
  };
  expect(breaches).toMatchObject([{ ref: 'B-1', state: 'closed', clock: { state: 'closed' } }]);
  expect((await custos('breach', 'reopen', 'B-1', '--reason', 'A copy turned up.')).stderr).toContain(
    'B-1 is open again',
  );
  await state({ kind: 'close', effects: 'None seen.', remedy: 'Sticks are encrypted now.' });
  await custos('breach', 'export', '--what', 'register', '-o', 'register.json');
  expect(JSON.parse(readFileSync(desk.path('register.json'), 'utf8'))).toMatchObject({
    format: 'custos-breach-register',
    breaches: [
      { ref: 'B-1', notified: { authority: 'CNIL' }, untoldTerm: null, reopenings: [{ reason: 'A copy turned up.' }] },
    ],
  });
  await custos('breach', 'delete', 'B-1', '--why', 'kept-long-enough');
  await custos('register', 'verify');
});

it.each([
  [['report', '--title', 'A', '--aware', 'yesterday'], 2, 'no date and time with an offset'],
  [['report', '--title', 'A', '--aware', '2026-11-27T14:10'], 2, 'no date and time with an offset'],
  [['show', 'B-99'], 2, 'There is no breach'],
  [['export', 'B-99', '--what', 'fax', '-o', 'x.pdf'], 2, 'cannot be written'],
  [['export', '--what', 'ico', '-o', 'x.pdf'], 2, 'only the register is of all'],
  [['change', 'B-99', 'orders.csv'], 2, 'is no JSON document with a “kind”'],
  [['change', 'B-99', 'halfway.json'], 2, 'does not say “decision.risk” as it is to be said'],
  [['delete', 'B-99', '--why', 'because'], 2, 'no reason to erase it'],
])('%s is refused with a sentence', async (words, status, sentence) => {
  const done = await desk.custos(['breach', ...words, ...inWorkspace]);
  expect([done.status, done.stderr]).toEqual([status, expect.stringContaining(sentence)]);
});
