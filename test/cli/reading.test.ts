import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { writeZip } from '#test/support/write-zip.ts';

let desk: Desk;
beforeAll(() => void (desk = makeDesk()));
afterAll(() => desk.remove());

describe('a compressed file', () => {
  it('is profiled as it is; of an archive with several tables one is chosen by its name', async () => {
    writeFileSync(desk.path('a.csv.gz'), gzipSync('city,age\nBonn,31\nLyon,44\n'));
    const packed = await desk.custos(['profile', desk.path('a.csv.gz'), '--json']);
    expect(JSON.parse(packed.stdout)).toMatchObject({ rows: 2, columns: [{ name: 'city' }, { name: 'age' }] });

    writeFileSync(desk.path('b.zip'), writeZip({ 'x.csv': 'n\n1\n', 'y.csv': 'city,age\nBonn,31\nLyon,44\n' }));
    const largest = await desk.custos(['profile', desk.path('b.zip'), '--json']);
    expect(JSON.parse(largest.stdout).warnings.join()).toContain('not read: “x.csv”');
    const chosen = await desk.custos(['profile', desk.path('b.zip'), '--member', 'x.csv', '--json']);
    expect(JSON.parse(chosen.stdout)).toMatchObject({ rows: 1, columns: [{ name: 'n' }] });
    const none = await desk.custos(['profile', desk.path('b.zip'), '--member', 'z.csv']);
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('It holds “x.csv”, “y.csv”.')]);
  });
});

describe('an encoding', () => {
  const chosen = async (label: string) => {
    const { status, stdout, stderr } = await desk.custos([
      'profile',
      'signs.csv',
      '--encoding',
      label,
      '--examples',
      '--json',
    ]);
    return status === 0 ? JSON.parse(stdout).columns[0].top[0].value : stderr;
  };

  it('is chosen by any of its names, and one that is none is wrong usage', async () => {
    writeFileSync(
      desk.path('signs.csv'),
      Buffer.concat([Buffer.from('a;b\n'), Buffer.from('e9e8', 'hex'), Buffer.from(';1\n')]),
    );
    expect(await chosen('latin1')).toBe('éè');
    expect(await chosen('CP1250')).toBe('éč');
    expect(await chosen('koi8-r')).toBe('ИХ');
    expect(await chosen('cp1')).toContain('Give an encoding of the WHATWG standard');
  });

  it('that nobody named is told with its doubt', async () => {
    const name = Buffer.from('c8e2e0ed20cfe5f2f0eee2', 'hex');
    writeFileSync(desk.path('guessed.csv'), Buffer.concat([Buffer.from('a;b\n'), name, Buffer.from(';1\n')]));
    const { stdout } = await desk.custos(['profile', 'guessed.csv', '--json']);
    expect(JSON.parse(stdout).warnings.join()).toMatch(/Read as windows-1251\. .*most likely/);
  });
});
