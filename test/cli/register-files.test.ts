import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
const inWorkspace = ['--workspace', 'Acme.custos'];
const custos = (...args: string[]) => desk.custos(['register', ...args, ...inWorkspace]);
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos', 'Acme Ltd');
});
afterAll(() => desk.remove());

const keep = (name: string, ...lines: string[]): void => writeFileSync(desk.path(name), `${lines.join('\n')}\n`);
const heads = 'Reference,Processing activity,Purpose of processing,Categories of individuals';

describe('a register that comes from a file', () => {
  it('is looked at first, taken in, and left alone when it comes again', async () => {
    keep('old.csv', heads, 'HR-1,Payroll,Pay staff,Employees');
    const seen = await custos('import', 'old.csv', '--preview');
    expect(seen.stderr).toContain('1 processing activity and 1 other record would be drafted; nothing was written.');
    expect(JSON.parse((await custos('activities', '--json')).stdout)).toEqual([]);
    expect((await custos('import', 'old.csv')).stderr).toContain('drafted.');
    keep('old.csv', heads, 'HR-1,Payroll,Pay staff,Applicants');
    const again = await custos('import', 'old.csv');
    expect([again.status, again.stderr]).toEqual([
      0,
      expect.stringContaining('In the register already, and left as it is: PA-001. Say --again update to write'),
    ]);
    const updated = await custos('import', 'old.csv', '--again', 'update');
    expect(updated.stderr).toContain('PA-001 Payroll: a draft says now what the file says.');
  });

  it('is written as of a day that was, and of no other', async () => {
    const write = (asOf: string) => custos('export', '--format', 'json', '-o', 'out.json', '--force', '--as-of', asOf);
    for (const [asOf, said] of [
      ['2026-13-45', "'2026-13-45' is invalid. Give a day of the calendar as YYYY-MM-DD, like 2026-09-30."],
      ['2999-01-01', '2999-01-01 is still to come'],
      ['2001-01-01', 'There was no register on 2001-01-01'],
    ] as const) {
      const refused = await write(asOf);
      expect([refused.status, refused.stderr], asOf).toEqual([2, expect.stringContaining(said)]);
    }
    expect((await write(new Date().toISOString().slice(0, 10))).status).toBe(0);
    expect(readFileSync(desk.path('out.json'), 'utf8')).toContain('Payroll');
  });

  it('of a layout of its own is taken in by the columns that are named, and what is dropped is said', async () => {
    keep('own.csv', 'Was tun wir,Wofür,Laune', 'Wartung,Geräte warten,heiter');
    const preview = (...more: string[]) => custos('import', 'own.csv', '--preview', ...more);
    const refused = await preview();
    expect([refused.status !== 0, refused.stderr]).toEqual([
      true,
      expect.stringContaining('Seen in it: “Was tun wir”'),
    ]);
    const unknown = await preview('--column', 'Was tun wir=title');
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('There is no field title: take one of reference, name, businessFunction'),
    ]);
    const seen = await preview('--column', 'Was tun wir=name', '--column', 'Wofür=purposes');
    expect(seen.stderr).toContain('1 processing activity and 1 other record would be drafted');
    expect(seen.stderr).toContain('column Laune, 1 text: no such heading is known.');
  });
});
