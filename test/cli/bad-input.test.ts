import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { dropEmail } from '#test/support/drop-email.ts';

const secret = 'olga.geheim@example.org';
const cities = ['Bonn', 'Lyon', 'Turin'];
const person = (i: number): string => `${i === 7 ? secret : `p${i}@example.org`},${cities[i % 3]},${20 + (i % 30)}`;
const people = `email,city,age\n${Array.from({ length: 60 }, (_, i) => person(i)).join('\n')}\n`;
const recipe = (changes: object = {}) =>
  dropEmail({ purpose: 'p1', release: 'anonymised', target: { k: 5, suppression: 0.05 }, ...changes });

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  writeFileSync(desk.path('people.csv'), people);
  await desk.workspace('W.custos');
});
afterAll(() => desk.remove());

/** One sentence on stderr, nothing of the data in it, no stack. */
function expectSentence(stderr: string) {
  expect(stderr).toMatch(/[.!?]\s*$/);
  expect(stderr).not.toMatch(/\bat .*\(.*:\d+:\d+\)|node:internal/);
  expect(stderr).not.toContain(secret);
}

describe('files that cannot be read', () => {
  const cases: [string, () => void, number][] = [
    ['missing.csv', () => {}, 3],
    ['empty.csv', () => writeFileSync(desk.path('empty.csv'), ''), 3],
    ['folder.csv', () => mkdirSync(desk.path('folder.csv')), 3],
    [
      'binary.csv',
      () =>
        writeFileSync(
          desk.path('binary.csv'),
          Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 197 + (i >> 3)) % 256)),
        ),
      3,
    ],
    ['cut.parquet', () => writeFileSync(desk.path('cut.parquet'), Buffer.from(`PAR1${'x'.repeat(300)}`)), 3],
    ['cut.xlsx', () => writeFileSync(desk.path('cut.xlsx'), Buffer.from('504b0304140000000800', 'hex')), 3],
  ];
  it.each(cases)('%s', async (name, make, status) => {
    make();
    const ran = await desk.custos(['classify', name, '--json']);
    expect(ran.status, ran.stderr).toBe(status);
    expect(ran.stdout).toBe('');
    expectSentence(ran.stderr);
    expect(ran.stderr).toContain(name);
  });

  it('a workspace named without its ending is made and named with it, and found by its name alone to be there', async () => {
    const made = await desk.custos(['init', 'Plain']);
    expect(made.stderr).toContain(`Made the workspace ${desk.path('Plain.custos')} (`);
    expect(existsSync(desk.path('Plain.custos'))).toBe(true);
    for (const words of [['due'], ['register', 'verify']]) {
      const asked = await desk.custos([...words, '--workspace', 'Plain']);
      expect(asked.status).not.toBe(0);
      expect(asked.stderr).toContain('There is no workspace Plain, but there is Plain.custos: give it by that name.');
    }
  });

  it('a JSON record nested without end is set aside like any bad record, and a file of nothing else says so', async () => {
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    writeFileSync(desk.path('nested.jsonl'), `{"a":1,"b":"x"}\n{"a":${nested}}\n{"a":2,"b":"y"}\n`);
    const some = await desk.custos(['import', 'nested.jsonl', '--workspace', 'W.custos']);
    expect(some.stderr).toContain('2 rows × 2 columns, 1 row set aside');
    expect(some.stderr).toContain('line 2: The record has brackets nested more than 1,000 deep.');
    writeFileSync(desk.path('nested.json'), nested);
    const all = await desk.custos(['profile', 'nested.json']);
    expect(all.status).toBe(3);
    expect(all.stderr).toContain(
      'The only record of “nested.json” cannot be read; line 1: The record has brackets nested more than 1,000 deep.',
    );
    expectSentence(all.stderr);
  });

  it('a folder that is not there is named before any work is done for it', async () => {
    writeFileSync(desk.path('anywhere.json'), recipe());
    for (const command of [
      ['recommend', 'people.csv', '--purpose', 'P1', '-o'],
      ['classify', 'people.csv', '--inventory'],
      ['apply', 'people.csv', '--recipe', 'anywhere.json', '-o', 'kept.csv', '--report'],
      ['apply', 'people.csv', '--recipe', 'anywhere.json', '-o'],
    ]) {
      const ran = await desk.custos([...command, 'nowhere/file.csv']);
      expect(ran.status, ran.stderr).toBe(3);
      expect(ran.stderr).toContain(
        '“file.csv” cannot be written: its folder is missing or may not be written to. Choose another folder.',
      );
    }
    expect(existsSync(desk.path('kept.csv'))).toBe(false);
  });

  it('a row with an empty field too many is set aside and said to be, never shifted', async () => {
    writeFileSync(desk.path('extra.csv'), `${people.replace('p20@example.org,Turin,40', 'p20@example.org,Turin,40,')}`);
    writeFileSync(
      desk.path('extra.json'),
      recipe({
        steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email', 'age'] }, reason: 'not needed' }],
      }),
    );
    const ran = await desk.custos([
      'apply',
      'extra.csv',
      '--recipe',
      'extra.json',
      '-o',
      'extra-out.csv',
      '--report',
      'extra-report.json',
    ]);
    expect(ran.stderr).toContain('1 row of the file is set aside');
    expect(JSON.parse(readFileSync(desk.path('extra-report.json'), 'utf8'))).toMatchObject({
      rejectedRows: 1,
      rowsIn: 59,
    });
    const imported = await desk.custos(['import', 'extra.csv', '--workspace', 'W.custos']);
    expect(imported.stderr).toContain('line 22: The row has 4 fields where the table has 3 columns.');
  });

  it.each([
    [['--k', '0'], 'k (at least 1)'],
    [['--suppression', '2'], 'suppression (at most 1)'],
    [['--release', 'secret'], 'release (anonymised, pseudonymised, targeting)'],
    [['--today', '2026-13-40'], 'The day to count from (--today) is not a date: write it as YYYY-MM-DD.'],
  ])('recommend %j is refused with what it may be', async (options, words) => {
    const ran = await desk.custos(['recommend', 'people.csv', '--purpose', 'P1', ...options]);
    expect(ran.status, ran.stderr).toBe(2);
    expect(ran.stderr).toContain(words);
  });

  it('a header without rows is said to have none', async () => {
    writeFileSync(desk.path('header.csv'), 'email,city\n');
    const ran = await desk.custos(['profile', 'header.csv', '--json']);
    if (ran.status === 0) expect(JSON.parse(ran.stdout).rows).toBe(0);
    else expectSentence(ran.stderr);
  });
});

describe('recipes that cannot run', () => {
  const cases: [string, string, RegExp, number][] = [
    ['another format', '{"format":"else"}', /recipe/i, 3],
    ['no JSON', '{"format":', /JSON|recipe/i, 3],
    ['from a newer version', recipe({ formatVersion: 99 }), /format version 99.*Update/, 3],
    ['edited by hand', recipe({ target: { k: 'five', suppression: 0.05 } }), /target/i, 3],
    [
      'with a privacy model nobody knows',
      recipe({
        formatVersion: 2,
        target: { models: [{ model: 'k-anything', settings: { k: 5 } }], suppression: 0.05 },
      }),
      /“target\.models\[1\]\.model” is “k-anything”/,
      3,
    ],
    [
      'for other columns',
      recipe({ steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['no such column'] }, reason: 'x' }] }),
      /no such column/,
      3,
    ],
    [
      'with an unknown operation',
      recipe({ steps: [{ op: 'from-the-future', version: 1, settings: {}, reason: 'x' }] }),
      /from-the-future/,
      3,
    ],
  ];
  it.each(cases)('%s', async (_name, text, sentence, status) => {
    writeFileSync(desk.path('bad.json'), text);
    const ran = await desk.custos(['apply', 'people.csv', '--recipe', 'bad.json', '-o', 'bad.csv']);
    expect(ran.status, ran.stderr).toBe(status);
    expect(ran.stderr).toMatch(sentence);
    expectSentence(ran.stderr);
    expect(existsSync(desk.path('bad.csv'))).toBe(false);
  });

  it('a recipe that leaves a direct identifier is refused, and nothing is written', async () => {
    writeFileSync(desk.path('open.json'), recipe({ steps: [] }));
    const ran = await desk.custos(['apply', 'people.csv', '--recipe', 'open.json', '-o', 'open.csv']);
    expect(ran.status, ran.stderr).toBe(1);
    expect(ran.stderr).toContain('email');
    expect(ran.stderr).not.toContain(secret);
    expect(readdirSync(desk.directory).filter((name) => name.startsWith('open.csv'))).toEqual([]);
  });

  it('a release that misses a model of its target is refused, and nothing is written', async () => {
    const models = [{ model: 'distinct-l-diversity', settings: { l: 30 } }];
    const demanding = { formatVersion: 2, release: 'pseudonymised', target: { models, suppression: 0 } };
    writeFileSync(
      desk.path('demanding.json'),
      recipe({ ...demanding, roles: [{ column: 'age', role: 'to-protect' }] }),
    );
    const ran = await desk.custos(['apply', 'people.csv', '--recipe', 'demanding.json', '-o', 'demanding.csv']);
    expect(ran.status, ran.stderr).toBe(1);
    expect(ran.stderr).toMatch(/Distinct l-diversity.* "age" has at least \d+ different values.* 30 are wanted/);
    expect(readdirSync(desk.directory).filter((name) => name.startsWith('demanding.csv'))).toEqual([]);
  });

  it('a keyed step without a key is wrong usage', async () => {
    writeFileSync(
      desk.path('keyed.json'),
      recipe({
        release: 'pseudonymised',
        steps: [{ op: 'keyed-hash', version: 1, settings: { columns: ['email'] }, reason: 'join' }],
      }),
    );
    const ran = await desk.custos(['apply', 'people.csv', '--recipe', 'keyed.json', '-o', 'keyed.csv']);
    expect(ran.status, ran.stderr).toBe(2);
    expect(ran.stderr).toMatch(/key file/);
    writeFileSync(desk.path('key.bin'), Buffer.alloc(32, 7));
    const keyed = await desk.custos([
      'apply',
      'people.csv',
      '--recipe',
      'keyed.json',
      '-o',
      'keyed.csv',
      '--key-file',
      'key.bin',
      '--json',
    ]);
    expect(keyed.status, keyed.stderr).toBe(0);
    expect(JSON.parse(keyed.stdout).label).toBe('pseudonymised');
    expect(readFileSync(desk.path('keyed.csv'), 'utf8')).not.toContain('@');
  });
});

describe('decisions that cannot be recorded', () => {
  it('a type that is none names those near it; one without a reason is refused, as in the window', async () => {
    await desk.custos(['import', 'people.csv', '--workspace', 'W.custos']);
    const unknown = await desk.custos([
      'decide',
      'people.csv',
      '--workspace',
      'W.custos',
      '--column',
      'city',
      '--type',
      'home_address',
      '--reason',
      'known',
    ]);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toMatch(/There is no type “home_address”\. Near it: .*_address/);
    const unexplained = await desk.custos([
      'decide',
      'people.csv',
      '--workspace',
      'W.custos',
      '--column',
      'city',
      '--type',
      'email_address',
    ]);
    expect(unexplained.status).toBe(2);
    expect(unexplained.stderr).toContain('Say why the column is of that type: --reason TEXT.');
  });
});

describe('workspaces that cannot be used', () => {
  it('a wrong passphrase', async () => {
    const ran = await desk.custos(['import', 'people.csv', '--workspace', 'W.custos'], {
      env: { CUSTOS_PASSPHRASE: 'not it' },
    });
    expect(ran.status).toBe(3);
    expect(ran.stderr).toMatch(/passphrase/i);
    expectSentence(ran.stderr);
  });

  it('no passphrase and no terminal is wrong usage', async () => {
    const ran = await desk.custos(['import', 'people.csv', '--workspace', 'W.custos'], {
      env: { CUSTOS_PASSPHRASE: undefined },
    });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/--passphrase-file/);
  });

  it('a folder that is none, and a damaged register', async () => {
    mkdirSync(desk.path('none.custos'));
    const none = await desk.custos(['register', 'verify', '--workspace', 'none.custos']);
    expect(none.status).toBe(3);
    expectSentence(none.stderr);
    cpSync(desk.path('W.custos'), desk.path('damaged.custos'), { recursive: true });
    writeFileSync(desk.path('damaged.custos/register.sqlite'), 'not a database at all');
    const damaged = await desk.custos(['import', 'people.csv', '--workspace', 'damaged.custos']);
    expect(damaged.status).toBe(3);
    expectSentence(damaged.stderr);
  });

  it('one that another process has open', async () => {
    const holder = await openWorkspace(
      desk.path('W.custos'),
      { passphrase: 'a passphrase of the tests' },
      engineEnvironment({ profileDirectory: desk.path('home/profile'), workRoot: desk.path('home/work') }),
    );
    try {
      const second = await desk.custos(['import', 'people.csv', '--workspace', 'W.custos', '--json']);
      expect(second.status, second.stderr).toBe(3);
      expect(second.stderr).toMatch(/open|use/i);
      expectSentence(second.stderr);
    } finally {
      await holder.close();
    }
    expect((await desk.custos(['import', 'people.csv', '--workspace', 'W.custos', '--json'])).status).toBe(0);
  });
});

describe('the command line itself', () => {
  it('refuses what is not built with exit 2, and helps with an example', async () => {
    expect((await desk.custos(['anonymise', 'people.csv'])).status).toBe(2);
    expect((await desk.custos(['apply', 'people.csv'])).status).toBe(2);
    const help = await desk.custos(['classify', '--help']);
    expect(help.status).toBe(0);
    expect(help.stdout).toContain('Example:');
  });

  it('an interrupt exits 130 and leaves nothing behind', async () => {
    writeFileSync(
      desk.path('long.csv'),
      `email,city,age\n${Array.from({ length: 2_000_000 }, (_, i) => `p${i}@example.org,City ${i % 97},${i % 90}`).join('\n')}\n`,
    );
    const ran = await desk.custos(['import', 'long.csv', '--workspace', 'W.custos'], { signalAfterMs: 1500 });
    expect(ran.status, ran.stderr).toBe(130);
    expect(readdirSync(desk.path('home/work'))).toEqual([]);
    const verified = await desk.custos(['register', 'verify', '--workspace', 'W.custos']);
    expect(verified.status, verified.stdout).toBe(0);
  });

  it('reads standard input and writes standard output', async () => {
    const ran = await desk.custos(['classify', '-', '--json'], { input: people });
    expect(ran.status, ran.stderr).toBe(0);
    expect(JSON.parse(ran.stdout).columns.map(({ name }: { name: string }) => name)).toEqual(['email', 'city', 'age']);
    writeFileSync(
      desk.path('ok.json'),
      recipe({
        steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email', 'age'] }, reason: 'not needed' }],
      }),
    );
    const piped = await desk.custos(['apply', '-', '--recipe', 'ok.json', '-o', '-'], { input: people });
    expect(piped.status, piped.stderr).toBe(0);
    expect(piped.stdout.split('\n')[0]).toBe('city');
  });
});
