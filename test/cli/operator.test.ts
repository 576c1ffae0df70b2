import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk, type Ran } from '#test/support/run-custos.ts';

let desk: Desk;
const workspace = ['--workspace', 'Acme.custos'];
const ada = 'Ada Officer';
const passphrases: Record<string, string> = {
  [ada]: 'a passphrase of the tests',
  'Bo Berg': 'four other unrelated words',
  Cem: 'and a third one of nobody',
};

/** As somebody at work would run it, their name from the option, their passphrase from the environment. */
const as = (who: string, args: string[], env: Record<string, string> = {}): Promise<Ran> =>
  desk.custos([...args, ...workspace, '--operator', who], { env: { CUSTOS_PASSPHRASE: passphrases[who], ...env } });
const add = (who: string, name: string, role: string): Promise<Ran> =>
  as(who, ['operator', 'add', name, '--role', role], { CUSTOS_NEW_PASSPHRASE: passphrases[name] ?? '' });
const verify = async (): Promise<{ ok: boolean; problems: { kind: string }[] }> =>
  JSON.parse((await desk.custos(['register', 'verify', ...workspace, '--json'])).stdout) as never;

beforeAll(async () => {
  desk = makeDesk();
  writeFileSync(desk.path('s.csv'), 'email,city\na@example.org,Bonn\nb@example.org,Lyon\n');
  const made = await desk.custos(['init', 'Acme.custos', '--operator', ada]);
  expect(made.status, made.stderr).toBe(0);
  writeFileSync(desk.path('recovery'), made.stdout);
});
afterAll(() => desk.remove());

it('one person works as before: no name is asked for, and another one is refused', async () => {
  expect((await desk.custos(['operator', 'list', ...workspace])).stderr).toContain('No operators are registered');
  const imported = await desk.custos(['import', 's.csv', ...workspace]);
  expect(imported.status, imported.stderr).toBe(0);
  const other = await as('Bo Berg', ['import', 's.csv'], { CUSTOS_PASSPHRASE: passphrases[ada] as string });
  expect(other.status).toBe(3);
  expect(other.stderr).toContain('Nobody called Bo Berg works in this workspace');
});

it('several work by name and passphrase, each within their role; the register tells who did what', async () => {
  const added = await add(ada, 'Bo Berg', 'approver');
  expect(added.status, added.stderr).toBe(0);
  expect(added.stderr).toContain('Bo Berg works here as approver now.');
  const reader = await add('Bo Berg', 'Cem', 'reader');
  expect(reader.status, reader.stderr).toBe(0);

  const unnamed = await desk.custos(['import', 's.csv', ...workspace]);
  expect(unnamed.status).toBe(2);
  expect(unnamed.stderr).toContain('Say who is working: Ada Officer, Bo Berg and Cem');
  const byEnvironment = await desk.custos(
    ['operator', 'role', ada, '--role', 'author', '--reason', 'Bo approves', ...workspace],
    {
      env: { CUSTOS_OPERATOR: 'Bo Berg', CUSTOS_PASSPHRASE: passphrases['Bo Berg'] },
    },
  );
  expect(byEnvironment.status, byEnvironment.stderr).toBe(0);
  const wrong = await as('Bo Berg', ['import', 's.csv'], { CUSTOS_PASSPHRASE: passphrases[ada] as string });
  expect(wrong.status).toBe(3);
  expect(wrong.stderr).toContain('not the passphrase of Bo Berg');

  const refused = await as('Cem', ['import', 's.csv']);
  expect(refused.status).toBe(3);
  expect(refused.stderr).toContain(
    'Cem works here as reader and may not import, decide, draft or release: Ada Officer and Bo Berg may.',
  );
  const policy = await as(ada, ['policy', 'set', 'identifier-lifetime.cookie_id', '30', '--reason', 'our notice']);
  expect(policy.status).toBe(3);
  expect(policy.stderr).toContain('Ada Officer works here as author and may not approve');
  expect((await as(ada, ['decide', 's.csv', '--accept-all'])).status).toBe(0);
  const steps = [{ op: 'redact', version: 1, settings: { columns: ['email'] }, reason: '', enabled: true }];
  const recipe = { format: 'custos-recipe', formatVersion: 1, purpose: 'P1', release: 'pseudonymised' };
  const target = { k: 1, suppression: 0 };
  writeFileSync(desk.path('r.json'), JSON.stringify({ ...recipe, referenceDate: '2026-01-05', target, steps }));
  const released = await as('Cem', ['apply', 's.csv', '--recipe', 'r.json', '-o', 'out.csv']);
  expect(released.stderr).toContain('Cem works here as reader');
  expect(released.status).toBe(3);
  expect(existsSync(desk.path('out.csv'))).toBe(false);

  const listed = JSON.parse((await desk.custos(['operator', 'list', ...workspace, '--json'])).stdout) as object[];
  expect(listed).toMatchObject([
    { name: ada, role: 'author', left: null },
    { name: 'Bo Berg', role: 'approver', left: null },
    { name: 'Cem', role: 'reader', left: null },
  ]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

it('a passphrase is changed by whom it belongs to, and replaced with the recovery key where it is lost', async () => {
  const changed = await as('Cem', ['operator', 'passphrase'], { CUSTOS_NEW_PASSPHRASE: 'words that nobody said yet' });
  expect(changed.status, changed.stderr).toBe(0);
  expect((await as('Cem', ['operator', 'passphrase'])).status).toBe(3);
  const weak = await desk.custos(['operator', 'recover', 'Cem', ...workspace, '--recovery-key-file', 'recovery'], {
    env: { CUSTOS_NEW_PASSPHRASE: 'password1' },
  });
  expect(weak.status).toBe(2);
  const recovered = await desk.custos(['operator', 'recover', 'Cem', ...workspace, '--recovery-key-file', 'recovery'], {
    env: { CUSTOS_NEW_PASSPHRASE: passphrases.Cem },
  });
  expect(recovered.status, recovered.stderr).toBe(0);
  const left = await as('Cem', ['operator', 'leave', 'Cem', '--reason', 'a new job']);
  expect(left.status, left.stderr).toBe(0);
  const gone = await as('Cem', ['import', 's.csv']);
  expect(gone.stderr).toContain('Nobody called Cem works in this workspace');
  expect(await verify()).toMatchObject({ ok: true, problems: [{ kind: 'operator-recovered' }] });
});
