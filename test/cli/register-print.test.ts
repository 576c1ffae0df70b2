import Database from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
const inWorkspace = ['--workspace', 'Acme.custos'];
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos', 'Acme <Ltd>');
  const set = ['policy', 'set', 'targeting-age', '19', '--reason', '=SUM(1) our rule', ...inWorkspace];
  expect((await desk.custos(set)).status).toBe(0);
});
afterAll(() => desk.remove());
const print = (...args: string[]) => desk.custos(['register', 'print', ...inWorkspace, ...args]);

it('lists each entry with its sentence, and by words of it', async () => {
  const all = JSON.parse((await desk.custos(['register', 'list', '--json', ...inWorkspace])).stdout) as {
    entries: { sentence: string; kind: string; payload: object }[];
  };
  expect(all.entries[0]).toMatchObject({
    kind: 'policy.overridden',
    sentence: expect.stringContaining('set the policy row “targeting-age” from 18 to 19, because: =SUM(1) our rule.'),
    payload: { to: 19 },
  });
  const found = await desk.custos(['register', 'list', '--text', 'RULE targeting', ...inWorkspace]);
  expect(found.stdout).toContain('set the policy row');
  expect(found.stdout).not.toContain('made this workspace');
  expect((await desk.custos(['register', 'list', '--from', '2026-02-30', ...inWorkspace])).status).toBe(2);
});

it('prints a page that is read without the program, and a table for other programs', async () => {
  const page = await print('-o', 'history.html');
  expect([page.status, page.stderr]).toEqual([0, expect.stringContaining('history.html')]);
  const html = readFileSync(desk.path('history.html'), 'utf8');
  for (const said of ['1 of 3', '3 of 3', 'All 3 entries', 'Acme &lt;Ltd&gt;', 'our rule', 'Root hash'])
    expect(html).toContain(said);
  expect(html).toMatch(/<thead>/);
  expect(html).not.toMatch(/<script|https?:|src=/);
  const some = await print('-o', 'some.csv', '--area', 'policy');
  expect(some.status).toBe(0);
  const [head, row, ...rest] = readFileSync(desk.path('some.csv'), 'utf8').split('\r\n');
  expect(head).toBe('seq,time,who,kind,sentence,leaf_hash');
  expect(row).toMatch(/^3,\d{4}-\d\d-\d\dT[^,]+Z,.*policy\.overridden,".*",[0-9a-f]{64}$/);
  expect(rest).toEqual(['']);
});

it('replaces nothing unasked, writes into no workspace, and takes no ending it cannot write', async () => {
  const before = readFileSync(desk.path('history.html'), 'utf8');
  expect((await print('-o', 'history.html', '--area', 'key')).status).toBe(3);
  expect(readFileSync(desk.path('history.html'), 'utf8')).toBe(before);
  expect((await print('-o', 'history.html', '--area', 'key', '--force')).status).toBe(0);
  expect(readFileSync(desk.path('history.html'), 'utf8')).toContain('1 of 3 entries');
  expect((await print('-o', 'Acme.custos/x.html')).status).toBe(2);
  const other = await print('-o', 'history.docx');
  expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('.html, .pdf or .csv')]);
  expect(existsSync(desk.path('history.docx'))).toBe(false);
});

it('says on the page that the register does not verify', async () => {
  const db = new Database(desk.path('Acme.custos/register.sqlite'));
  db.exec(`DROP TRIGGER log_no_update; UPDATE log SET actor = 'Mallory' WHERE seq = 2`);
  db.close();
  expect((await print('-o', 'broken.html')).status).toBe(1);
  expect(readFileSync(desk.path('broken.html'), 'utf8')).toContain('DOES NOT VERIFY');
});
