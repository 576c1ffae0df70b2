import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
const day = (at: number): string => `0${1 + (at % 9)}.03.2026`;

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
});
afterAll(() => desk.remove());

/** A list of members who want a newsletter, and since when in a column of that name. */
async function members(name: string, since: string | null) {
  const rows = Array.from({ length: 30 }, (_, at) => {
    const cells = [`${since === null ? 'N' : 'M'}-${100 + at}`, ['ja', 'ja', 'nein', ''][at % 4]!];
    return (since === null ? cells : [...cells, day(at)]).join(';');
  });
  const header = ['Mitgliedsnummer', 'Newsletter', ...(since === null ? [] : [since])].join(';');
  writeFileSync(desk.path(name), `${[header, ...rows].join('\n')}\n`);
  const imported = await desk.custos(['import', name, ...inWorkspace]);
  expect(imported.status, imported.stderr).toBe(0);
  const words = `consent import --dataset ${name} --key Mitgliedsnummer --purpose P2`.split(' ');
  return desk.custos([...words, ...inWorkspace]);
}

it('takes for the day of a consent the dates beside it that are called after it, and tells so', async () => {
  const { status, stdout, stderr } = await members('since.csv', 'Newsletter_am');
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('date: “Newsletter_am”');
  expect(stderr).toContain('Rows 4, 8, 12, 16, 20 and 2 more: It says neither yes nor no.');
  expect(stderr).not.toContain('--date');
  expect(stdout).toMatch(/16 usable of 30/);
});

it('says how a day is given where no column tells one, and takes no yes without it', async () => {
  const { status, stdout, stderr } = await members('undated.csv', null);
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('name it with --date');
  expect(stdout).toContain('a yes without a date');
});
