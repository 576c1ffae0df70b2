import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => {
  desk = makeDesk();
  writeFileSync(desk.path('weak'), 'password1\n');
});
afterAll(() => desk.remove());

describe('a passphrase that is easy to guess', () => {
  it.each(['x', 'qwertyuiop', 'Summer2026!', 'aaaaaaaaaaaaaaaaaaaa', '1234567890'])(
    'is refused where a workspace is made: %s',
    async (passphrase) => {
      const made = await desk.custos(['init', 'Weak.custos'], { env: { CUSTOS_PASSPHRASE: passphrase } });
      expect(made.status).toBe(2);
      expect(made.stderr).toContain('--weak-passphrase');
      expect(made.stderr).not.toContain(passphrase === 'x' ? '“x”' : passphrase);
      expect(existsSync(desk.path('Weak.custos'))).toBe(false);
    },
  );

  it('is taken from whoever says that they know, and opens what it was taken for', async () => {
    const options = { env: { CUSTOS_PASSPHRASE: undefined } };
    expect((await desk.custos(['init', 'Known.custos', '--passphrase-file', 'weak'], options)).status).toBe(2);
    const made = await desk.custos(['init', 'Known.custos', '--passphrase-file', 'weak', '--weak-passphrase'], options);
    expect(made.status, made.stderr).toBe(0);
    writeFileSync(desk.path('s.csv'), 'city,n\nBonn,1\nLyon,2\n');
    expect(
      (await desk.custos(['import', 's.csv', '--workspace', 'Known.custos', '--passphrase-file', 'weak'], options))
        .status,
    ).toBe(0);
  });

  it('is another thing than a few unrelated words', async () => {
    const made = await desk.custos(['init', 'Words.custos'], { env: { CUSTOS_PASSPHRASE: 'correct-horse-battery' } });
    expect(made.status, made.stderr).toBe(0);
  });
});
