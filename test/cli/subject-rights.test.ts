import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { SubjectErased, SubjectRectified, SubjectSuppressed } from '#shared/contract/subjects.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Invented people. */
const customers = [
  'customer_id,email,phone,city',
  'K-1001,ada@vanish.example,+49 170 1234567,Bonn',
  'K-1002,bo@mail.example,+49 171 7654321,Bonn',
  'K-1003,cy@mail.example,+49 172 1112223,Lyon',
];
const visits = [
  'email,city,day',
  'ada@vanish.example,Bonn,2026-01-02',
  'ADA@vanish.example,Ghent,2026-02-03',
  'bo@mail.example,Bonn,2026-03-04',
];

let desk: Desk;
const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await desk.custos([...args, ...inWorkspace, '--json']);
  return { status, stderr, stdout };
};
async function bring(name: string, rows: readonly string[]): Promise<DatasetSummary> {
  writeFileSync(desk.path(name), `${rows.join('\n')}\n`);
  const { status, stdout, stderr } = await run('import', name);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as DatasetSummary;
}
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  await bring('customers.csv', customers);
  await bring('visits.csv', visits);
});
afterAll(() => desk.remove());

const rectify = (dataset: string, ...more: string[]) =>
  run(
    'subject',
    'rectify',
    'ada@vanish.example',
    '--dataset',
    dataset,
    '--column',
    'city',
    '--reason',
    'moved',
    ...more,
  );

it('puts right what a dataset says of a person, and of nobody else', async () => {
  const { status, stdout, stderr } = await rectify('customers', '--to', 'Ghent');
  expect(status, stderr).toBe(0);
  const made = JSON.parse(stdout) as SubjectRectified;
  expect(made).toMatchObject({ rows: 1, cells: 1, alsoIn: ['visits'], handedOver: [] });
  const profiled = await desk.custos(['subject', 'export', 'ada@vanish.example', '-o', 'copy.json', ...inWorkspace]);
  expect(profiled.status, profiled.stderr).toBe(0);
  const other = await run('subject', 'find', 'bo@mail.example', 'Bonn');
  expect(other.stdout).toContain('"rows": 1');
});

it('asks which is wrong where records of the person differ, and refuses a column that is not there', async () => {
  const differ = await rectify('visits', '--to', 'Lyon');
  expect(differ.status).toBe(2);
  expect(differ.stderr).toContain('2 different values in “city”. Say with --from');
  const { status, stdout, stderr } = await rectify('visits', '--from', 'Bonn', '--to', 'Lyon');
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ rows: 1, cells: 1 });
  const gone = await run(
    'subject',
    'rectify',
    'ada@vanish.example',
    '--dataset',
    'visits',
    '--column',
    'x',
    '--to',
    'y',
    '--reason',
    'z',
  );
  expect(gone.stderr).toContain('no column');
  const nobody = await run(
    'subject',
    'rectify',
    'zed@mail.example',
    '--dataset',
    'visits',
    '--column',
    'city',
    '--empty',
    '--reason',
    'z',
  );
  expect(nobody.status).toBe(1);
});

it('keeps an erasure honoured next month: in every spelling, hashed, and without a word of whom', async () => {
  const erased = await run(
    'subject',
    'erase',
    'ada@vanish.example',
    '+49 170 1234567',
    'K-1001',
    '--reason',
    'asked',
    '--suppress',
  );
  expect(erased.status, erased.stderr).toBe(0);
  const { suppressed, datasets } = JSON.parse(erased.stdout) as SubjectErased;
  expect(suppressed).toBeGreaterThan(2);
  expect(datasets.map(({ name, rows }) => `${name} ${rows}`).toSorted()).toEqual(['customers 1', 'visits 2']);
  const objected = await run('subject', 'suppress', 'cy@mail.example', '--reason', 'objected to mail');
  expect((JSON.parse(objected.stdout) as SubjectSuppressed).added).toBeGreaterThan(0);
  const again = await run('subject', 'suppress', 'CY@mail.example', '--reason', 'once more');
  expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, registerEntry: null });

  const march = await bring('march.csv', [
    'email,phone,score',
    ' Ada@Vanish.example ,,1',
    'dee@mail.example,0170/1234567,2',
    'cy@mail.example,,3',
    'bo@mail.example,+49 171 7654321,4',
  ]);
  expect(march.warnings.join(' ')).toContain('3 rows are about people on the suppression list');
  const hashed = await bring('hashed.csv', [
    'email_sha256,score',
    ...['ada@vanish.example', 'bo@mail.example', 'ed@mail.example'].map((mail, at) => `${sha256(mail)},${at}`),
  ]);
  expect(hashed.warnings.join(' ')).toContain('1 row is about people');
  expect(
    (await bring('others.csv', customers.slice(0, 1).concat(customers.slice(2, 3)))).warnings.join(),
  ).not.toContain('suppression');
  const shown = await run('register', 'list');
  expect(shown.stdout).toContain('suppression.added');
  expect(shown.stdout.toLowerCase()).not.toMatch(/vanish|cy@mail|1234567/);
  const verified = await desk.custos(['register', 'verify', ...inWorkspace]);
  expect(verified.status, verified.stderr).toBe(0);
});

it('leaves people on the list out of whatever is released with rows of people', async () => {
  const recipe = {
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1-find-segments',
    release: 'pseudonymised',
    referenceDate: '2026-11-29',
    target: { k: 1, suppression: 1 },
    steps: [
      { op: 'keyed-hash', version: 1, settings: { columns: ['email'], normalise: 'none', key: '' }, reason: '' },
      { op: 'drop-columns', version: 1, settings: { columns: ['phone'] }, reason: '' },
    ],
  };
  writeFileSync(desk.path('keyed.json'), JSON.stringify(recipe));
  const { status, stdout, stderr } = await run(
    'apply',
    'march.csv',
    '--recipe',
    'keyed.json',
    '-o',
    'out.csv',
    '--keep-order',
  );
  expect(status, stderr).toBe(0);
  // Of four rows the one whose person is on no list; its score tells which it is.
  const rows = readFileSync(desk.path('out.csv'), 'utf8').trim().split('\n');
  expect(rows.slice(1).map((row) => row.split(',').at(-1))).toEqual(['4']);
  expect(stdout).toContain('on the suppression list');
  const guarded = await run('guard', 'march.csv', '--purpose', 'p1-find-segments', '--release', 'pseudonymised');
  expect(guarded.stdout).toContain('objectors-inside');
});
