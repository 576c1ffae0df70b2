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
