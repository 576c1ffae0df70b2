import type { RecordSummary } from '#shared/contract/records.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { PrinciplePlace, PrinciplesShown } from '#shared/contract/principles.ts';
import { guardrails } from '#shared/guardrails/index.ts';
import { isAnswered } from '#shared/register/minimum.ts';
import {
  principlesMatrix,
  type CheckSource,
  type PrincipleCell,
  type StandingActivity,
  type StandingDataset,
  type StandingRelease,
  type UseOfDataset,
} from '#shared/register/principles/principles-matrix.ts';
import type { NotJudged } from '#shared/register/compare/difference.ts';
import type { RegisterSnapshot } from '#shared/register/register-snapshot.ts';
import { settledAt } from '#shared/register/principles/settled-at.ts';
import type { RuleFound, RulePlace } from '#shared/register/rules/rule.ts';
import { isOpen, isPrefilled } from '#shared/register/minimisation/necessity-matrix.ts';
import { usesOfDataset } from '#shared/register/uses-of-dataset.ts';
import { droppedColumns } from '#shared/recipe/dropped-columns.ts';
import { judgeRules } from '#shared/register/rules/index.ts';
import { sayCheck } from '#shared/text/principles.ts';
import { listEntries, verifyInFull } from '#engine/journal/read-journal.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { namedDataset } from '../lawfulness/named-dataset.ts';
import { necessityOf } from '../lawfulness/necessity-of.ts';
import { qualityStanding } from '../quality/quality-standing.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { ruleViewOf } from '../lawfulness/rule-view-of.ts';
import { findingsOfAllReleased } from '../releases/findings-of-released.ts';
import { madeOf, releasedFiles, type ReleasedFile } from '../releases/released-files.ts';
import { standingRetention } from '../retention/standing-retention.ts';
import { compareWorkspace } from '../records/compare-workspace.ts';
import { listRecords } from '../records/list-records.ts';

/**
 * The seven principles and the nine rules of ethics for the open workspace and each of its datasets, from written
 * files, the register, and the log. No row of any dataset is read.
 * @throws Failure WORKSPACE_NONE
 */
export async function principlesOf(state: EngineSession): Promise<PrinciplesShown> {
  const workspace = state.requireWorkspace();
  const now = state.now();
  const unreadable = unreadableDatasets(workspace);
  // Read once: everything that is shown together is about the same register.
  const register = registerSnapshot(workspace, { now });
  const released = await standingReleases(state, new Set(unreadable.map(({ id }) => id)));
  const datasets = await standingDatasets(state, released, register);
  const { profileDirectory } = state.environment;
  const { ok, entries } = await verifyInFull(workspace.directory, { profileDirectory });
  const activities = standingActivities(state);
  const fileReleases = released.ofFiles;
  const cells = principlesMatrix({
    now,
    datasets,
    fileReleases,
    unreadable,
    activities,
    rules: judgeRules(ruleViewOf(state, register)),
    comparison: await compareWorkspace(state, register),
    verification: { ok, entries },
  });
  return {
    at: now,
    over: {
      releases: datasets.reduce((sum, { releases }) => sum + releases.length, fileReleases.length),
      activities: activities.length,
      entries,
    },
    kept: lastKept(workspace.directory),
    datasets: [...datasets, ...unreadable].map(({ id, name }) => ({ id, name })),
    controls: guardrails.map(({ id, title }) => ({ id, title })),
    cells: cells.map(shownWith(listRecords(workspace))),
  };
}

/** The entry with which somebody last had it kept. */
export function lastKept(directory: string): PrinciplesShown['kept'] {
  const [newest] = listEntries(directory, { kind: 'principles.evaluated', limit: 1 }).entries;
  return newest === undefined ? null : { entry: newest.seq, at: newest.ts, by: newest.actor };
}

/** What leaves of the datasets that can be read in full, and of files that are none of them. */
interface StandingReleases {
  ofDatasets: ReadonlyMap<string, StandingRelease[]>;
  ofFiles: StandingRelease[];
}

/** @param without ids of datasets that cannot be read in full, which stand apart */
async function standingReleases(state: EngineSession, without: ReadonlySet<string>): Promise<StandingReleases> {
  const workspace = state.requireWorkspace();
  const findings = await findingsOfAllReleased(workspace);
  const files = releasedFiles(workspace).toReversed();
  /** The newest by what it is for. */
  const newest = (all: readonly ReleasedFile[], useOf: (file: ReleasedFile) => string): StandingRelease[] => {
    const seen = new Set<string>();
    return all
      .filter((file) => {
        const use = useOf(file);
        return !seen.has(use) && seen.add(use);
      })
      .map((file) => ({
        entry: file.entry.seq,
        at: file.writtenAt,
        fileName: file.fileName,
        findings: findings(file),
      }));
  };
  const purposeOf = ({ purpose }: ReleasedFile): string => state.findPurpose(purpose ?? '')?.id ?? purpose ?? '';
  const known = new Set<ReleasedFile>();
  const ofDatasets = new Map<string, StandingRelease[]>();
  for (const { id, sha256 } of workspace.catalog.datasets.list()) {
    // What left of an edition before it says nothing of this one's rows.
    const made = madeOf(files, { id, sha256, earlier: [] });
    for (const file of made) known.add(file);
    if (!without.has(id)) ofDatasets.set(id, newest(made, purposeOf));
  }
  const loose = files.filter((file) => !known.has(file));
  // Of a loose file only its name tells whether a later one takes its place.
  return { ofDatasets, ofFiles: newest(loose, (file) => JSON.stringify([purposeOf(file), file.fileName])) };
}

/** How a dataset and its columns stand to what it is declared to be for. */
async function useOf(state: EngineSession, datasetId: string, register: RegisterSnapshot): Promise<UseOfDataset> {
  const workspace = state.requireWorkspace();
  const uses = usesOfDataset(register, { ...namedDataset(state, datasetId), columns: [] });
  const { rows, spare } = await necessityOf(state, { datasetId }, register);
  const recipe = workspace.catalog.recipes.get(datasetId);
  const dropped = recipe === null ? new Set<string>() : droppedColumns(recipe);
  const left = rows.filter(({ column }) => !dropped.has(column)).flatMap(({ cells }) => cells);
  return {
    purposes: uses.purposes.length,
    approved: uses.purposes.filter((purpose) => purpose.state === 'approved' && !purpose.pending).length,
    spare: spare.filter((column) => !dropped.has(column)).length,
    open: left.filter(isOpen).length,
    prefilled: left.filter(isPrefilled).length,
    unreadable: uses.unreadable,
  };
}

/** Of the datasets that can be read in full. */
async function standingDatasets(
  state: EngineSession,
  { ofDatasets }: StandingReleases,
  register: RegisterSnapshot,
): Promise<StandingDataset[]> {
  const { catalog } = state.requireWorkspace();
  const whole = catalog.datasets.list().filter(({ id }) => ofDatasets.has(id));
  const standing = whole.map(async ({ id, name, importedAt }): Promise<StandingDataset> => {
    const { classification, decisions } = state.datasetRecord(id);
    const decided = new Set(decisions.map(({ column }) => column));
    return {
      id,
      name,
      changedAt: decisions.reduce((latest, { at }) => (at > latest ? at : latest), importedAt),
      undecided: classification.columns.filter((column) => !decided.has(column.name)).length,
      use: await useOf(state, id, register),
      retention: standingRetention(state.requireWorkspace(), id, state.today()),
      quality: qualityStanding(state, id),
      releases: ofDatasets.get(id) ?? [],
    };
  });
  return Promise.all(standing);
}

const standingActivities = (state: EngineSession): StandingActivity[] =>
  listRecords(state.requireWorkspace(), { kind: 'activity' })
    .filter((record) => record.state !== 'retired')
    .map((record) => ({
      id: record.id,
      ref: record.ref,
      approved: record.state === 'approved',
      open: (record.minimum?.cells ?? []).filter((cell) => !isAnswered(cell)).map((cell) => cell.id),
    }));

const nowhere = { screen: 'register', dataset: null, record: null, part: null, purpose: null } as const;

const shownWith =
  (records: readonly RecordSummary[]) =>
  ({ control, dataset, state, checks }: PrincipleCell): PrinciplesShown['cells'][number] => ({
    control,
    dataset,
    state,
    checks: checks.map((check) => ({
      state: check.state,
      at: check.at,
      entry: entryOf(check.source),
      ...sayCheck(check.source),
      place: placeOf(check.source, dataset, records),
    })),
  });

function entryOf(source: CheckSource): number | null {
  if (source.from === 'release' || source.from === 'release-untold' || source.from === 'retention') return source.entry;
  if (source.from === 'not-judged') return 'entry' in source.notJudged ? source.notJudged.entry : null;
  if (source.from === 'quality') return source.run?.entry ?? null;
  return source.from === 'difference' ? source.difference.entry : null;
}

/** The place that a rule names: what is still to be made begins where it is told; a recipe is made where it is released. */
function ofRule(place: RulePlace, about: RuleFound['about'], dataset: string | null): PrinciplePlace {
  if (place.at === 'dataset')
    return { ...nowhere, screen: place.screen === 'recipe' ? 'release' : place.screen, dataset: place.dataset };
  const { kind, id, field } = place;
  if (kind === 'binding' && id === null) return { ...nowhere, dataset, part: 'purposes' };
  if (kind === 'notice' && about.kind === 'purpose') return { ...nowhere, part: 'notice', purpose: about.id };
  return { ...nowhere, dataset, record: { kind, id, field } };
}

/** Where the register settles what a guardrail said of a release; else where the release is made. */
function ofFinding(finding: GuardFinding, dataset: string | null, records: readonly RecordSummary[]): PrinciplePlace {
  const place = settledAt(finding);
  if (place?.at === 'purposes' || place?.at === 'columns') return { ...nowhere, dataset, part: place.at };
  if (place?.at === 'fairness') return { ...nowhere, screen: 'fairness', dataset };
  const record = place === null ? undefined : records.find(({ ref }) => ref === place.ref);
  if (place === null || record === undefined) return { ...nowhere, screen: 'release', dataset };
  if (place.at === 'notice') return { ...nowhere, part: 'notice', purpose: record.id };
  return { ...nowhere, dataset, record: { kind: record.kind, id: record.id, field: place.field } };
}

/** Where what could not be judged is settled. */
function ofNotJudged(notJudged: NotJudged): PrinciplePlace | null {
  const { dataset } = notJudged;
  switch (notJudged.what) {
    case 'columns':
      return { ...nowhere, screen: 'classify', dataset: dataset.id };
    case 'recipient-not-named':
      return { ...nowhere, screen: 'release', dataset: dataset.id };
    case 'dataset-unreadable':
      return null;
    case 'source-unknown':
      return { ...nowhere, screen: 'register' };
    case 'records-unreadable':
      return { ...nowhere, dataset: dataset.id };
    case 'country-not-stated':
    case 'no-period':
    case 'period-without-date': {
      const { kind, id, field } = notJudged.place;
      return { ...nowhere, dataset: dataset.id, record: { kind, id, field } };
    }
  }
}

/** Where something can be done about it. */
function placeOf(
  source: CheckSource,
  dataset: string | null,
  records: readonly RecordSummary[],
): PrinciplePlace | null {
  const at = (screen: PrinciplePlace['screen'], record: PrinciplePlace['record'] = null): PrinciplePlace => ({
    ...nowhere,
    screen,
    dataset,
    record,
  });
  switch (source.from) {
    case 'release':
      return ofFinding(source.finding, dataset, records);
    case 'purposes':
    case 'columns':
      return { ...nowhere, dataset, part: source.from };
    case 'older-than-data':
    case 'release-untold':
    case 'nothing-released':
      return at('release');
    case 'retention':
      return at('retention');
    case 'undecided':
      return at('classify');
    case 'quality':
      return at('datasets');
    case 'activity':
      return at('register', { kind: 'activity', id: source.id, field: null });
    case 'difference': {
      const { place } = source.difference;
      return at('register', place === null ? null : { kind: place.kind, id: place.id, field: place.field });
    }
    case 'rule':
      return ofRule(source.place, source.about, dataset);
    case 'not-judged':
      return ofNotJudged(source.notJudged);
    case 'dataset-unreadable':
      return null;
    case 'uses-unreadable':
    case 'log':
    case 'no-activity':
      return at('register');
  }
}
