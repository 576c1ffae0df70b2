import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
});
afterAll(() => desk.remove());

const run = (...args: string[]) => desk.custos(['register', ...args, '--workspace', 'Acme.custos']);
const done = async (...args: string[]): Promise<string> => {
  const { status, stdout, stderr } = await run(...args);
  expect(status, stderr).toBe(0);
  return `${stdout}${stderr}`;
};
const file = (name: string, fields: object): string => {
  writeFileSync(desk.path(name), JSON.stringify(fields));
  return name;
};

it('takes a record from a file to its approval, and shows it to whoever holds the folder', async () => {
  expect(
    await done('set', 'recipient', '--from', file('mailer.json', { name: 'Mailer Ltd', kind: 'processor' })),
  ).toContain('RC-001: the draft of version 1 is saved.');
  const fields = {
    name: 'Newsletter',
    role: 'controller',
    recipients: ['RC-001'],
    dataItems: [{ category: 'contact', what: 'e-mail address' }],
    transfers: { state: 'none' },
    retention: { state: 'unknown', ask: 'Bo' },
  };
  await done('set', 'activity', '--from', file('newsletter.json', fields));
  expect(await done('send', 'activity', 'pa-001')).toContain('PA-001: version 1 is in review.');
  expect(await done('approve', 'activity', 'PA-001')).toContain('PA-001: version 1 is approved.');

  const noPassphrase = { CUSTOS_PASSPHRASE: undefined };
  const listed = await desk.custos(['register', 'activities', '--workspace', 'Acme.custos'], { env: noPassphrase });
  expect(listed.status, listed.stderr).toBe(0);
  expect(listed.stdout).toMatch(
    /^PA-001 +Newsletter +approved +1 +2 of 7 +Who is responsible not stated \(organisation: [^)]+\) · /m,
  );
  const shown = await done('record', 'activity', 'PA-001');
  expect(shown).toContain('Recipients: RC-001 Mailer Ltd');
  expect(shown).toContain(
    'Data: Category: Contact: postal and e-mail addresses, phone numbers; What exactly: e-mail address',
  );
  expect(shown).toContain('Transfers: none');
  expect(shown).toContain('Retention: unknown, ask Bo');
  expect(shown).toContain('(its author, too)');

  // What is not named stays; null takes an answer out.
  await done('set', 'activity', 'PA-001', '--from', file('change.json', { owner: 'Cy', retention: null }));
  const draft = JSON.parse(await done('record', 'activity', 'PA-001', '--json')) as { draft: { body: object } };
  expect(Object.keys(draft.draft.body)).toEqual(['name', 'role', 'owner', 'dataItems', 'recipients', 'transfers']);
  expect((await run('send', 'activity', 'PA-001')).status).toBe(2);
  await done('send', 'activity', 'PA-001', '--reason', 'owner named');
  expect(await done('return', 'activity', 'PA-001', '--reason', 'too early')).toContain('version 2 went back');
  expect(await done('discard', 'activity', 'PA-001', '--reason', 'not needed')).toContain('is gone');
  expect((await run('retire', 'recipient', 'RC-001', '--reason', 'ended')).status).toBe(2);
  expect(await done('retire', 'activity', 'PA-001', '--reason', 'stopped')).toContain('version 1 is retired');
  expect(await done('verify')).toContain('The register verifies');
});

it('names what is wrong, and exits 2 for a word, 3 for what a file holds', async () => {
  const status = async (...args: string[]) => {
    const found = await run(...args);
    return [found.status, found.stderr];
  };
  expect(await status('records', 'shoes')).toEqual([2, expect.stringContaining('no kind of record “shoes”')]);
  expect(await status('record', 'activity', 'PA-009')).toEqual([3, expect.stringContaining('PA-009')]);
  expect(await status('set', 'system', '--from', 'nowhere.json')).toEqual([3, expect.stringContaining('nowhere.json')]);
  writeFileSync(desk.path('list.json'), '[]');
  expect(await status('set', 'system', '--from', 'list.json')).toEqual([2, expect.stringContaining('no JSON object')]);
  expect(await status('set', 'activity', '--from', file('role.json', { role: 'bystander' }))).toEqual([
    3,
    expect.stringContaining('“Role” cannot be taken as it is: give one of “controller” and “processor”.'),
  ]);
  expect(await status('set', 'activity', '--from', file('who.json', { recipients: ['RC-077'] }))).toEqual([
    3,
    expect.stringContaining('“Recipients” names a recipient “RC-077”'),
  ]);
  for (const command of ['activities', 'set', 'approve'])
    expect((await desk.custos(['register', command, '--help'])).stdout).toContain(`$ custos register ${command}`);
});
