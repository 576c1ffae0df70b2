import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RetentionRan, RetentionTimeline } from '#shared/contract/retention.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
let desk: Desk;

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  const rows = Array.from(
    { length: 40 },
    (_, at) =>
      `K-${1000 + at},p${at}@mail.example,GA1.2.${100_000_000 + at * 7919}.1789${100_000 + at},` +
      `${at === 9 ? 'soon' : ago(at < 10 ? 200 : 5)},2018-01-01,${ago(at < 3 ? 1000 : 3)}`,
  );
  const header = 'customer_id,email,cookie_id,cookie_first_seen,signup_date,last_login';
  writeFileSync(desk.path('customers.csv'), `${[header, ...rows].join('\n')}\n`);
  const imported = await desk.custos(['import', 'customers.csv', ...inWorkspace]);
  expect(imported.status, imported.stderr).toBe(0);
});
afterAll(() => desk.remove());

const retention = (...args: string[]) => desk.custos(['retention', ...args, ...inWorkspace]);

it('lists, decides, rehearses, runs and proves', async () => {
  const listed = await retention('list', '--json');
  const { lines, rules } = JSON.parse(listed.stdout) as RetentionTimeline;
  expect(lines.map(({ rule, over, undated, state }) => [rule, over, undated, state])).toEqual([
    ['cookie-ids', 9, 1, 'over'],
    ['unused-customers', 0, 0, 'undecided'],
  ]);
  expect(rules.find(({ id }) => id === 'unused-customers')!.offers.map(({ duration }) => duration)).toEqual([
    'P24M',
    'P36M',
  ]);
  const set = await retention('set', 'unused-customers', '--keep', 'P24M', '--law', 'own need', '--reason', 'board');
  expect(set.status, set.stderr).toBe(0);

  const rehearsed = await retention('run', '--dry-run');
  expect(rehearsed.status).toBe(0);
  expect(rehearsed.stderr).toMatch(/1 without a readable date, never taken for fresh: rows 10\./);
  const ahead = await retention('run', '--dry-run', '--today', ago(-400), '--json');
  expect((JSON.parse(ahead.stdout) as RetentionRan).lines[0]).toMatchObject({ over: 39, acted: 0 });

  const ran = await retention('run', '--json');
  // A duty stays open: nobody decided on the row without a date.
  expect(ran.status).toBe(1);
  const { lines: done, datasets, remains, open } = JSON.parse(ran.stdout) as RetentionRan;
  expect(done.map(({ rule, acted }) => [rule, acted])).toEqual([
    ['cookie-ids', 9],
    ['unused-customers', 3],
  ]);
  expect(datasets[0]).toMatchObject({ rowsBefore: 40, rowsAfter: 37, cellsEmptied: 6 });
  expect(datasets[0]!.sha256Before).toMatch(/^[0-9a-f]{64}$/);
  expect(open).toBe(1);
  expect(remains.map(({ what }) => what)).toContain('The file “customers.csv” that was imported');
  const bound = ['bind', 'cookie-ids', '--dataset', 'customers', '--column', 'cookie_id'];
  expect((await retention(...bound, '--undated', 'over', '--reason', 'cannot be told')).status).toBe(0);
  expect((await retention('run')).status).toBe(0);
  const verified = await desk.custos(['register', 'verify', ...inWorkspace]);
  expect(verified.status, verified.stdout).toBe(0);
});

it.each([
  [['run', '--rule', 'cookies'], /There is no rule “cookies”. Take one of cookie-ids/],
  [['run', '--today', '2001-01-01', '--dry-run'], /lies before “customers” came in/],
  [['run', '--today', '2040-01-01'], /only a dry run looks ahead/],
  [['hold', '--until', '2020-01-01', '--law', 'a', '--reason', 'b'], /is over already/],
  [['set', 'unused-customers', '--keep', '2 years', '--reason', 'x'], /whole units, like P90D/],
  [['set', 'prospects', '--keep', 'P9999Y', '--reason', 'x'], /nothing is kept for ever/],
  [['set', 'cookie-ids', '--keep', 'P3M', '--reason', 'x'], /whole number of days/],
  [['set', 'transactions', '--action', 'empty', '--reason', 'x'], /this can be done: delete the rows, anonymise/],
  [['bind', 'cookie-ids', '--dataset', 'customers', '--column', 'nix', '--reason', 'x'], /by that name/],
])('%j is refused with one sentence', async (args, sentence) => {
  const { status, stderr } = await retention(...args);
  expect(status).toBe(2);
  expect(stderr).toMatch(sentence);
});

it('makes, changes and removes a rule of one’s own', async () => {
  const said = ['--law', 'contract', '--reason', 'audit'];
  const unknown = await retention('add', 'Cities', '--kinds', 'emial_address', '--keep', 'P1Y', ...said);
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toMatch(/no kind of data “emial_address”\..*email_address/);
  const made = await retention(
    'add',
    'Bought addresses',
    '--kinds',
    'email_address',
    '--start',
    'import',
    '--keep',
    'P6M',
    ...said,
  );
  expect(made.status, made.stderr).toBe(0);
  expect(made.stderr).toContain('“Bought addresses” (own-bought-addresses): kept 6 months, then empty the cells.');
  const changed = await retention('set', 'bought addresses', '--keep', 'P9M', '--reason', 'longer');
  expect(changed.status, changed.stderr).toBe(0);
  const listed = JSON.parse((await retention('list', '--json')).stdout) as RetentionTimeline;
  expect(listed.lines.find(({ rule }) => rule === 'own-bought-addresses')).toMatchObject({
    column: 'email',
    duration: 'P9M',
    over: 0,
    undated: 0,
  });
  const shipped = await retention('remove', 'cookie-ids', '--reason', 'x');
  expect([shipped.status, shipped.stderr]).toEqual([2, expect.stringContaining('comes with Custos and stays')]);
  expect((await retention('remove', 'own-bought-addresses', '--reason', 'contract ended')).status).toBe(0);
  expect((await retention('set', 'own-bought-addresses', '--keep', 'P1Y', '--reason', 'x')).status).toBe(2);
  const verified = await desk.custos(['register', 'verify', ...inWorkspace]);
  expect(verified.status, verified.stdout).toBe(0);
});

/** The files of a ZIP whose files are stored as they are, by its central directory (APPNOTE 4.3.12). */
function unpacked(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    expect(method).toBe(0);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), zip.subarray(begin, begin + size));
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

it('stands in an evidence pack with its proof, and the requests of people in numbers', async () => {
  const asked = ['open', '--type', 'erase', '--received', ago(1), '--name', 'Eva Probst'];
  const opened = await desk.custos(['request', ...asked, ...inWorkspace]);
  expect(opened.status, opened.stderr).toBe(0);
  const held = await retention(
    'hold',
    '--people',
    'p20@mail.example',
    '--until',
    ago(-500),
    '--law',
    'Az. 1',
    '--reason',
    'claim',
  );
  expect(held.status, held.stderr).toBe(0);
  const made = await desk.custos(['evidence', '-o', 'pack.zip', ...inWorkspace]);
  expect(made.status, made.stderr).toBe(0);
  expect((await desk.custos(['verify', 'pack.zip'])).status).toBe(0);
  const bytes = readFileSync(desk.path('pack.zip'));
  const files = unpacked(bytes);
  const json = (path: string) => JSON.parse(files.get(path)!.toString('utf8'));

  const { standing, runs } = json('07_retention/retention.json');
  const cookies = standing.bindings.find(({ rule }: { rule: string }) => rule === 'cookie-ids');
  expect(cookies).toMatchObject({ dataset: 'customers', column: 'cookie_id', counted: { over: 0, undated: 0 } });
  expect(standing.holds).toMatchObject([{ citation: 'Az. 1', identifiers: 1 }]);
  expect(standing.due.length).toBeGreaterThan(0);
  const log = files
    .get('15_log/audit.jsonl')!
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const ended = log.filter(({ kind }) => kind === 'retention.ran');
  expect(ended.length).toBeGreaterThan(0);
  for (const { seq, leaf_hash: leafHash, payload } of ended) {
    const run = json(`07_retention/ran-${seq}.json`);
    const said = typeof payload === 'string' ? JSON.parse(payload) : payload;
    expect(run).toMatchObject({ entry: seq, leafHash, rowsBefore: said.rowsBefore, rowsAfter: said.rowsAfter });
    expect(run.sha256Before).toMatch(/^[0-9a-f]{64}$/);
    expect(runs).toContain(seq);
    expect(files.get('07_retention/retention.html')!.toString('utf8')).toContain(run.sha256After);
  }
  expect(json('10_rights/requests.json')).toMatchObject({
    counts: { received: 1, answeredInTime: 0, open: 1, overdue: 0 },
    requests: [{ ref: 'R-1', type: 'erase', receivedOn: ago(1), state: 'open', lateBy: null }],
  });
  for (const [path, content] of files) expect(content.includes('Probst'), path).toBe(false);
  for (const [path, content] of files) expect(content.includes('p20@mail'), path).toBe(false);
  // One byte otherwise, and the pack's verifier names the file.
  const at = bytes.indexOf(files.get('10_rights/requests.json')!);
  bytes[at + 20] = bytes[at + 20]! ^ 1;
  writeFileSync(desk.path('changed.zip'), bytes);
  const changed = await desk.custos(['verify', 'changed.zip']);
  expect(changed.status).toBe(1);
  expect(changed.stdout + changed.stderr).toContain('10_rights/requests.json');
});
