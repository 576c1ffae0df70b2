import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

/** Options as they are typed. */
const words = (typed: string): string[] => typed.split(' ');
const rows = (many: number, line: string): string[] => Array.from({ length: many }, () => line);
const write = (name: string, lines: readonly string[]): void => writeFileSync(desk.path(name), `${lines.join('\n')}\n`);

async function audited(file: string, options: string[]): Promise<FairnessAudit> {
  const ran = await desk.custos(['fairness', file, ...options, '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as FairnessAudit;
}
async function refused(file: string, options: string[], status = 2): Promise<string> {
  const ran = await desk.custos(['fairness', file, ...options]);
  expect(ran.stdout).toBe('');
  expect(ran.status, ran.stderr).toBe(status);
  return ran.stderr;
}

describe('custos fairness', () => {
  it('finds that a score is written with a decimal comma, and says so', async () => {
    write('komma.csv', [
      'g;picked;came;score',
      ...rows(40, 'a;yes;1;0,83'),
      ...rows(40, 'a;no;0;0,12'),
      ...rows(40, 'b;yes;1;0,61'),
      ...rows(40, 'b;no;0;0,425'),
    ]);
    const options = words('--outcome picked --label came --positive 1 --score score --groups g');
    const audit = await audited('komma.csv', options);
    expect(audit).toMatchObject({ score: { people: 160 }, leftOut: { noScore: 0 } });
    expect(audit.notes.join(' ')).toMatch(/“score” were read with a decimal comma/);
    expect(audit.groupings[0]?.groups[0]?.calibration?.bins.map(({ meanScore }) => meanScore)).toEqual([
      expect.closeTo(0.12, 9),
      expect.closeTo(0.83, 9),
    ]);
    const said = await audited('komma.csv', [...options, '--decimal', '.']);
    expect(said.notes.join(' ')).not.toContain('decimal comma');
  });

  it('puts a score of many values that is no share into tenths of the people', async () => {
    write('points.csv', [
      'g,picked,came,points',
      ...Array.from(
        { length: 400 },
        (_, at) => `${'ab'[at % 2]},${at % 3 ? 'yes' : 'no'},${at % 5 ? 1 : 0},${at * 3 + 7}`,
      ),
    ]);
    const options = words('--outcome picked --label came --positive 1 --score points --groups g');
    const { groupings } = await audited('points.csv', options);
    const bins = groupings[0]!.groups[0]!.calibration!.bins;
    expect(bins).toHaveLength(10);
    expect(bins.map(({ people }) => people)).toEqual(Array.from({ length: 10 }, () => 20));
  });

  it('says over which groups the largest difference is, where some are too small to judge', async () => {
    write('few.csv', [
      'g,picked',
      ...rows(60, 'a,yes'),
      ...rows(60, 'a,no'),
      ...rows(50, 'b,yes'),
      ...rows(60, 'b,no'),
      ...rows(3, 'c,yes'),
    ]);
    const { groupings } = await audited('few.csv', words('--outcome picked --groups g'));
    expect(groupings[0]).toMatchObject({
      overall: [{ highest: ['c'], tooSmallAmong: 1 }],
      overallJudged: [{ highest: ['a'], lowest: ['b'], tooSmallAmong: 0 }],
    });
    const read = await desk.custos(['fairness', 'few.csv', ...words('--outcome picked --groups g')]);
    expect(read.stdout).toContain('too small to judge: a group of a few people may be an extreme by chance');
    expect(read.stdout).toContain('Over the groups of 30 people or more');
  });

  it('says that nobody is left to compare with of the rows alone that can be measured', async () => {
    // Somebody did not come, of whom the outcome is not known.
    write('left.csv', ['g,picked,came', ...rows(30, 'a,yes,1'), ...rows(30, 'b,no,1'), ',,0', 'b,,0']);
    const options = words('--outcome picked --label came --positive 1 --groups g');
    expect(await refused('left.csv', options)).toMatch(/Of the 60 rows that can be measured, every one has “came” = 1/);
  });

  it('gives the published figures of COMPAS from a file of its people', async () => {
    // Counts of ProPublica's notebook: decile scores of 5 or more are high.
    write('compas.csv', [
      'race,decile,two_year_recid',
      ...rows(990, 'African-American,3,0'),
      ...rows(805, 'African-American,7,0'),
      ...rows(532, 'African-American,4,1'),
      ...rows(1369, 'African-American,9,1'),
      ...rows(1139, 'Caucasian,2,0'),
      ...rows(349, 'Caucasian,5,0'),
      ...rows(461, 'Caucasian,1,1'),
      ...rows(505, 'Caucasian,10,1'),
      ',6,1',
      'Caucasian,n/a,1',
    ]);
    const audit = await audited(
      'compas.csv',
      words(
        '--outcome decile --chosen >=5 --label two_year_recid --score decile --groups race --reference race=Caucasian',
      ),
    );
    expect(audit).toMatchObject({ rows: 6152, people: 6151, leftOut: { noOutcome: 1, noLabel: 0 } });
    const groups = audit.groupings[0]!.groups;
    // An empty cell is a group of its own, told as too small.
    expect(groups.map(({ values, people }) => [values[0], people])).toEqual([
      ['African-American', 3696],
      ['Caucasian', 2454],
      [null, 1],
    ]);
    const rate = (at: number, measure: string) => groups[at]?.measures.find((one) => one.measure === measure);
    expect(rate(0, 'falsePositiveRate')).toMatchObject({
      value: expect.closeTo(0.4485, 4),
      low: expect.closeTo(0.4256, 4),
      high: expect.closeTo(0.4716, 4),
    });
    expect(rate(0, 'falseNegativeRate')?.value).toBeCloseTo(0.2799, 4);
    expect(rate(1, 'falsePositiveRate')?.value).toBeCloseTo(0.2345, 4);
    expect(rate(1, 'falseNegativeRate')?.value).toBeCloseTo(0.4772, 4);
    expect(rate(2, 'selectionRate')?.against?.verdict).toBe('too_small');
    // Decile scores are no shares: what came is shown for each, and no error is computed.
    expect(groups[0]?.calibration).toMatchObject({ error: null });
    expect(groups[0]?.calibration?.bins.map(({ from, people }) => [from, people])).toEqual([
      [3, 990],
      [4, 532],
      [7, 805],
      [9, 1369],
    ]);
    expect(audit.notes.join(' ')).toContain('1 row has no readable value in “decile”');
  });

  it('holds a score of 0…1 against what came', async () => {
    write('score.csv', [
      'invited;risk;paid;region',
      ...rows(90, 'yes;0,95;1;north'),
      ...rows(10, 'yes;0,95;0;north'),
      ...rows(10, 'no;0,05;1;north'),
      ...rows(90, 'no;0,05;0;north'),
      ...rows(50, 'yes;0,95;1;south'),
      ...rows(50, 'no;0,95;0;south'),
    ]);
    const audit = await audited(
      'score.csv',
      words('--outcome invited --label paid --score risk --groups region --decimal ,'),
    );
    const [north, south] = audit.groupings[0]!.groups;
    expect(north?.calibration?.error?.value).toBeCloseTo(0.05, 12);
    expect(south?.calibration?.error).toMatchObject({ value: expect.closeTo(0.45, 12) });
    expect(south!.calibration!.error!.low).toBeGreaterThan(north!.calibration!.error!.high);
    // “yes” and “1” were taken without a question, and that is told.
    expect(audit.notes.filter((note) => note.includes('was taken for yes'))).toHaveLength(2);
  });

  it('refuses what it cannot measure with one sentence', async () => {
    write('odd.csv', [
      'stage,label,zip,same',
      ...Array.from({ length: 300 }, (_, at) => `${['lead', 'client', 'lost'][at % 3]},${at % 2},${10_000 + at},x`),
    ]);
    const outcome = ['--outcome', 'stage', '--groups', 'label'];
    expect(await refused('odd.csv', outcome)).toMatch(/values of “stage” count as yes\. It has .*“client”.*--chosen/);
    expect(await refused('odd.csv', [...outcome, '--chosen', 'gone'])).toContain('has “stage” = gone');
    const chosen = ['--outcome', 'stage', '--chosen', 'client', '--groups'];
    expect(await refused('odd.csv', [...chosen, 'zip'])).toMatch(/“zip” has 300 values; groups can be at most 100/);
    expect(await refused('odd.csv', [...chosen, 'nothing'], 3)).toContain('no column “nothing”');
    expect(await refused('odd.csv', [...chosen, 'stage'])).toContain('“stage” was named for two things');
    expect(await refused('odd.csv', [...chosen, 'label', '--reference', 'label=7'])).toContain('reference group “7”');
    expect(await refused('odd.csv', [...chosen, 'label', '--reference', '7'])).toContain('COLUMN=VALUE');
    expect(await refused('odd.csv', [...chosen, 'label', '--score', 'zip'])).toContain('--label');
    expect(await refused('odd.csv', [...chosen, 'same'])).toContain('“same” has one value in every row');
    const same = ['--outcome', 'same', '--chosen', 'x', '--groups', 'label'];
    expect(await refused('odd.csv', same)).toContain('there is nobody to compare with');
  });

  it('writes a page that shows no group of fewer than ten people, and no script', async () => {
    write('page.csv', [
      'group,chosen,label',
      ...rows(300, 'north & west,1,1'),
      ...rows(300, 'north & west,0,0'),
      ...rows(90, '<b>south</b>,1,1'),
      ...rows(110, '<b>south</b>,0,1'),
      ...rows(15, 'coast,1,1'),
      ...rows(4, 'island,1,1'),
    ]);
    const options = words('--outcome chosen --label label --groups group --report page.html');
    await audited('page.csv', options);
    const page = readFileSync(desk.path('page.html'), 'utf8');
    expect(page).toContain('north &amp; west');
    expect(page).toContain('&lt;b&gt;south&lt;/b&gt;');
    expect(page).not.toContain('island');
    // The total less the others would tell of four people: of the coast there is a verdict, and no number.
    expect(page).toMatch(/coast<\/bdi><\/td>(<td><bdi>–<\/bdi><\/td>){9}<td><bdi>too small to judge/);
    expect(page).toContain('1 group of fewer than 10 people is not shown; of 1 other group only the verdict is');
    expect(page.match(/<svg role="img"/g)).toHaveLength(2);
    expect(page).not.toMatch(/<script|https?:|\bfair\b/);
    // Nothing that is there is replaced unless that is asked for.
    expect(await refused('page.csv', options, 3)).toContain('page.html');
    expect(await refused('page.csv', words('--outcome chosen --groups group --report page.csv'))).toContain('.html');
    expect(readFileSync(desk.path('page.html'), 'utf8')).toBe(page);
  });

  it('has an interval, a method and a verdict for every number, or says that it is not stated', async () => {
    write('all.csv', [
      'g,picked,came,score',
      ...rows(60, 'a,1,1,0.8'),
      ...rows(60, 'a,0,0,0.2'),
      ...rows(30, 'b,1,1,0.8'),
      ...rows(70, 'b,0,0,0.3'),
      'c,1,0,0.5',
    ]);
    const options = words('--outcome picked --label came --score score --groups g');
    const audit = await audited('all.csv', options);
    expect(audit.outcome.rate).toMatchObject({ value: expect.closeTo(91 / 221, 12), low: expect.closeTo(0.349, 3) });
    expect(audit.methods).toMatchObject({ equalisedOdds: expect.stringContaining('bonferroni') });
    // Two groups beside the reference: the one person of c has no true positive rate.
    expect(audit.tested).toEqual({ comparisons: 10, families: 6 });
    expect(audit.notes.join(' ')).toContain('1 group is one person alone');
    const [, b, c] = audit.groupings[0]!.groups;
    expect(b?.shareOfChosenBetween?.low).toBeLessThan(30 / 91);
    expect(b?.calibration?.against).toMatchObject({ verdict: 'inconclusive', low: expect.any(Number) });
    expect(c?.calibration?.against?.verdict).toBe('too_small');
    expect(c?.equalisedOdds).toBeUndefined();
    const { stdout } = await desk.custos(['fairness', 'all.csv', ...options]);
    expect(stdout).toMatch(/^c +true positive rate +0 +– .*not stated$/m);
    expect(stdout).toMatch(/^c +equalised odds difference .*not stated$/m);
    expect(stdout).toMatch(/^b +difference of|^b +expected calibration error .*inconclusive$/m);
  });

  it('prints a table that a person reads, with a verdict for every group', async () => {
    write('few.csv', ['g,chosen', ...rows(500, 'a,1'), ...rows(500, 'a,0'), ...rows(3, 'b,1'), ...rows(7, 'b,0')]);
    const ran = await desk.custos(['fairness', 'few.csv', '--outcome', 'chosen', '--groups', 'g']);
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stdout).toMatch(/^a +1000 +500 +0\.500 .*reference$/m);
    expect(ran.stdout).toMatch(/^b +10 +3 +0\.300 .*too small to judge$/m);
    expect(ran.stdout + ran.stderr).not.toMatch(/\bfair\b/);
  });
});
