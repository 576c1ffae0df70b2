import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
});
afterAll(() => desk.remove());

const inWorkspace = ['--workspace', 'Acme.custos'];
interface Listed {
  key: string;
  value: number;
  row: { value: number; source: string };
  override: { reason: string } | null;
}
const listed = async (...args: string[]): Promise<Map<string, Listed>> => {
  const { stdout, status } = await desk.custos(['policy', 'list', '--json', ...args]);
  expect(status).toBe(0);
  return new Map((JSON.parse(stdout) as Listed[]).map((item) => [item.key, item]));
};

it('lists what holds, with sources, without any workspace', async () => {
  const { stdout, status } = await desk.custos(['policy']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^identifier-lifetime\.cookie_id +90 days +2018-05-25 /m);
  expect((await listed()).get('targeting-age')).toMatchObject({ value: 18, override: null });
  expect((await listed('--today', '2023-01-01')).get('digital-consent-age.DK')?.value).toBe(13);
  const noDay = await desk.custos(['policy', 'list', '--today', 'soon']);
  expect([noDay.status, noDay.stderr]).toEqual([2, expect.stringContaining('--today')]);
  for (const command of ['list', 'set', 'reset'])
    expect((await desk.custos(['policy', command, '--help'])).stdout).toContain('$ custos policy');
});

it('sets a row for a workspace, which its register and the next certificate tell, and takes it back', async () => {
  const set = await desk.custos([
    'policy',
    'set',
    'identifier-lifetime.cookie_id',
    '30',
    '--reason',
    'our notice',
    ...inWorkspace,
  ]);
  expect(set.status, set.stderr).toBe(0);
  expect(set.stderr).toContain('identifier-lifetime.cookie_id is 30 days in this workspace now; as shipped it is 90');
  expect((await listed(...inWorkspace)).get('identifier-lifetime.cookie_id')).toMatchObject({
    value: 30,
    row: { value: 90 },
    override: { reason: 'our notice' },
  });
  expect((await listed()).get('identifier-lifetime.cookie_id')?.value).toBe(90);

  writeFileSync(desk.path('visits.csv'), 'cookie_id,last_seen,city\nGA1.2.1234567890.1700000000,2026-11-01,Bonn\n');
  writeFileSync(
    desk.path('recipe.json'),
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release: 'pseudonymised',
      referenceDate: '2026-12-15',
      target: { k: 1, suppression: 1 },
      steps: [{ op: 'date-shift', version: 1, settings: { columns: ['x'] }, reason: 'none', enabled: false }],
    }),
  );
  const applied = await desk.custos([
    'apply',
    'visits.csv',
    '--recipe',
    'recipe.json',
    '-o',
    'out.csv',
    ...inWorkspace,
  ]);
  expect(applied.status, applied.stderr).toBe(0);
  const certificate = JSON.parse(readFileSync(desk.path('out.csv.certificate.json'), 'utf8')) as { policy: unknown };
  expect(certificate.policy).toMatchObject([
    { subject: 'cookie_id', value: 30, overridden: { shipped: 90, reason: 'our notice' } },
  ]);

  const reset = await desk.custos([
    'policy',
    'reset',
    'identifier-lifetime.cookie_id',
    '--reason',
    'asked',
    '--json',
    ...inWorkspace,
  ]);
  expect(JSON.parse(reset.stdout)).toMatchObject({ value: 90, override: null });
  const register = await desk.custos(['register', 'list', '--text', 'identifier-lifetime', ...inWorkspace]);
  expect(register.stdout).toContain('policy.overridden');
  expect(register.stdout).toContain('policy.reset');
  expect((await desk.custos(['register', 'verify', ...inWorkspace])).status).toBe(0);
});

it('refuses what is out of bounds or has no reason, naming row and bound', async () => {
  const set = (...args: string[]) => desk.custos(['policy', 'set', ...args, ...inWorkspace]);
  const age = await set('targeting-age', '30', '--reason', 'ours');
  expect([age.status, age.stderr]).toEqual([
    2,
    expect.stringContaining('targeting-age takes a whole number from 18 to 21'),
  ]);
  expect((await set('targeting-age', '20')).status).toBe(2);
  expect((await set('targeting-age', 'old', '--reason', 'ours')).status).toBe(2);
  const law = await set('bars-targeting.religion', '0', '--reason', 'ours');
  expect([law.status, law.stderr]).toEqual([2, expect.stringContaining('set by law')]);
  const none = await set('no-such-row', '1', '--reason', 'ours');
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('identifier-lifetime')]);
});

it('adds and takes away single holidays of a calendar, with the reason, and says which three ways there are', async () => {
  const holiday = (...args: string[]) => desk.custos(['policy', 'holiday', 'DE', ...args, ...inWorkspace]);
  const added = await holiday('2026-11-18', '--add', '--reason', 'Buß- und Bettag');
  expect([added.status, added.stderr]).toEqual([
    0,
    expect.stringContaining('2026-11-18 is a holiday in calendar DE now'),
  ]);
  const shown = await desk.custos(['policy', 'holidays', 'DE', '--year', '2026', ...inWorkspace]);
  expect(shown.stdout).toMatch(/^2026-11-18 +holiday +.*: Buß- und Bettag/m);
  expect(shown.stdout).toMatch(/^2026-10-03 +holiday +Holidays in all sixteen Länder/m);
  const both = await holiday('2026-11-18', '--add', '--remove', '--reason', 'x');
  expect([both.status, both.stderr]).toEqual([2, expect.stringContaining('one of --add, --remove and --reset')]);
  expect((await holiday('2026-11-18', '--reset', '--reason', 'mistake')).stderr).toContain('is no holiday');
});
