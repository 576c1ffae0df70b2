import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JoinResult } from '#shared/contract/joins.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { planted, plantedFiles } from '#test/engine/join/planted.ts';

const files = plantedFiles();
const workspace = ['--workspace', 'Acme.custos'];
let desk: Desk;

/** Orders of the first people, several of some of them, with a telephone number and no e-mail address in a few. */
const orders = Array.from({ length: 600 }, (_, at) => {
  const who = at % 400;
  return `${at % 50 === 0 ? '' : `Person${who}@Example.org`},+49 30 ${5_550_000 + who},${(at % 7) * 10}`;
});
const calls = Array.from({ length: 300 }, (_, at) => `0049 (0)30 ${5_550_000 + at},${at % 3}`);

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos', 'Acme');
  writeFileSync(desk.path('customers.csv'), files.customers);
  writeFileSync(desk.path('contracts.csv'), files.contracts);
  writeFileSync(desk.path('orders.csv'), `email,phone,amount\n${orders.join('\n')}\n`);
  writeFileSync(desk.path('calls.csv'), `phone_number,complaints\n${calls.join('\n')}\n`);
  writeFileSync(
    desk.path('strangers.csv'),
    `email,score\n${calls.map((_, at) => `no${at}@example.net,${at % 9}`).join('\n')}\n`,
  );
  writeFileSync(desk.path('empty.csv'), `email,score\n${calls.map((_, at) => `,${at % 9}`).join('\n')}\n`);
  for (const name of ['customers', 'contracts', 'orders', 'calls', 'strangers', 'empty']) {
    const ran = await desk.custos(['import', `${name}.csv`, ...workspace]);
    expect(ran.status, ran.stderr).toBe(0);
  }
});
afterAll(() => desk.remove());

const join = (...options: string[]) => desk.custos(['join', ...workspace, ...options]);
const datasets = async () => {
  const { stdout } = await desk.custos(['register', 'list', ...workspace, '--kind', 'dataset.joined', '--json']);
  const { entries } = JSON.parse(stdout) as {
    entries: { seq: number; payload: Record<string, unknown>; sentence: string }[];
  };
  return entries;
};

describe('custos join', () => {
  it('previews a match in people without writing anything or showing a key', async () => {
    const ran = await join('--left', 'customers', '--right', 'orders', '--preview');
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stderr).toMatch(/Joined by “email” and “email”, because both are held to be E-mail address/);
    expect(ran.stderr).toMatch(/several on the right/);
    expect(ran.stdout).toMatch(/in both +392 +392/);
    expect(ran.stdout).toMatch(/rows without a key +0 +12/);
    expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/example\.org|5550/i);
    expect(await datasets()).toEqual([]);
  });

  it('joins, finds all who are alone after it only, and drafts an activity of its own', async () => {
    const ran = await join('--left', 'customers', '--right', 'contracts', '--name', 'unified', '--json');
    expect(ran.status, ran.stderr).toBe(0);
    const made = JSON.parse(ran.stdout) as JoinResult;
    expect(made.risk).toMatchObject({ joined: { people: 3050, unique: planted }, onlyAfter: planted });
    expect(made.dataset.columns.map(({ name }) => name)).toEqual(['person_key', 'city', 'age_band', 'plan', 'region']);
    const [entry] = await datasets();
    expect(entry).toMatchObject({ seq: made.registerEntry, payload: { uniqueOnlyAfter: planted, matched: 3050 } });
    expect(entry?.sentence).toMatch(/joined customers and contracts as unified: 3,050 people in both/);
    const shown = await desk.custos(['register', 'record', 'activity', made.activity!.ref, ...workspace, '--json']);
    expect(shown.stdout).toMatch(/Joining customers and contracts as unified/);
    expect(shown.stdout).toMatch(/Dataset “contracts” of this workspace/);
    const verified = await desk.custos(['register', 'verify', ...workspace]);
    expect(verified.status, verified.stdout).toBe(0);
  });

  it('takes spellings of a telephone number for one', async () => {
    const keys = ['--left-key', 'phone', '--right-key', 'phone_number'];
    const ran = await join('--left', 'orders', '--right', 'calls', ...keys, '--preview', '--rows', 'left', '--json');
    expect(ran.status, ran.stderr).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      kind: 'phone',
      both: { least: 300, most: 300 },
      left: { people: 400, matchRate: { least: 0.75, most: 0.75 } },
      relation: 'many-to-one',
      rowsAfter: 600,
    });
  });

  it.each([
    ['a dataset with itself', ['--right', 'customers'], 2, /cannot be joined with itself/],
    [
      'a key without a value',
      ['--right', 'empty', '--left-key', 'email', '--right-key', 'email'],
      2,
      /has no value in any row/,
    ],
    [
      'keys of two kinds',
      ['--right', 'calls', '--left-key', 'email', '--right-key', 'phone_number'],
      2,
      /no value of the one is ever a value of the other/,
    ],
    [
      'a column that is not there',
      ['--right', 'orders', '--left-key', 'mail', '--right-key', 'email'],
      3,
      /has no column “mail”/,
    ],
    ['a dataset that is not there', ['--right', 'nobody'], 3, /neither a file nor a dataset called “nobody”/],
    ['nobody in common', ['--right', 'strangers'], 1, /Nobody in customers is in strangers/],
    ['other rows', ['--right', 'orders', '--rows', 'none'], 2, /“none” is none of all, left and both/],
    ['a risk over no column of the view', ['--right', 'orders', '--qi', 'salary'], 3, /has no column “salary”/],
  ])('refuses %s in one sentence, and writes nothing', async (_name, options, status, sentence) => {
    const before = await datasets();
    const ran = await join('--left', 'customers', ...options, '--name', 'never');
    expect(ran.status, ran.stderr).toBe(status);
    expect(ran.stderr.trim().split('\n').at(-1)).toMatch(sentence);
    expect(await datasets()).toEqual(before);
  });

  it('asks for the passphrase of a sealed workspace', async () => {
    const ran = await desk.custos(['join', ...workspace, '--left', 'customers', '--right', 'orders', '--preview'], {
      env: { CUSTOS_PASSPHRASE: undefined },
    });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/passphrase/i);
  });
});
