// An audit in the log of a workspace: what it keeps, and what the guardrail E6 makes of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { readZip } from '#engine/evidence/read-zip.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
});
afterAll(() => desk.remove());

const inWorkspace = ['--workspace', 'Acme.custos'];
/** Options as they are typed. */
const words = (typed: string): string[] => typed.split(' ');
const rows = (many: number, line: string): string[] => Array.from({ length: many }, () => line);
const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(desk.path(name), `${['gender,region,lead_score', ...lines].join('\n')}\n`);

/** Chosen from 50 points on: as often in both groups. */
const alike = [
  ...rows(300, 'female,north,80'),
  ...rows(300, 'female,south,20'),
  ...rows(300, 'male,north,80'),
  ...rows(300, 'male,south,20'),
];

async function run<T>(args: readonly string[], status = 0): Promise<T> {
  const ran = await desk.custos([...args, '--json']);
  expect(ran.status, ran.stderr).toBe(status);
  return JSON.parse(ran.stdout) as T;
}
const audit = (file: string, groups: string): Promise<FairnessAudit & { registerEntry: number | null }> =>
  run(['fairness', file, '--outcome', 'lead_score', '--chosen', '>=50', '--groups', groups, ...inWorkspace]);

/** What E6 says of targeting by the file as it is, and under which code. */
async function e6(file: string): Promise<GuardFinding> {
  const ran = await desk.custos(['guard', file, '--release', 'targeting', ...inWorkspace, '--json']);
  const { findings } = JSON.parse(ran.stdout) as { findings: GuardFinding[] };
  return findings.find(({ id }) => id === 'E6')!;
}

interface Entry {
  seq: number;
  sentence: string;
  payload: Record<string, unknown>;
}
const entries = (kind: string): Promise<Entry[]> =>
  run<{ entries: Entry[] }>(['register', 'list', '--kind', kind, ...inWorkspace]).then((found) => found.entries);

describe('an audit in the log', () => {
  it('is told of by E6 for the very data, and for no other', async () => {
    write('leads.csv', alike);
    expect(await e6('leads.csv')).toMatchObject({ verdict: 'warn', reason: { code: 'score-not-audited' } });

    // By region, whoever is chosen lives in the north: told, and with gender not looked at.
    const byRegion = await audit('leads.csv', 'region');
    expect(await e6('leads.csv')).toMatchObject({
      verdict: 'warn',
      reason: { code: 'disparity-found', values: { entries: [byRegion.registerEntry], groups: ['region'] } },
    });

    // The rows have changed since: no audit is about them.
    write('later.csv', [...alike, 'male,south,20']);
    expect(await e6('later.csv')).toMatchObject({
      verdict: 'warn',
      reason: { code: 'audit-of-other-data', values: { entry: byRegion.registerEntry } },
    });
    const byGender = await audit('later.csv', 'gender');
    const passed = await e6('later.csv');
    expect(passed).toMatchObject({ verdict: 'pass', reason: { code: 'audited' } });
    expect(passed.evidence).toContain(`#${byGender.registerEntry}`);
  });

  it('is no pass where a group could not be judged, nor by a column that says little of people', async () => {
    const few = [...alike, ...rows(3, 'non-binary,north,80')];
    write('few.csv', few);
    await audit('few.csv', 'gender');
    expect(await e6('few.csv')).toMatchObject({
      state: 'not-stated',
      reason: { code: 'audit-open', values: { open: 1 } },
    });

    write('even.csv', [
      ...rows(200, 'female,north,80'),
      ...rows(200, 'male,north,20'),
      ...rows(200, 'female,south,80'),
      ...rows(200, 'male,south,20'),
    ]);
    await audit('even.csv', 'region');
    expect(await e6('even.csv')).toMatchObject({
      state: 'not-stated',
      reason: { code: 'groups-not-audited', values: { notAudited: ['gender'] } },
    });
  });

  it('keeps columns, formulas and counts, and the name of no group', async () => {
    write('kept.csv', [...rows(60, 'quokka,north,80'), ...rows(60, 'wombat,north,20')]);
    writeFileSync(
      desk.path('words.csv'),
      'g,picked\n' + [...rows(50, 'quokka,marmoset'), ...rows(50, 'wombat,lemur')].join('\n'),
    );
    const page = await run<{ registerEntry: number }>([
      ...words('fairness words.csv --outcome picked --chosen marmoset --groups g --report words.html'),
      ...inWorkspace,
    ]);
    const [entry] = await entries('fairness.audited');
    expect(entry).toMatchObject({
      seq: page.registerEntry,
      sentence: expect.stringMatching(
        /audited whom “picked” of “words.csv” chooses by “g”, over 100 rows: 1 comparison/,
      ),
      payload: {
        groups: ['g'],
        people: 100,
        chosen: 50,
        outcome: { column: 'picked', rule: { kind: 'texts' } },
        groupings: [{ columns: ['g'], groups: 2, verdicts: [{ measure: 'selectionRate', disparity: 1 }] }],
      },
    });
    expect(JSON.stringify(await entries('fairness.audited'))).not.toMatch(/quokka|wombat|marmoset|female/);
    expect(readFileSync(desk.path('words.html'), 'utf8')).toContain('quokka');
    await run(['evidence', '-o', 'pack.zip', ...inWorkspace]);
    const zip = await readZip(desk.path('pack.zip'), 'pack.zip');
    const packed = await zip.read(`13_ethics_bias/audit-${entry!.seq}.json`);
    zip.close();
    expect(JSON.parse(String(packed))).toMatchObject({ entry: entry!.seq, groups: ['g'], chosen: 50 });
    const verified = await run<{ ok: boolean }>(['register', 'verify', ...inWorkspace]);
    expect(verified.ok).toBe(true);
  });
});
