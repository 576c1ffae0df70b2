import { describe, expect, it } from 'vitest';
import type { GuardFinding, GuardState } from '#shared/domain/guardrail.ts';
import { sayCheck } from '#shared/text/principles.ts';
import { differencesText } from '#shared/text/register/differences.ts';
import type { NotJudged } from '../compare/difference.ts';
import { controlIds } from './controls.ts';
import type { RuleAnswer } from '../rules/index.ts';
import { principlesMatrix, type PrinciplesView, type StandingDataset } from './principles-matrix.ts';

const finding = (id: string, state: GuardState): GuardFinding => ({
  id,
  verdict: state === 'blocked' ? 'block' : state === 'needs-you' ? 'warn' : 'pass',
  state,
  columns: [],
  message: '',
  evidence: '',
  fix: '',
});
const customers: StandingDataset = {
  id: 'd1',
  name: 'customers',
  changedAt: '2026-11-01T00:00:00.000Z',
  undecided: 0,
  releases: [
    {
      entry: 14,
      at: '2026-11-28T00:00:00.000Z',
      fileName: 'audience.csv',
      findings: [finding('E2', 'blocked'), finding('E3', 'passed'), finding('E6', 'does-not-apply')],
    },
  ],
  use: null,
  retention: null,
  quality: null,
};
const [audience] = customers.releases;
const view: PrinciplesView = {
  now: '2026-11-29T00:00:00.000Z',
  datasets: [customers],
  fileReleases: [],
  unreadable: [],
  activities: [],
  rules: [],
  comparison: { differences: [], notJudged: [] },
  verification: { ok: true, entries: 40 },
};
const stateIn = (given: PrinciplesView, control: string, dataset: string | null): GuardState =>
  principlesMatrix(given).find((cell) => cell.control === control && cell.dataset === dataset)!.state;

describe('the principles of a workspace', () => {
  it('says of each control what the newest written file showed', () => {
    expect(stateIn(view, 'E2', 'd1')).toBe('blocked');
    expect(stateIn(view, 'E3', 'd1')).toBe('passed');
    expect(stateIn(view, 'E6', 'd1')).toBe('does-not-apply');
  });

  it('knows of no control how a release stands whose findings are gone, and does not call it unreleased', () => {
    const untold = { ...customers, releases: [{ ...audience!, findings: null }] };
    const cells = principlesMatrix({ ...view, datasets: [untold] });
    const cell = cells.find(({ control, dataset }) => control === 'E3' && dataset === 'd1')!;
    expect(cell.state).toBe('not-stated');
    expect(cell.checks.map(({ source }) => sayCheck(source).on)).toEqual(['audience.csv']);
  });

  it('goes by the newest check of quality for accuracy: overdue or failed needs somebody, none is no pass', () => {
    const run = { entry: 9, at: '2026-11-20T08:00:00.000Z', day: '2026-11-20', state: 'passed' } as const;
    const passed = { run, next: '2027-05-19', overdue: false, failed: [], open: 0 };
    const g4 = (quality: StandingDataset['quality']) =>
      principlesMatrix({ ...view, datasets: [{ ...customers, quality }] }).find(
        ({ control, dataset }) => control === 'G4' && dataset === 'd1',
      )!;
    expect(g4(passed).state).toBe('passed');
    expect(g4({ ...passed, overdue: true }).state).toBe('needs-you');
    expect(g4({ ...passed, failed: [{ columns: ['email'], rows: 10, failures: 9 }], open: 1 }).state).toBe('needs-you');
    expect(g4({ ...passed, run: { ...run, state: 'not-done' } }).state).toBe('not-stated');
    expect(g4({ ...passed, run: null }).state).toBe('not-stated');
    expect(sayCheck(g4({ ...passed, run: null, overdue: true }).checks[0]!.source).says).toBe(
      'It was to be checked by 2027-05-19, and never was.',
    );
  });

  it('takes for not stated what nobody looked at, and never for passed', () => {
    const untouched = { ...view, datasets: [{ ...customers, releases: [] }] };
    for (const control of ['G1', 'G3', 'E1', 'E9']) expect(stateIn(untouched, control, 'd1')).toBe('not-stated');
    // The release says nothing of accuracy.
    expect(stateIn(view, 'G4', 'd1')).toBe('not-stated');
    expect(stateIn({ ...view, datasets: [] }, 'G1', null)).toBe('not-stated');
    expect(stateIn({ ...view, datasets: [] }, 'G7', null)).toBe('not-stated');
  });

  it('does not go by a file that is older than what was decided since', () => {
    const changed = { ...view, datasets: [{ ...customers, changedAt: '2026-11-28T12:00:00.000Z' }] };
    expect(stateIn(changed, 'E3', 'd1')).toBe('needs-you');
    expect(stateIn(changed, 'E2', 'd1')).toBe('blocked');
  });

  it('lets a workspace stand no better than its worst dataset', () => {
    const other = {
      ...customers,
      id: 'd2',
      name: 'orders',
      releases: [{ ...audience!, findings: [finding('E3', 'blocked')] }],
    };
    expect(stateIn({ ...view, datasets: [customers, other] }, 'E3', null)).toBe('blocked');
    expect(stateIn({ ...view, verification: { ok: false, entries: 40 } }, 'G6', null)).toBe('blocked');
  });

  it('takes no pass for the workspace from one dataset of two', () => {
    const untouched = { ...customers, id: 'd2', name: 'orders', releases: [] };
    expect(stateIn({ ...view, datasets: [customers, untouched] }, 'E3', 'd1')).toBe('passed');
    expect(stateIn({ ...view, datasets: [customers, untouched] }, 'E3', null)).toBe('not-stated');
  });

  it('lets a file for another purpose hide nothing of one that is still in use', () => {
    const segments = { ...audience!, entry: 20, fileName: 'segments.csv', findings: [finding('E2', 'does-not-apply')] };
    expect(stateIn({ ...view, datasets: [{ ...customers, releases: [segments, audience!] }] }, 'E2', 'd1')).toBe(
      'blocked',
    );
  });

  it('counts what was released of a file that is no dataset for the workspace, and says of which', () => {
    const loose = { ...audience!, fileName: 'loose.csv', findings: [finding('E3', 'needs-you')] };
    const cells = principlesMatrix({ ...view, datasets: [], fileReleases: [loose] });
    expect(cells.find(({ control, dataset }) => control === 'E3' && dataset === null)).toMatchObject({
      state: 'needs-you',
      checks: [{ source: { from: 'release', fileName: 'loose.csv' } }],
    });
  });

  it('lets a dataset stand as the workspace does for one missing condition', () => {
    const rule: RuleAnswer = {
      why: '',
      rule: 'R-LAW-03',
      title: '',
      source: '',
      state: 'blocked',
      found: [
        {
          about: { kind: 'purpose', id: 'pu-1', name: 'Segments' },
          state: 'blocked',
          columns: ['faith'],
          proofs: [{ of: 'columns', dataset: 'd1', name: 'customers', columns: ['faith'] }],
          place: { at: 'record', kind: 'purpose', id: 'pu-1', field: 'art9Conditions' },
          reason: { code: 'no-condition', values: {} },
          message: 'No condition is named.',
          evidence: '',
          fix: '',
        },
      ],
    };
    const given = { ...view, rules: [rule] };
    expect(stateIn(given, 'G1', null)).toBe('blocked');
    expect(stateIn(given, 'G1', 'd1')).toBe('blocked');
  });

  it('says before any release what a dataset is for and which columns nobody needs', () => {
    const use = { purposes: 2, approved: 2, spare: 0, open: 0, prefilled: 0, unreadable: [] };
    const of = (part: Partial<typeof use>, control: string): GuardState =>
      principlesMatrix({ ...view, datasets: [{ ...customers, releases: [], use: { ...use, ...part } }] })
        .find((cell) => cell.control === control && cell.dataset === 'd1')!
        .checks.find(({ source }) => source.from === 'purposes' || source.from === 'columns')!.state;
    expect(of({ purposes: 0, approved: 0 }, 'G2')).toBe('not-stated');
    expect(of({ approved: 1 }, 'G2')).toBe('needs-you');
    expect(of({}, 'G2')).toBe('passed');
    expect(of({ spare: 3 }, 'G3')).toBe('needs-you');
    expect(of({ prefilled: 1 }, 'G3')).toBe('needs-you');
    expect(of({}, 'G3')).toBe('passed');
  });

  it('shows nothing of purposes and columns as passed while a record that may say otherwise cannot be read', () => {
    const use = { purposes: 2, approved: 2, spare: 0, open: 0, prefilled: 0, unreadable: ['BD-002'] };
    const of = (part: Partial<typeof use>, control: string) =>
      principlesMatrix({ ...view, datasets: [{ ...customers, use: { ...use, ...part } }] }).find(
        (cell) => cell.control === control && cell.dataset === 'd1',
      )!;
    for (const control of ['G2', 'G3']) {
      expect(of({}, control).state).toBe('not-stated');
      expect(of({}, control).checks.map(({ state }) => state)).not.toContain('passed');
      expect(
        of({}, control)
          .checks.map(({ source }) => sayCheck(source).says)
          .join(),
      ).toContain('BD-002');
    }
    expect(of({ purposes: 0, approved: 0 }, 'G2').checks).toHaveLength(1);
    expect(of({ approved: 1 }, 'G2').state).toBe('needs-you');
    expect(of({ spare: 1 }, 'G3').state).toBe('needs-you');
  });

  it('takes whatever could not be judged for not stated, under each principle that it might be about', () => {
    const passing = customers.releases.map((release) => ({
      ...release,
      findings: controlIds.map((id) => finding(id, 'passed')),
    }));
    const place = { kind: 'activity', id: 'pa-1', ref: 'PA-1', field: 'retention' } as const;
    const dataset = { id: 'd1', name: 'customers' };
    const openFor = (notJudged: NotJudged, over: Partial<PrinciplesView> = {}) => {
      const cells = principlesMatrix({
        ...view,
        ...over,
        datasets: [{ ...customers, releases: passing }],
        comparison: { differences: [], notJudged: [notJudged] },
      }).filter((cell) => cell.dataset === 'd1' && cell.state !== 'passed');
      for (const { state, checks } of cells) {
        expect(state).toBe('not-stated');
        expect(checks.map(({ source }) => sayCheck(source).says)).toContain(differencesText.notJudged(notJudged));
      }
      return cells.map(({ control }) => control);
    };
    expect(openFor({ what: 'columns', why: 'unknown', columns: ['x1'], dataset })).toEqual(['G1', 'G7']);
    expect(openFor({ what: 'records-unreadable', refs: ['PA-9'], dataset })).toEqual(['G1', 'G2', 'G5', 'G7']);
    expect(openFor({ what: 'no-period', place, dataset })).toEqual(['G5']);
    expect(openFor({ what: 'period-without-date', period: 'Three years', place, dataset })).toEqual(['G5']);
    expect(openFor({ what: 'country-not-stated', recipient: 'Ads', place, dataset })).toEqual(['G1']);
    const unnamed = { what: 'recipient-not-named', releaseId: 'r1', fileName: 'audience.csv', entry: 14 } as const;
    expect(openFor({ ...unnamed, dataset })).toEqual(['G1']);
    expect(openFor({ what: 'dataset-unreadable', dataset })).toEqual([...controlIds]);
    const gone = { what: 'source-unknown', releaseId: 'r1', fileName: 'audience.csv', entry: 14 } as const;
    const workspace = principlesMatrix({
      ...view,
      comparison: { differences: [], notJudged: [{ ...gone, dataset: { id: 'gone', name: '' } }] },
    }).filter((cell) => cell.dataset === null && cell.checks.some(({ source }) => source.from === 'not-judged'));
    expect(workspace.map(({ control, state }) => [control, state])).toEqual([
      ['G1', 'not-stated'],
      ['G7', 'not-stated'],
    ]);
  });

  it('asks for a register whose activities are approved and whose legal minimum is answered', () => {
    const activity = { id: 'a', ref: 'PA-001', approved: true, open: [] };
    const of = (one: typeof activity | { open: string[] }) =>
      principlesMatrix({ ...view, activities: [{ ...activity, ...one }] })
        .find(({ control, dataset }) => control === 'G7' && dataset === null)!
        .checks.map(({ state }) => state);
    expect(of(activity)).toEqual(['passed']);
    expect(of({ open: ['30(1)(f)'] })).toEqual(['needs-you']);
    expect(of({ ...activity, approved: false })).toEqual(['needs-you']);
  });
});
