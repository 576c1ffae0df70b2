// A recipe as another engine's script, run by that engine, and what came out certified here.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Certificate } from '#shared/certificate/certificate.ts';
import type { ToldCertificate } from '#shared/certificate/told-certificate.ts';
import type { ToldResult } from '#shared/contract/elsewhere.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import { openTestDuck, tableOf } from '#test/support/duck-rows.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const columns = ['customer_id', 'birth_date', 'postcode', 'plan'];
const recipe = {
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-23',
  target: { models: [{ model: 'k-anonymity', settings: { k: 5 } }], suppression: 0.5 },
  columns,
  roles: [
    { column: 'birth_date', role: 'could-be-known' },
    { column: 'postcode', role: 'could-be-known' },
    { column: 'plan', role: 'to-protect' },
  ],
  steps: [
    { op: 'keyed-hash', version: 1, settings: { columns: ['customer_id'], normalise: 'trim-lowercase' }, reason: '' },
    { op: 'age-bands', version: 1, settings: { columns: ['birth_date'], from: 'date-of-birth' }, reason: '' },
    { op: 'zip-prefix', version: 1, settings: { columns: ['postcode'], length: 1 }, reason: '' },
    { op: 'suppress-small-classes', version: 1, settings: { columns: ['birth_date', 'postcode'] }, reason: '' },
  ],
};
const rows = Array.from({ length: 240 }, (_, at) => [
  `K-${1000 + at}`,
  `${1955 + ((at * 7) % 40)}-0${1 + (at % 9)}-${10 + (at % 19)}`,
  `${10 + ((at * at) % 57)}${100 + at}`,
  ['free', 'basic', 'gold'][at % 3]!,
]);
const csv = (lines: readonly (readonly string[])[]): string => lines.map((line) => `${line.join(',')}\n`).join('');

let desk: Desk;
const read = (name: string): string => readFileSync(desk.path(name), 'utf8');
const linesOf = (name: string): string[] => read(name).trimEnd().split(/\r?\n/).sort();
const compile = (...words: string[]) => desk.custos(['compile', 'recipe.json', '--target', 'duckdb', ...words]);
const certify = (...words: string[]) =>
  desk.custos([
    'certify',
    'output.csv',
    '--recipe',
    'recipe.json',
    '--target',
    'duckdb',
    '--workspace',
    'Acme.custos',
    ...words,
  ]);

/** Runs the script in a DuckDB that knows nothing of the program, and writes what comes out. */
async function runElsewhere(): Promise<void> {
  const { duck, close } = await openTestDuck();
  try {
    await tableOf(duck, 'source', columns.length, rows);
    const named = columns.map((name, at) => `c${at + 1} AS ${name}`).join(', ');
    await duck.run(`CREATE TEMP VIEW custos_source AS SELECT ${named} FROM source`);
    await duck.run('CREATE TEMP TABLE custos_pads (name VARCHAR, inner_pad BLOB, outer_pad BLOB)');
    for (const line of read('pads.jsonl').trimEnd().split('\n')) {
      const pad = JSON.parse(line) as Record<string, string>;
      await duck.run('INSERT INTO custos_pads VALUES ($1, unhex($2), unhex($3))', [
        pad['name']!,
        pad['inner_pad']!,
        pad['outer_pad']!,
      ]);
    }
    for (const statement of read('recipe.sql').split(/;\n/)) if (statement.trim() !== '') await duck.run(statement);
    const table = async (name: string): Promise<string[][]> => {
      const found = await duck.query<Record<string, string | null>>(`SELECT * FROM ${name}`);
      return [Object.keys(found[0]!), ...found.map((row) => Object.values(row).map((cell) => cell ?? ''))];
    };
    writeFileSync(desk.path('output.csv'), csv(await table('custos_output')));
    writeFileSync(desk.path('checks.csv'), csv(await table('custos_checks')));
  } finally {
    await close();
  }
}

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  writeFileSync(desk.path('people.csv'), csv([columns, ...rows]));
  writeFileSync(desk.path('recipe.json'), JSON.stringify(recipe));
  writeFileSync(desk.path('columns.txt'), columns.join('\n'));
  writeFileSync(desk.path('key.bin'), 'ab'.repeat(32));
  const written = await compile(
    '--columns',
    'columns.txt',
    '--pads',
    'pads.jsonl',
    '--key-file',
    'key.bin',
    '-o',
    'recipe.sql',
  );
  expect(written.status, written.stderr).toBe(0);
  const here = await desk.custos([
    'apply',
    'people.csv',
    '--recipe',
    'recipe.json',
    '-o',
    'here.csv',
    '--key-file',
    'key.bin',
  ]);
  expect(here.status, here.stderr).toBe(0);
  await runElsewhere();
});
afterAll(() => desk.remove());

it('writes a script without the key, and its pads where one person can read them', async () => {
  const pads = JSON.parse(read('pads.jsonl')) as Record<string, string>;
  expect(pads['name']).toBe('p1-find-segments');
  for (const target of ['duckdb', 'postgres', 'spark']) {
    const { stdout } = await desk.custos(['compile', 'recipe.json', '--target', target]);
    expect(stdout).toContain('custos_output');
    for (const secret of [pads['inner_pad']!, pads['outer_pad']!, 'ab'.repeat(32)])
      expect(stdout).not.toContain(secret);
  }
  expect(statSync(desk.path('pads.jsonl')).mode & 0o777).toBe(0o600);
  const page = await compile('--instructions');
  expect(page.stdout).toContain('EXPLAIN');
});

it('gives elsewhere what it gives here', () => {
  expect(linesOf('output.csv')).toEqual(linesOf('here.csv'));
  expect(linesOf('output.csv').length).toBeGreaterThan(100);
  expect(linesOf('output.csv').length).toBeLessThan(rows.length);
});

it('certifies what came out, marked as run elsewhere', async () => {
  const done = await certify('--checks', 'checks.csv', '-o', 'release.csv', '--json');
  expect(done.status, done.stderr).toBe(0);
  const result = JSON.parse(done.stdout) as ReleaseResult;
  const certificate = JSON.parse(read('release.csv.certificate.json')) as Certificate;
  expect(linesOf('release.csv')).toEqual(linesOf('here.csv'));
  expect(certificate.elsewhere).toMatchObject({ engine: 'duckdb', recomputed: expect.arrayContaining(['classes']) });
  expect(certificate.elsewhere!.notRecomputed).toContain('values');
  expect(certificate.elsewhere!.told).toContainEqual({ figure: 'rows_in', column: null, value: '240' });
  expect(certificate.elsewhere!.told).toContainEqual({ figure: 'k', column: null, value: String(result.k) });
  expect(certificate.planHash).toBe((JSON.parse(read('here.csv.certificate.json')) as Certificate).planHash);
  expect(certificate.output.columns.map(({ treatment }) => treatment)).toEqual([
    'hashed-keyed',
    'generalised',
    'generalised',
    'kept',
  ]);
  expect(certificate.inputs[0]).toMatchObject({ name: 'output.csv', rows: result.rowsOut });
  const history = await desk.custos(['register', 'list', '--workspace', 'Acme.custos']);
  expect(history.stdout).toContain('Run elsewhere, on DuckDB.');
  const checked = await desk.custos(['certificate', 'release.csv.certificate.json']);
  expect(checked.status, checked.stderr).toBe(0);
  expect(checked.stdout).toContain('Run elsewhere, on DuckDB');
});

it.each([
  ['another k', (text: string) => text.replace(/^k,,(\d+)/m, 'k,,6'), 1, 'The other engine told 6 for k'],
  ['a k that cannot be', (text: string) => text.replace(/^k,,\d+/m, 'k,,4711'), 2, 'classes does not go with rows out'],
  [
    'other rows',
    (text: string) => text.replace(/^rows_out,,\d+/m, 'rows_out,,239').replace(/^k,,\d+/m, 'k,,5'),
    2,
    'The checks say 239 rows',
  ],
  ['more rows than there were', (text: string) => text.replace(/^rows_out,,\d+/m, 'rows_out,,241'), 2, 'cannot exceed'],
  ['half a run', (text: string) => text.replace(/^l,.*\n/m, ''), 2, 'l of “plan” is not there'],
  [
    'too many left out',
    (text: string) => text.replace(/^rows_in,,\d+/m, 'rows_in,,9999'),
    1,
    'left out for small classes',
  ],
  ['a line that is none', (text: string) => `${text}k,,many\n`, 3, 'of the checks told.csv is none'],
])('refuses checks that tell of %s', async (_what, change, status, sentence) => {
  writeFileSync(desk.path('told.csv'), change(read('checks.csv')));
  const done = await certify('--checks', 'told.csv', '-o', 'refused.csv');
  expect(done.stderr).toContain(sentence);
  expect(done.status).toBe(status);
});

it('refuses by name what an engine cannot do with the same result, and a file of another recipe', async () => {
  const further = { op: 'group-rows', version: 1, settings: { columns: ['plan'] }, reason: '' };
  writeFileSync(desk.path('grouped.json'), JSON.stringify({ ...recipe, steps: [further] }));
  const grouped = await desk.custos(['compile', 'grouped.json', '--target', 'spark']);
  expect(grouped.stderr).toContain('Step 1 (group-rows) works on all rows together');
  expect(grouped.status).toBe(3);
  writeFileSync(desk.path('narrow.json'), JSON.stringify({ ...recipe, columns: columns.slice(0, 3), roles: [] }));
  const other = await desk.custos([
    'certify',
    'output.csv',
    '--recipe',
    'narrow.json',
    '--target',
    'duckdb',
    '--workspace',
    'Acme.custos',
    '-o',
    'x.csv',
  ]);
  expect(other.stderr).toContain('“plan” too many');
  expect(other.status).toBe(2);
});

const certifyTold = (checks: string, output: string, ...words: string[]) =>
  desk.custos([
    'certify',
    '--recipe',
    'recipe.json',
    '--target',
    'duckdb',
    '--workspace',
    'Acme.custos',
    '--checks',
    checks,
    '-o',
    output,
    ...words,
  ]);
const mark = 'Run elsewhere, figures not recomputed here';

it('certifies figures alone as told, in words of their own, and holds the register to them', async () => {
  const figures = read('checks.csv').trimEnd().split('\n').slice(1);
  const asJson = figures
    .map((line) => line.split(','))
    .map(([figure, of, value]) => ({ figure, of_column: of, value }));
  writeFileSync(desk.path('checks.json'), JSON.stringify(asJson));
  const done = await certifyTold('checks.json', 'run.certificate.json', '--json');
  expect(done.status, done.stderr).toBe(0);
  const result = JSON.parse(done.stdout) as ToldResult;
  expect(result).toMatchObject({ recomputed: false, engine: 'duckdb', target: [{ model: 'k-anonymity', met: true }] });

  const made = JSON.parse(read('run.certificate.json')) as ToldCertificate;
  expect(made.elsewhere.told.map(({ figure, column, value }) => [figure, column ?? '', value].join())).toEqual(figures);
  expect(made.elsewhere.notRecomputed).toEqual(expect.arrayContaining(['file', 'classes', 'guardrails', 'source']));
  for (const claim of ['label', 'measured', 'output.sha256', 'models', 'guardrails', 'disclosureTests'])
    expect(made).not.toHaveProperty(claim);
  expect(made.planHash).toBe((JSON.parse(read('here.csv.certificate.json')) as Certificate).planHash);
  expect(made.statement).toContain('not recomputed here');

  const history = await desk.custos(['register', 'list', '--workspace', 'Acme.custos']);
  expect(history.stdout).toContain(`${mark}.`);
  const checked = await desk.custos([
    'certificate',
    'run.certificate.json',
    '--workspace',
    'Acme.custos',
    '-o',
    'run.html',
  ]);
  expect(checked.status, checked.stderr).toBe(0);
  expect(checked.stdout).toContain(mark);
  expect(checked.stdout).not.toContain('vouches');
  const page = read('run.html');
  for (const said of [mark, 'Class sizes, k and unique rows', `No. ${result.registerEntry}`, '240'])
    expect(page).toContain(said);
  for (const green of ['✓', 'May be called', 'Measured in the written file']) expect(page).not.toContain(green);

  // Checks beside it that are others, and a figure that was changed.
  writeFileSync(desk.path('checks.json'), '[]');
  const other = await desk.custos(['certificate', 'run.certificate.json']);
  expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('checks.json beside the certificate')]);
  const turned = JSON.parse(read('run.certificate.json')) as ToldCertificate;
  turned.elsewhere.told[3]!.value = '50';
  writeFileSync(desk.path('turned.certificate.json'), JSON.stringify(turned));
  const broken = await desk.custos(['certificate', 'turned.certificate.json']);
  expect([broken.status, broken.stdout]).toEqual([1, expect.stringContaining('The signature does not fit')]);
  const again = await certifyTold('checks.csv', 'run.certificate.json');
  expect([again.status, again.stderr]).toEqual([3, expect.stringContaining('run.certificate.json')]);

  // The register has it, the pack has it, and a copy that was changed is found by both.
  const verify = () => desk.custos(['register', 'verify', '--workspace', 'Acme.custos']);
  expect((await verify()).status).toBe(0);
  const pack = async (name: string) => {
    const packed = await desk.custos(['evidence', '--workspace', 'Acme.custos', '-o', name, '--profile', 'authority']);
    expect(packed.status, packed.stderr).toBe(0);
    return desk.custos(['verify', name]);
  };
  const sound = await pack('pack.zip');
  expect(sound.status, sound.stdout + sound.stderr).toBe(0);
  expect(readFileSync(desk.path('pack.zip')).includes(`${result.releaseId}.certificate.json`)).toBe(true);
  const copy = desk.path(`Acme.custos/releases/${result.releaseId}.certificate.json`);
  const kept = readFileSync(copy);
  writeFileSync(copy, JSON.stringify(turned));
  const found = await verify();
  expect([found.status, found.stdout + found.stderr]).toEqual([
    1,
    expect.stringContaining('figures of a run elsewhere'),
  ]);
  writeFileSync(copy, kept);
});

it.each([
  ['classes that cannot be', (text: string) => text.replace(/^k,,\d+/m, 'k,,4711'), 2, 'classes does not go with'],
  ['somebody alone', (text: string) => text.replace(/^unique_rows,,0/m, 'unique_rows,,1'), 2, 'k does not go with'],
  ['no rows not chosen', (text: string) => text.replace(/^rows_not_chosen,,0/m, 'rows_not_chosen,,1'), 2, 'chooses no'],
  ['half a run', (text: string) => text.replace(/^t,.*\n/m, ''), 2, 't of “plan” is not there'],
  ['too many left out', (text: string) => text.replace(/^rows_in,,\d+/m, 'rows_in,,9999'), 1, 'the recipe allows'],
  ['nothing', () => '', 3, 'Line 1 of the checks told.csv is none'],
])('certifies no figures alone that tell of %s', async (_what, change, status, sentence) => {
  writeFileSync(desk.path('told.csv'), change(read('checks.csv')));
  const done = await certifyTold('told.csv', 'refused.certificate.json');
  expect([done.status, done.stderr]).toEqual([status, expect.stringContaining(sentence)]);
});

it('wants a name that says what it is, and figures', async () => {
  const named = await certifyTold('checks.csv', 'run.csv');
  expect([named.status, named.stderr]).toEqual([2, expect.stringContaining('.certificate.json')]);
  const none = await desk.custos([
    'certify',
    '--recipe',
    'recipe.json',
    '--target',
    'duckdb',
    '--workspace',
    'Acme.custos',
    '-o',
    'x',
  ]);
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('--checks')]);
});
