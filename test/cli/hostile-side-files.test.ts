import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { dropEmail, fortyPeople } from '#test/support/drop-email.ts';

const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

let desk: Desk;
beforeAll(() => {
  desk = makeDesk();
  writeFileSync(desk.path('s.csv'), fortyPeople);
  writeFileSync(desk.path('r.json'), dropEmail());
  writeFileSync(desk.path('deep.json'), dropEmail({ steps: 'X' }).replace('"X"', nested));
  writeFileSync(desk.path('nested.json'), nested);
  writeFileSync(desk.path('key'), Buffer.alloc(64, 7));
  writeFileSync(desk.path('huge'), Buffer.alloc(2_000_000, 7));
  mkdirSync(desk.path('folder'));
});
afterAll(() => desk.remove());

const apply = (more: Record<string, string>, input?: string): [string[], string?] => [
  ['apply', 's.csv', ...Object.entries({ '--recipe': 'r.json', '--key-file': 'key', '-o': 'o.csv', ...more }).flat()],
  input,
];
const name = (letters: number): string => 'a'.repeat(letters);
const cases: [string, number, [string[], string?]][] = [
  ['a key that is a device', 2, apply({ '--key-file': '/dev/zero' })],
  ['a key that is a folder', 2, apply({ '--key-file': 'folder' })],
  ['a key that is not there', 2, apply({ '--key-file': 'nope' })],
  ['a key of megabytes', 2, apply({ '--key-file': 'huge' })],
  ['a key of megabytes on standard input', 2, apply({ '--key-file': '-' }, 'x'.repeat(2_000_000))],
  ['a recipe that is a device', 3, apply({ '--recipe': '/dev/zero' })],
  ['a recipe that is a folder', 3, apply({ '--recipe': 'folder' })],
  ['a recipe nested without end', 3, apply({ '--recipe': 'nested.json' })],
  ['steps nested without end', 3, apply({ '--recipe': 'deep.json' })],
  ['a passphrase that is a device', 2, [['init', 'V.custos', '--passphrase-file', '/dev/zero']]],
  ['a passphrase that is a folder', 2, [['init', 'V.custos', '--passphrase-file', 'folder']]],
  ['k beyond what a recipe holds', 2, [['recommend', 's.csv', '--purpose', 'P1', '--k', '1000001']]],
  ['an output whose certificate’s name is too long', 3, apply({ '-o': `${name(246)}.csv` })],
  ['a source whose name is too long', 3, [['profile', `${name(300)}.csv`]]],
  ['a workspace whose name is too long', 2, [['init', name(250)]]],
  ['a recipe to a name that is too long', 3, [['recommend', 's.csv', '--purpose', 'P1', '-o', name(256)]]],
];

describe.skipIf(process.platform === 'win32')('one sentence each, and soon', () => {
  it.each(cases)('%s', async (_what, status, [args, input]) => {
    const ran = await desk.custos(args, input === undefined ? {} : { input });
    expect(ran.status, ran.stderr).toBe(status);
    expect(ran.stderr).toMatch(/^custos: [^\n]+[.)]\n$/);
    expect(ran.stderr).not.toContain('unexpected');
    expect(existsSync(desk.path('o.csv'))).toBe(false);
    expect(readdirSync(desk.directory).filter((found) => found.startsWith('.'))).toEqual([]);
  });

  it.each(['/proc/nope/home', 's.csv'])('a home that cannot be made: %s', async (home) => {
    const ran = await desk.custos(['profile', 's.csv'], { env: { CUSTOS_HOME: home } });
    expect(ran.status).toBe(3);
    expect(ran.stderr).toMatch(/^custos: The private working directory cannot be made\.[^\n]*\n$/);
  });

  const shell = (command: string) =>
    spawnSync('bash', ['-c', command], {
      cwd: desk.directory,
      encoding: 'utf8',
      env: {
        ...process.env,
        CUSTOS_HOME: desk.path('home'),
        CUSTOS: resolve(import.meta.dirname, '../../bin/custos.mjs'),
      },
    });

  it
    .skipIf(!existsSync('/dev/full'))
    .each(['profile s.csv --json', 'purposes', 'apply s.csv --recipe r.json --key-file key -o -'])(
    'output that cannot be written is a failure: %s',
    (command) => {
      const ran = shell(`node "$CUSTOS" ${command} > /dev/full`);
      expect(ran.status, ran.stderr).toBe(3);
      expect(ran.stderr).toContain('custos: The disk is full');
    },
  );

  it.each(['profile s.csv --json', 'apply s.csv --recipe r.json --key-file key -o -'])(
    'a reader that has seen enough is none: %s',
    (command) => {
      const ran = shell(`node "$CUSTOS" ${command} | true; echo "\${PIPESTATUS[0]}"`);
      expect(ran.stdout, ran.stderr).toBe('0\n');
    },
  );
});
