import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Certificate } from '#shared/certificate/certificate.ts';
import { makeDesk, type Desk, type Ran } from '#test/support/run-custos.ts';

const workspace = ['--workspace', 'Acme.custos'];
const ada = 'Ada Officer';
const passphrases: Record<string, string> = {
  [ada]: 'a passphrase of the tests',
  'Bo Berg': 'four other unrelated words',
};
const why = 'The campaign is for people in the year of a round birthday.';

let desk: Desk;
const as = (who: string, args: string[]): Promise<Ran> =>
  desk.custos([...args, ...workspace, '--operator', who], { env: { CUSTOS_PASSPHRASE: passphrases[who] } });
const apply = (output: string, ...more: string[]): string[] => [
  'apply',
  'customers.csv',
  '--recipe',
  'targeting.json',
  '-o',
  output,
  '--json',
  ...more,
];
const certificateOf = (output: string): Certificate =>
  JSON.parse(readFileSync(desk.path(`${output}.certificate.json`), 'utf8')) as Certificate;
const written = (output: string): boolean => existsSync(desk.path(output));

beforeAll(async () => {
  desk = makeDesk();
  const rows = Array.from({ length: 60 }, (_, at) => `${30 + (at % 3)},${['Ghent', 'Bonn'][at % 2]},Catholic`);
  writeFileSync(desk.path('customers.csv'), `${['age,city,religion', ...rows].join('\n')}\n`);
  for (const [name, columns] of [
    ['targeting', ['religion']],
    ['belief', ['age']],
  ] as const)
    writeFileSync(
      desk.path(`${name}.json`),
      JSON.stringify({
        format: 'custos-recipe',
        formatVersion: 1,
        purpose: 'P2',
        release: 'targeting',
        referenceDate: '2026-11-29',
        target: { k: 1, suppression: 1 },
        steps: [{ op: 'drop-columns', version: 1, settings: { columns }, reason: '', enabled: true }],
      }),
    );
  await desk.workspace('Acme.custos', '', ada);
});
afterAll(() => desk.remove());

it('says of each block whether it may be overridden, and by whom', async () => {
  const answers = async (recipe: string) => {
    const ran = await as(ada, ['guard', 'customers.csv', '--recipe', recipe, '--json']);
    expect(ran.status, ran.stderr).toBe(1);
    return (JSON.parse(ran.stdout) as { findings: { id: string; verdict: string; overridable?: boolean }[] }).findings;
  };
  const exact = await answers('targeting.json');
  expect(exact.filter(({ verdict }) => verdict === 'block')).toMatchObject([
    { id: 'E1', overridable: true, overridableBy: 'approver' },
  ]);
  expect(exact.filter(({ verdict, overridable }) => verdict !== 'block' && overridable !== undefined)).toEqual([]);
  const belief = (await answers('belief.json')).find(({ id }) => id === 'E4');
  expect(belief).toMatchObject({ verdict: 'block', overridable: false });
  expect(belief).not.toHaveProperty('overridableBy');
  const read = await as(ada, ['guard', 'customers.csv', '--recipe', 'targeting.json']);
  expect(read.stdout).toContain('An approver may override it with a reason.');
});

it('refuses what cannot be overridden with one sentence, and writes nothing', async () => {
  for (const [asked, says] of [
    [['--override', `E4=${why}`], 'E4 cannot be overridden: the rule knows no exception.'],
    [['--override', `E7=${why}`], 'E7 cannot be overridden: the rule knows no exception.'],
    [['--override', `G6=${why}`], 'what the release is called would not be true'],
    [['--override', `G3=${why}`], 'G3 never blocks'],
    [['--override', `E10=${why}`], 'There is no guardrail “E10” to override.'],
    [['--override', 'E1'], 'Say why E1 is overridden'],
    [['--override', 'E1= '], 'Say why E1 is overridden'],
    [['--override', `E1=${why}`, '--override', `e1=${why}`], 'E1 is to be overridden twice'],
    [['--override', `E1=${why}`, '--reason', why], 'no --override needs it'],
    [['--reason', why], 'no --override needs it'],
    [['--override', `E1=${why}`, '--override', `G2=${why}`], 'G2 does not block this release'],
  ] as const) {
    const { status, stderr } = await as(ada, apply('refused.csv', ...asked));
    expect(stderr).toContain(says);
    expect(status, stderr).toBe(2);
    expect(written('refused.csv')).toBe(false);
  }
  const without = await desk.custos(apply('refused.csv', '--override', `E1=${why}`));
  expect(without.stderr).toContain('name one (--workspace)');
  expect(without.status).toBe(2);
});

it('leaves every other block standing', async () => {
  const both = await as(ada, [
    'apply',
    'customers.csv',
    '--recipe',
    'belief.json',
    '-o',
    'both.csv',
    '--override',
    `E1=${why}`,
  ]);
  expect(both.status, both.stderr).toBe(1);
  expect(both.stderr).toContain('E4:');
  expect(written('both.csv')).toBe(false);
});

it('releases all the same where one person works alone, and the block stays a block everywhere', async () => {
  const ran = await as(ada, apply('alone.csv', '--override', 'E1', '--reason', why));
  expect(ran.status, ran.stderr).toBe(0);
  const { guardrails } = JSON.parse(ran.stdout) as { guardrails: Certificate['guardrails'] };
  const block = { id: 'E1', verdict: 'block', state: 'blocked', overridden: { by: ada, role: null, reason: why } };
  expect(guardrails.find(({ id }) => id === 'E1')).toMatchObject(block);
  const made = certificateOf('alone.csv');
  expect(made.formatVersion).toBe(2);
  expect(made.guardrails.filter(({ overridden }) => overridden)).toMatchObject([block]);
  const page = await desk.custos(['certificate', 'alone.csv', '-o', 'page.html']);
  expect(page.status, page.stderr).toBe(0);
  const html = readFileSync(desk.path('page.html'), 'utf8');
  expect(html).toContain(`Blocked, released all the same by ${ada}, because: ${why}`);
  expect(html).toContain('✕ blocked');
});

it('is for an approver where operators are registered, and the register keeps who and why', async () => {
  const added = await desk.custos(['operator', 'add', 'Bo Berg', '--role', 'author', ...workspace, '--operator', ada], {
    env: { CUSTOS_PASSPHRASE: passphrases[ada], CUSTOS_NEW_PASSPHRASE: passphrases['Bo Berg'] },
  });
  expect(added.status, added.stderr).toBe(0);
  const author = await as('Bo Berg', apply('out.csv', '--override', `E1=${why}`));
  expect(author.status).toBe(3);
  expect(author.stderr).toContain('Bo Berg works here as author and may not approve');
  expect(author.stderr).toContain(`${ada} may`);
  expect(written('out.csv')).toBe(false);

  const approver = await as(ada, apply('out.csv', '--override', `E1=${why}`));
  expect(approver.status, approver.stderr).toBe(0);
  const overridden = { guardrail: 'E1', code: 'exact-in-targeting', reason: why, by: ada, role: 'approver' };
  const look = (...args: string[]): Promise<Ran> => desk.custos(['register', ...args, ...workspace]);
  const listed = await look('list', '--json');
  const { entries } = JSON.parse(listed.stdout) as { entries: { kind: string; payload: object }[] };
  expect(entries.find(({ kind }) => kind === 'release.written')?.payload).toMatchObject({
    overridden: [overridden],
  });
  expect((await look('list')).stdout).toContain(
    `E1 blocked, released all the same by ${ada}, approver, because: ${why}`,
  );
  expect((await look('verify')).status).toBe(0);

  const principles = await as(ada, ['principles', '--json']);
  expect(principles.status, principles.stderr).toBeLessThan(2);
  const { cells } = JSON.parse(principles.stdout) as {
    cells: { control: string; state: string; checks: { says: string; state: string }[] }[];
  };
  const e1 = cells.filter(({ control }) => control === 'E1');
  expect(e1.map(({ state }) => state)).not.toContain('passed');
  const said = e1.flatMap(({ checks }) => checks).filter(({ says }) => says.includes('leased all the same'));
  expect(said.map(({ state }) => state)).toContain('blocked');
  expect(said[0]?.says).toContain(`released all the same by ${ada}, approver, because: ${why}`);

  // A pack is a ZIP of stored files: what it holds can be read in its bytes.
  const packed = await as(ada, ['evidence', '-o', 'pack.zip']);
  expect(packed.status, packed.stderr).toBe(0);
  const pack = readFileSync(desk.path('pack.zip'), 'utf8');
  expect(pack).toContain(`locked, released all the same by ${ada}, approver, because: ${why}`);
  const checked = await desk.custos(['verify', 'pack.zip']);
  expect(checked.status, checked.stderr).toBe(0);
});
