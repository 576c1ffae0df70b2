import type { StandingQuality } from '#shared/domain/declared-use.ts';
import { stateOf, type GuardFinding, type GuardState } from '#shared/domain/guardrail.ts';
import type { Comparison, Difference, NotJudged } from '../compare/difference.ts';
import type { UnreadableDataset } from '../observed/observed.ts';
import { worstState, type RuleAnswer, type RuleId } from '../rules/index.ts';
import type { RuleFound, RulePlace } from '../rules/rule.ts';
import {
  controlIds,
  controlOfDifference,
  controlOfRule,
  controlsOfNotJudged,
  stateOfDifference,
  type ControlId,
} from './controls.ts';

/** A written file, with the answers about it. */
export interface StandingRelease {
  entry: number | null;
  at: string;
  fileName: string;
  /** Null: what was found in it is not known any more. */
  findings: readonly GuardFinding[] | null;
}

/** A dataset, and the newest looks at what leaves of it. */
export interface StandingDataset {
  id: string;
  name: string;
  /** ISO 8601: its import, or the newest decision about a column. */
  changedAt: string;
  /** Columns that nobody has decided on. */
  undecided: number;
  /** What it is declared to be for, and its columns by what those purposes need; null where nobody looked. */
  use: UseOfDataset | null;
  /** How its keeping stands; null where no rule is bound to it. */
  retention: RetentionOfDataset | null;
  /** The newest check of its quality; null where nobody looked. */
  quality: StandingQuality | null;
  /** The newest release for each purpose: a later one for another purpose takes nothing of it back. */
  releases: readonly StandingRelease[];
}

/** How the keeping of a dataset stands, by what was counted last. */
export interface RetentionOfDataset {
  /** Kinds of data in it whose length nobody decided. */
  undecided: readonly string[];
  /** Rules by which nobody counted. */
  uncounted: number;
  over: number;
  undated: number;
  /** The newest entry that counts, and when it was entered. */
  entry: number | null;
  at: string | null;
}

/** Purposes of a dataset and how its columns stand to them. */
export interface UseOfDataset {
  purposes: number;
  approved: number;
  /** Columns that no purpose needs and the working recipe does not drop. */
  spare: number;
  /** Cells that nobody can tell but a person, and that the purpose fills and nobody has taken over. */
  open: number;
  prefilled: number;
  /** References of records that may declare something of it and cannot be read: what they say is not known. */
  unreadable: readonly string[];
}

/** An activity of the register. */
export interface StandingActivity {
  id: string;
  ref: string;
  approved: boolean;
  /** Cells of the legal minimum without an answer: `30(1)(f)`. */
  open: readonly string[];
}

export interface PrinciplesView {
  /** Datasets of which not everything can be read: nothing is known to have passed for them. */
  unreadable: readonly UnreadableDataset[];
  /** ISO 8601. */
  now: string;
  datasets: readonly StandingDataset[];
  /** The newest releases, one a purpose, of files that are no datasets of the workspace, or were of one that is gone. */
  fileReleases: readonly StandingRelease[];
  activities: readonly StandingActivity[];
  rules: readonly RuleAnswer[];
  comparison: Pick<Comparison, 'differences' | 'notJudged'>;
  verification: { ok: boolean; entries: number };
}

/** What one check found: which, and where it comes from. Sentences are chosen where it is shown. */
export type CheckSource =
  | { from: 'release'; entry: number | null; fileName: string; finding: GuardFinding }
  | { from: 'older-than-data'; fileName: string }
  | { from: 'release-untold'; entry: number | null; fileName: string }
  | { from: 'nothing-released' }
  | ({ from: 'purposes' } & UseOfDataset)
  | ({ from: 'columns' } & UseOfDataset)
  | ({ from: 'retention' } & RetentionOfDataset)
  | {
      from: 'rule';
      rule: RuleId;
      /** What it asks, in a few words. */
      title: string;
      message: string;
      fix: string;
      place: RulePlace;
      about: RuleFound['about'];
    }
  | { from: 'difference'; difference: Difference }
  | { from: 'not-judged'; notJudged: NotJudged }
  | { from: 'uses-unreadable'; refs: readonly string[] }
  | { from: 'log'; ok: boolean; entries: number }
  | { from: 'activity'; id: string; ref: string; approved: boolean; open: readonly string[] }
  | { from: 'no-activity' }
  | ({ from: 'quality' } & StandingQuality)
  | { from: 'undecided'; columns: number }
  | { from: 'dataset-unreadable'; name: string };

export interface PrincipleCheck {
  state: GuardState;
  /** When it was looked at (ISO 8601). */
  at: string;
  source: CheckSource;
}

/** How a principle stands for a dataset, or for the workspace as a whole. */
export interface PrincipleCell {
  control: ControlId;
  /** Id of a dataset; null: the workspace. */
  dataset: string | null;
  /** The gravest of its checks; without any `not-stated`: nobody looked is no pass. */
  state: GuardState;
  checks: readonly PrincipleCheck[];
}

type Put = (control: ControlId, dataset: string | null, check: PrincipleCheck) => void;

/**
 * The principles for the workspace and per dataset, from what was checked and by which entry. It counts checks, and
 * never adds them up to a verdict.
 */
export function principlesMatrix(view: PrinciplesView): PrincipleCell[] {
  const checks = new Map<string, PrincipleCheck[]>();
  const key = (control: ControlId, dataset: string | null): string => JSON.stringify([control, dataset]);
  const put: Put = (control, dataset, check) => {
    const found = checks.get(key(control, dataset));
    if (found === undefined) checks.set(key(control, dataset), [check]);
    else found.push(check);
  };
  for (const dataset of view.datasets) putDataset(dataset, view.now, put);
  for (const release of view.fileReleases) putRelease(release, { dataset: null, changedAt: null }, put);
  for (const { id, name } of view.unreadable)
    for (const control of controlIds)
      put(control, id, { state: 'not-stated', at: view.now, source: { from: 'dataset-unreadable', name } });
  for (const answer of view.rules) putRule(answer, view.now, put);
  for (const difference of view.comparison.differences)
    put(controlOfDifference[difference.rule], difference.dataset.id, {
      state: stateOfDifference(difference.rule),
      at: view.now,
      source: { from: 'difference', difference },
    });
  putNotJudged(view, put);
  putWorkspace(view, put);
  const ids = [...new Set([...view.datasets, ...view.unreadable].map(({ id }) => id))];
  return controlIds.flatMap((control) => [
    workspaceCell(
      control,
      checks.get(key(control, null)) ?? [],
      ids.map((id) => checks.get(key(control, id)) ?? []),
    ),
    ...ids.map((id) => cellOf(control, id, checks.get(key(control, id)) ?? [])),
  ]);
}

const cellOf = (control: ControlId, dataset: string | null, checks: readonly PrincipleCheck[]): PrincipleCell => ({
  control,
  dataset,
  state: checks.length === 0 ? 'not-stated' : worstState(checks.map(({ state }) => state)),
  checks,
});

/** The workspace stands no better than its datasets do. */
function workspaceCell(
  control: ControlId,
  own: readonly PrincipleCheck[],
  ofDatasets: readonly (readonly PrincipleCheck[])[],
): PrincipleCell {
  const states = [...own.map(({ state }) => state), ...ofDatasets.map((checks) => cellOf(control, null, checks).state)];
  return { control, dataset: null, state: states.length === 0 ? 'not-stated' : worstState(states), checks: own };
}

/** What a written file is looked at for: accountability is a matter of the register. */
const ofReleases = controlIds.filter((each) => each !== 'G7');

/** What the guardrails said of written files. A file older than the data's last change answers for nothing. */
function putDataset(dataset: StandingDataset, now: string, put: Put): void {
  const { id, changedAt, undecided, use, retention, quality, releases } = dataset;
  if (use !== null) putUse(id, use, now, put);
  if (retention !== null) putRetention(id, retention, now, put);
  if (quality !== null)
    put('G4', id, {
      state: stateOfQuality(quality),
      at: quality.run?.at ?? now,
      source: { from: 'quality', ...quality },
    });
  if (undecided > 0) put('G7', id, { state: 'needs-you', at: now, source: { from: 'undecided', columns: undecided } });
  if (releases.length === 0) {
    for (const control of ofReleases)
      put(control, id, { state: 'not-stated', at: now, source: { from: 'nothing-released' } });
    return;
  }
  for (const release of releases) putRelease(release, { dataset: id, changedAt }, put);
}

/** Storage limitation: what is over, and what nobody can tell, is no pass. */
function putRetention(id: string, retention: RetentionOfDataset, now: string, put: Put): void {
  const { over, undated, undecided, uncounted, at } = retention;
  const source: CheckSource = { from: 'retention', ...retention };
  if (over + undated > 0) put('G5', id, { state: 'needs-you', at: at ?? now, source });
  else if (undecided.length + uncounted > 0) put('G5', id, { state: 'not-stated', at: at ?? now, source });
  else put('G5', id, { state: 'passed', at: at ?? now, source });
}

/** A check that is overdue asks for somebody as one that failed does; without one nothing is known. */
function stateOfQuality({ run, overdue, failed }: StandingQuality): GuardState {
  if (overdue || failed.length > 0) return 'needs-you';
  return run === null || run.state === 'not-done' ? 'not-stated' : 'passed';
}

function putRelease(
  { entry, at, fileName, findings }: StandingRelease,
  { dataset, changedAt }: { dataset: string | null; changedAt: string | null },
  put: Put,
): void {
  const old = changedAt !== null && at < changedAt;
  const putAged = (control: ControlId, check: PrincipleCheck): void => {
    put(control, dataset, check);
    if (old)
      put(control, dataset, { state: 'needs-you', at: changedAt, source: { from: 'older-than-data', fileName } });
  };
  if (findings === null) {
    for (const control of ofReleases)
      putAged(control, { state: 'not-stated', at, source: { from: 'release-untold', entry, fileName } });
    return;
  }
  for (const finding of findings) {
    const control = controlIds.find((each) => each === finding.id);
    if (control === undefined) continue;
    putAged(control, { state: stateOf(finding), at, source: { from: 'release', entry, fileName, finding } });
  }
}

/** Purpose limitation and minimisation as the register has them, before anything is released. */
function putUse(id: string, use: UseOfDataset, at: string, put: Put): void {
  const { purposes, approved, spare, open, prefilled, unreadable: refs } = use;
  for (const control of refs.length === 0 ? [] : (['G2', 'G3'] as const))
    put(control, id, { state: 'not-stated', at, source: { from: 'uses-unreadable', refs } });
  // What cannot be read may say otherwise: only what somebody has to do in any case is known.
  const putKnown: Put = (control, dataset, check) => {
    if (refs.length === 0 || check.state === 'needs-you') put(control, dataset, check);
  };
  const declared = purposes === 0 ? 'not-stated' : approved < purposes ? 'needs-you' : 'passed';
  putKnown('G2', id, { state: declared, at, source: { from: 'purposes', ...use } });
  if (purposes === 0) return;
  const decided = spare + open + prefilled === 0;
  putKnown('G3', id, { state: decided ? 'passed' : 'needs-you', at, source: { from: 'columns', ...use } });
}

/** What could not be held against the register: whether anything is different there is not known. */
function putNotJudged({ now: at, comparison, datasets, unreadable }: PrinciplesView, put: Put): void {
  const known = new Set(datasets.map(({ id }) => id));
  const told = new Set(unreadable.map(({ id }) => id));
  for (const notJudged of comparison.notJudged) {
    if (notJudged.what === 'dataset-unreadable' && told.has(notJudged.dataset.id)) continue;
    // What is not in the workspace any more is a matter of the workspace.
    const dataset = known.has(notJudged.dataset.id) || told.has(notJudged.dataset.id) ? notJudged.dataset.id : null;
    for (const control of controlsOfNotJudged[notJudged.what])
      put(control, dataset, { state: 'not-stated', at, source: { from: 'not-judged', notJudged } });
  }
}

/** Datasets whose columns a finding about something else rests on: what it says holds for them, too. */
const datasetsOf = ({ about, proofs }: RuleFound): (string | null)[] =>
  about.kind === 'dataset'
    ? [about.id]
    : [null, ...new Set(proofs.flatMap((proof) => (proof.of === 'columns' ? [proof.dataset] : [])))];

function putRule({ rule, title, found }: RuleAnswer, at: string, put: Put): void {
  for (const one of found) {
    const { about, state, message, fix, place } = one;
    for (const dataset of datasetsOf(one))
      put(controlOfRule[rule], dataset, {
        state,
        at,
        source: { from: 'rule', rule, title, message, fix, place, about },
      });
  }
}

/** What is asked of the workspace as a whole: the log, and the activities. */
function putWorkspace({ now: at, verification, activities }: PrinciplesView, put: Put): void {
  const { ok, entries } = verification;
  put('G6', null, { state: ok ? 'passed' : 'blocked', at, source: { from: 'log', ok, entries } });
  if (activities.length === 0) put('G7', null, { state: 'not-stated', at, source: { from: 'no-activity' } });
  for (const activity of activities)
    put('G7', null, {
      state: activity.approved && activity.open.length === 0 ? 'passed' : 'needs-you',
      at,
      source: { from: 'activity', ...activity },
    });
}
