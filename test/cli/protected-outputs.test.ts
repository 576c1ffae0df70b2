import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { dropEmail, fortyPeople } from '#test/support/drop-email.ts';

const source = fortyPeople;
const recipe = dropEmail();

/** Every file under a folder with its bytes. */
const everything = (directory: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'base64')]),
  );

let desk: Desk;
let before: Record<string, string>;
beforeAll(async () => {
  desk = makeDesk();
  mkdirSync(desk.path('d'));
  for (const name of ['s.csv', 'd/s.csv']) writeFileSync(desk.path(name), source);
  writeFileSync(desk.path('recipe.csv'), recipe);
  writeFileSync(desk.path('key.csv'), Buffer.alloc(64, 7));
  writeFileSync(desk.path('pass.csv'), 'a passphrase of the tests\n');
  writeFileSync(desk.path('big.json'), `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  await desk.workspace('W.custos');
  const made = await desk.custos([
    'apply',
    's.csv',
    '--recipe',
    'recipe.csv',
    '--key-file',
    'key.csv',
    '-o',
    'old.csv',
  ]);
  expect(made.status, made.stderr).toBe(0);
  copyFileSync(desk.path('old.csv.certificate.json'), desk.path('renamed.json'));
  symlinkSync('d', desk.path('linked'));
  symlinkSync('s.csv', desk.path('soft.csv'));
  symlinkSync('W.custos/new.csv', desk.path('dangling.csv'));
  symlinkSync('W.custos', desk.path('plain'));
  symlinkSync('../s.csv', desk.path('d/out.csv.certificate.json'));
  linkSync(desk.path('s.csv'), desk.path('hard.csv'));
  linkSync(desk.path('W.custos/register.sqlite'), desk.path('register.csv'));
  before = everything(desk.directory);
});
afterAll(() => desk.remove());

const apply = (out: string, ...more: string[]) => [
  'apply',
  's.csv',
  '--recipe',
  'recipe.csv',
  '--key-file',
  'key.csv',
  '--passphrase-file',
  'pass.csv',
  '--force',
  '-o',
  out,
  ...more,
];
const cases: [string, string[]][] = [
  ['a release over its source', apply('s.csv')],
  ['over its source, spelled another way', apply('./d/../s.csv')],
  ['over its source, through a link', apply('soft.csv')],
  ['over its source, by its other name', apply('hard.csv')],
  [
    'over its source, through a linked folder',
    ['apply', 'd/s.csv', '--recipe', 'recipe.csv', '--force', '-o', 'linked/s.csv'],
  ],
  ['over its recipe', apply('recipe.csv')],
  ['over its key', apply('key.csv')],
  ['over its passphrase', apply('pass.csv', '--workspace', 'W.custos')],
  ['into the workspace in use', apply('W.custos/o.csv', '--workspace', 'W.custos')],
  ['into a workspace that is not in use', apply('W.custos/releases/o.csv')],
  ['into a workspace, through a link to its folder', apply('plain/o.csv')],
  ['into a workspace, through a link that leads nowhere yet', apply('dangling.csv')],
  ['over a file of the workspace by another name', apply('register.csv', '--workspace', 'W.custos')],
  ['whose certificate would replace the source', apply('d/out.csv')],
  ['over a folder of Custos itself', apply('home/profile/o.csv')],
  ['a report over its release', apply('o.csv', '--report', 'o.csv')],
  ['a report over its release, in another case', apply('o.csv', '--report', 'O.CSV')],
  ['a report over its certificate', apply('o.csv', '--report', './o.csv.certificate.json')],
  ['a report over the source', apply('o.csv', '--report', 's.csv')],
  ['a report over the register', apply('o.csv', '--report', 'W.custos/register.sqlite')],
  ['a report over the certificate of another release', apply('o.csv', '--report', 'old.csv.certificate.json')],
  ['a report over a certificate by another name', apply('o.csv', '--report', 'renamed.json')],
  ['a report to a device', apply('o.csv', '--report', '/dev/full')],
  ['a report to standard output', apply('o.csv', '--report', '/dev/stdout')],
  ['a recipe over the file it is for', ['recommend', 's.csv', '--purpose', 'P1', '--force', '-o', 's.csv']],
  ['a recipe to a device', ['recommend', 's.csv', '--purpose', 'P1', '--force', '-o', '/dev/null']],
  ['a recipe into a workspace', ['recommend', 's.csv', '--purpose', 'P1', '--force', '-o', 'W.custos/keys.json']],
  ['an inventory over its source', ['classify', 's.csv', '--force', '--inventory', 'linked/../s.csv']],
  ['an inventory over a certificate', ['classify', 's.csv', '--force', '--inventory', 'old.csv.certificate.json']],
  ['a workspace in a workspace', ['init', 'W.custos/V.custos']],
  ['a demonstration in a workspace', ['demo', 's.csv', '--into', 'plain/demo']],
];

describe.skipIf(process.platform === 'win32')('what must stay is never written over, whatever is forced', () => {
  it.each(cases)('%s', async (_what, args) => {
    const ran = await desk.custos(args);
    expect(ran.status, ran.stderr).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(/^custos: “.+” (is|holds|lies) .+\.\n$/);
    expect(everything(desk.directory)).toEqual(before);
  });

  it('the file a dataset was imported from is known by its bytes, also to a later command that reads another', async () => {
    expect((await desk.custos(['import', 'd/s.csv', '--workspace', 'W.custos'])).status).toBe(0);
    writeFileSync(desk.path('other.csv'), source.replaceAll('Bonn', 'Rome'));
    const ran = await desk.custos([
      'apply',
      'other.csv',
      '--recipe',
      'recipe.csv',
      '--workspace',
      'W.custos',
      '--force',
      '-o',
      'd/s.csv',
    ]);
    expect(ran.status, ran.stderr).toBe(2);
    expect(ran.stderr).toContain('the dataset “s” was imported from');
    expect(readFileSync(desk.path('d/s.csv'), 'utf8')).toBe(source);
  });

  it('a former release with its certificate is replaced where that is allowed', async () => {
    const ran = await desk.custos(apply('old.csv', '--json'));
    expect(ran.status, ran.stderr).toBe(0);
    expect(existsSync(desk.path('old.csv.certificate.json'))).toBe(true);
    expect((await desk.custos(apply('old.csv', '--report', 'r.json'))).status).toBe(0);
    expect((await desk.custos(apply('old.csv', '--report', 'r.json'))).status).toBe(0);
  });
});
