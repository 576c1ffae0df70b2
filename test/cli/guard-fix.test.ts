// `guard --fix`: the recipe mends what blocks, and the file judged by it holds.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

const recipe = (release: string, steps: unknown[] = []) =>
  JSON.stringify({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'P2',
    release,
    referenceDate: '2026-11-29',
    target: { k: 1, suppression: 1 },
    steps,
  });

/** Four hundred customers with everything exact, a creed, and a note that holds an address of a person. */
function customers(name: string): void {
  const rows = Array.from({ length: 400 }, (_, at) => {
    const place = [(48 + (at % 97) / 100).toFixed(6), (2 + (at % 89) / 100).toFixed(6)];
    const seen = `2026-0${1 + (at % 9)}-1${at % 10}T1${at % 10}:2${at % 6}:0${at % 9}`;
    const creed = ['Catholic', 'Muslim', 'none', 'Jewish'][createHash('sha256').update(`${at}`).digest()[0]! % 4];
    return [`u${at}@example.org`, 19 + ((at * 13) % 60), ...place, seen, `91.12.${at % 250}.${at % 199}`, creed].join(
      ',',
    );
  });
  const head = 'email,age,latitude,longitude,last_seen,last_ip,religion';
  writeFileSync(desk.path(name), `${[head, ...rows].join('\n')}\n`);
}

interface Told {
  findings: { id: string; verdict: string }[];
  before: { id: string; verdict: string }[];
  added: { op: string; settings: { columns: string[] }; reason: string }[];
}
const blocks = (found: Told['findings']) => found.filter(({ verdict }) => verdict === 'block').map(({ id }) => id);

it('settles what blocks a targeting release, and the release by that recipe is written', async () => {
  customers('all.csv');
  writeFileSync(desk.path('as-it-is.json'), recipe('targeting'));
  const ran = await desk.custos([
    'guard',
    'all.csv',
    '--recipe',
    'as-it-is.json',
    '--fix',
    '-o',
    'fixed.json',
    '--json',
  ]);
  expect(ran.status, ran.stderr).toBe(0);
  const told = JSON.parse(ran.stdout) as Told;
  expect(blocks(told.before)).toEqual(['E1', 'E3', 'E4']);
  expect(blocks(told.findings)).toEqual([]);
  const step = (column: string) => told.added.find(({ settings }) => settings.columns.includes(column));
  expect(step('religion')?.op).toBe('drop-columns');
  expect(step('email')?.op).toBe('platform-hash');
  expect(step('age')?.op).toBe('age-bands');
  expect(step('last_ip')?.op).toBe('truncate-ip');
  expect(step('last_seen')?.op).toBe('truncate-date');
  expect(step('latitude')?.reason).toContain('E1');

  const applied = await desk.custos(['apply', 'all.csv', '--recipe', 'fixed.json', '-o', 'out.csv', '--json']);
  expect(applied.status, applied.stderr).toBe(0);
  const written = readFileSync(desk.path('out.csv'), 'utf8');
  const [head = ''] = written.split('\n', 1);
  expect(head).not.toContain('religion');
  expect(written).not.toMatch(/@|T1\d:|,4\d\.\d{2}|Catholic|91\.12\.\d+\.[1-9]/);
});

it('does what the kind of release allows of identifiers', async () => {
  customers('kinds.csv');
  writeFileSync(desk.path('pseudonymised.json'), recipe('pseudonymised'));
  const ran = await desk.custos([
    'guard',
    'kinds.csv',
    '--recipe',
    'pseudonymised.json',
    '--fix',
    '-o',
    'p.json',
    '--json',
  ]);
  const { added, findings } = JSON.parse(ran.stdout) as Told;
  expect(added).toMatchObject([{ op: 'keyed-hash', settings: { columns: ['email'] } }]);
  expect(blocks(findings)).toEqual([]);
});

it('settles the findings that are named, and takes dropped columns out of other steps', async () => {
  customers('some.csv');
  const hash = {
    op: 'keyed-hash',
    version: 1,
    settings: { columns: ['email', 'religion'] },
    reason: '',
    enabled: true,
  };
  writeFileSync(desk.path('hashed.json'), recipe('targeting', [hash]));
  const ran = await desk.custos([
    'guard',
    'some.csv',
    '--recipe',
    'hashed.json',
    '--fix',
    'e4',
    '-o',
    'e4.json',
    '--json',
  ]);
  expect(ran.status).toBe(1);
  const told = JSON.parse(ran.stdout) as Told;
  expect(blocks(told.findings)).toContain('E1');
  expect(blocks(told.findings)).not.toContain('E4');
  const { steps } = JSON.parse(readFileSync(desk.path('e4.json'), 'utf8')) as { steps: Told['added'] };
  expect(steps.map(({ op, settings: { columns } }) => [op, columns])).toEqual([
    ['keyed-hash', ['email']],
    ['drop-columns', ['religion']],
  ]);
});

it('says what is missing, and writes over nothing', async () => {
  customers('usage.csv');
  writeFileSync(desk.path('r.json'), recipe('targeting'));
  writeFileSync(desk.path('there.json'), 'kept');
  const tries: [string[], number, string][] = [
    [['--fix', '-o', 'x.json'], 2, '--recipe'],
    [['--recipe', 'r.json', '--fix'], 2, '-o'],
    [['--recipe', 'r.json', '-o', 'x.json'], 2, '--fix'],
    [['--recipe', 'r.json', '--fix', 'E12', '-o', 'x.json'], 2, 'E12'],
    [['--recipe', 'r.json', '--fix', '-o', 'there.json'], 3, 'there.json'],
    [['--recipe', 'r.json', '--fix', '-o', 'r.json', '--force'], 2, 'r.json'],
  ];
  for (const [options, status, says] of tries) {
    const ran = await desk.custos(['guard', 'usage.csv', ...options]);
    expect([ran.status, ran.stderr], options.join(' ')).toEqual([status, expect.stringContaining(says)]);
  }
  expect(existsSync(desk.path('x.json'))).toBe(false);
  expect(readFileSync(desk.path('there.json'), 'utf8')).toBe('kept');
});
