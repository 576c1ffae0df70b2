import { readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

interface Guarded {
  release: string;
  purpose: string | null;
  asItStands: boolean;
  rowsIn: number;
  rowsOut: number;
  findings: {
    id: string;
    verdict: string;
    state: string;
    columns: string[];
    message: string;
    evidence: string;
    fix: string;
  }[];
}

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

const controls = [...'1234567'].map((at) => `G${at}`);
const rules = [...'123456789'].map((at) => `E${at}`);

async function guarded(file: string, options: string[]): Promise<{ status: number | null; found: Guarded }> {
  const ran = await desk.custos(['guard', file, ...options, '--json']);
  expect([0, 1], ran.stderr).toContain(ran.status);
  return { status: ran.status, found: JSON.parse(ran.stdout) as Guarded };
}
const verdictOf = ({ findings }: Guarded, id: string): string | undefined =>
  findings.find((one) => one.id === id)?.verdict;

/** Two hundred customers; every tenth is sixteen, every fifth took the consent back. */
function write(name: string, { minors = true, withdrawn = true, religion = false } = {}): void {
  const cities = ['Lyon', 'Graz', 'Turin', 'Ghent'];
  const rows = Array.from({ length: 200 }, (_, at) => {
    const year = minors && at % 10 === 0 ? 2010 : 1970 + (at % 25);
    const consent = withdrawn && at % 5 === 0 ? 'withdrawn' : 'granted';
    const row = [`${year}-03-0${1 + (at % 9)}`, cities[at % 4], consent, String(20 + (at % 13) * 5)];
    return [...row, ...(religion ? [['Catholic', 'Muslim', 'none', 'Jewish'][at % 4]] : [])].join(',');
  });
  const head = ['date_of_birth', 'city', 'marketing_consent', 'total_spend', ...(religion ? ['religion'] : [])];
  writeFileSync(desk.path(name), `${[head.join(','), ...rows].join('\n')}\n`);
}

/** Numbers without a pattern a reader would see, the same on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const targeting = ['--purpose', 'P2', '--release', 'targeting', '--today', '2026-11-29'];

describe('custos guard', () => {
  it('answers for each control and rule, and blocks minors and withdrawn consent in a file as it is', async () => {
    write('audience.csv');
    const { status, found } = await guarded('audience.csv', targeting);
    expect(found).toMatchObject({ release: 'targeting', asItStands: true, rowsIn: 200, rowsOut: 200 });
    expect(found.findings.map(({ id }) => id)).toEqual([...controls, ...rules]);
    expect(verdictOf(found, 'E7')).toBe('block');
    expect(found.findings.find(({ id }) => id === 'E7')?.evidence).toContain('20 rows under 18');
    expect(verdictOf(found, 'E2')).toBe('block');
    expect(found.findings.find(({ id }) => id === 'E2')).toMatchObject({ columns: ['marketing_consent'] });
    expect(status).toBe(1);
  });

  it('does not block where everybody is of age and agreed', async () => {
    write('clean.csv', { minors: false, withdrawn: false });
    const { found } = await guarded('clean.csv', targeting);
    expect(verdictOf(found, 'E7')).toBe('pass');
    expect(verdictOf(found, 'E2')).toBe('pass');
  });

  it('blocks what is never targeted by, and says it as a person reads it', async () => {
    write('belief.csv', { minors: false, withdrawn: false, religion: true });
    const { status, found } = await guarded('belief.csv', targeting);
    expect(found.findings.find(({ id }) => id === 'E4')).toMatchObject({ verdict: 'block', columns: ['religion'] });
    expect(status).toBe(1);
    const read = await desk.custos(['guard', 'belief.csv', ...targeting]);
    expect(read.status).toBe(1);
    expect(read.stdout).toMatch(/^E4 +blocked .*religion/m);
    expect(read.stderr).toMatch(/Blocked by .*E4/);
  });

  it('judges what a recipe would write, by which rows are left out, and writes nothing', async () => {
    write('audience.csv');
    const made = await desk.custos(['recommend', 'audience.csv', ...targeting.slice(0, 4), '-o', 'targeting.json']);
    expect(made.status, made.stderr).toBe(0);
    const before = readdirSync(desk.path('.')).sort();
    const { found } = await guarded('audience.csv', ['--recipe', 'targeting.json', '--today', '2026-11-29']);
    expect(found).toMatchObject({ release: 'targeting', asItStands: false, rowsIn: 200 });
    // Every tenth is a minor, every fifth withdrew, and both are every tenth.
    expect(found.rowsOut).toBeLessThanOrEqual(160);
    expect(verdictOf(found, 'E7')).toBe('pass');
    expect(verdictOf(found, 'E2')).toBe('pass');
    expect(readdirSync(desk.path('.')).sort()).toEqual(before);
  });

  it('blocks what stands in for a column that was left out, and says how well it tells it', async () => {
    const beliefs = ['none', 'Catholic', 'Muslim', 'Jewish'];
    const shops = ['corner shop', 'parish bazaar', 'halal butcher', 'kosher bakery'];
    const random = chance(3);
    const lines = Array.from({ length: 400 }, (_, at) =>
      // Nine of ten buy where the others of their belief do.
      [
        beliefs[at % 4],
        shops[(at % 10 === 0 ? at + 1 : at) % 4],
        `${1960 + Math.floor(random() * 35)}`,
        `${Math.floor(random() * 900)}`,
      ].join(','),
    );
    writeFileSync(
      desk.path('shops.csv'),
      `${['religion,favourite_shop,birth_year,total_spend', ...lines].join('\n')}\n`,
    );
    const recipe = (column: string): string[] => {
      const name = `without-${column}.json`;
      writeFileSync(
        desk.path(name),
        JSON.stringify({
          format: 'custos-recipe',
          formatVersion: 1,
          purpose: 'P2',
          release: 'targeting',
          referenceDate: '2026-11-29',
          target: { k: 1, suppression: 0 },
          columns: ['religion', 'favourite_shop', 'birth_year', 'total_spend'],
          steps: [
            { op: 'drop-columns', version: 1, settings: { columns: ['religion', column] }, reason: 'not to be used' },
          ],
        }),
      );
      return ['--recipe', name];
    };
    const { found: kept, status } = await guarded('shops.csv', recipe('total_spend'));
    const e4 = kept.findings.find(({ id }) => id === 'E4');
    expect(e4).toMatchObject({ verdict: 'block', columns: ['favourite_shop'] });
    expect(e4?.evidence).toMatch(
      /“religion” by “favourite_shop”: 9\d % \(at least \d\d %\)\. From 80 % on it is blocked/,
    );
    expect(status).toBe(1);
    const { found: without } = await guarded('shops.csv', recipe('favourite_shop'));
    expect(without.findings.find(({ id }) => id === 'E4')).toMatchObject({ verdict: 'pass', columns: [] });
  });

  it('points every command that was typed wrongly to its own help', async () => {
    for (const [typed, help] of [
      [['guard'], 'custos guard --help'],
      [['register', 'export'], 'custos register export --help'],
      [['nosuch'], 'custos --help'],
    ] as const) {
      const { status, stderr } = await desk.custos([...typed]);
      expect([status, stderr]).toEqual([2, expect.stringContaining(help)]);
    }
  });

  it('never calls green what nobody stated, and refuses what it does not know', async () => {
    write('audience.csv');
    const { found } = await guarded('audience.csv', ['--release', 'pseudonymised']);
    expect(found.purpose).toBeNull();
    expect(found.findings.find(({ id }) => id === 'G1')).toMatchObject({ verdict: 'warn', state: 'not-stated' });
    expect(JSON.stringify(found.findings)).not.toMatch(/recipe/i);
    const unknown = await desk.custos(['guard', 'audience.csv', '--release', 'public']);
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('“public”')]);
    expect(unknown.stderr).toContain('custos guard --help');
    const both = await desk.custos(['guard', 'audience.csv', '--release', 'targeting', '--recipe', 'targeting.json']);
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining('--release')]);
    const two = await desk.custos(['guard', 'audience.csv', '--purpose', 'P1', '--recipe', 'targeting.json']);
    expect([two.status, two.stderr]).toEqual([2, expect.stringContaining('--purpose')]);
    const day = await desk.custos(['guard', 'audience.csv', '--today', 'soon']);
    expect(day.status, day.stderr).toBe(2);
  });
});
