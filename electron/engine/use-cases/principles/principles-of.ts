import type { PrinciplePlace, PrinciplesShown } from '#shared/contract/principles.ts';
import type { ReleaseSummary } from '#shared/contract/releases.ts';
import { guardrails } from '#shared/guardrails/index.ts';
import { isAnswered } from '#shared/register/minimum.ts';
import {
  principlesMatrix,
  type CheckSource,
  type PrincipleCell,
  type StandingActivity,
  type StandingDataset,
  type StandingRelease,
} from '#shared/register/principles/principles-matrix.ts';
import type { RulePlace } from '#shared/register/rules/rule.ts';
import { judgeRules } from '#shared/register/rules/index.ts';
import { sayCheck } from '#shared/text/principles.ts';
import { listEntries, verifyInFull } from '#engine/journal/read-journal.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { ruleViewOf } from '../lawfulness/rule-view-of.ts';
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
  const datasets = standingDatasets(state, new Set(unreadable.map(({ id }) => id)));
  const { profileDirectory } = state.environment;
  const { ok, entries } = await verifyInFull(workspace.directory, { profileDirectory });
  const activities = standingActivities(state);
  const fileReleases = newestOf(workspace.catalog.releases.list(), '');
  const cells = principlesMatrix({
    now,
    datasets,
    fileReleases,
    unreadable,
    activities,
    rules: judgeRules(ruleViewOf(state)),
    comparison: await compareWorkspace(state),
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
    cells: cells.map(shown),
  };
}

/** The entry with which somebody last had it kept. */
export function lastKept(directory: string): PrinciplesShown['kept'] {
  const [newest] = listEntries(directory, { kind: 'principles.evaluated', limit: 1 }).entries;
  return newest === undefined ? null : { entry: newest.seq, at: newest.ts, by: newest.actor };
}

/**
 * The newest release for each purpose, of a dataset, or (`''`) of files that are none.
 * @param releases newest first
 */
function newestOf(releases: readonly ReleaseSummary[], dataset: string): StandingRelease[] {
  const seen = new Set<string>();
  return releases
    .filter(({ datasetId, purpose, fileName }) => {
      // Of a loose file only its name tells whether a later one takes its place.
      const use = dataset === '' ? JSON.stringify([purpose, fileName]) : purpose;
      if (datasetId !== dataset || seen.has(use)) return false;
      seen.add(use);
      return true;
    })
    .map(({ registerEntry: entry, createdAt: at, fileName, findings }) => ({ entry, at, fileName, findings }));
}

/** @param without ids of datasets that cannot be read in full, which stand apart */
function standingDatasets(state: EngineSession, without: ReadonlySet<string>): StandingDataset[] {
  const { catalog } = state.requireWorkspace();
  const releases = catalog.releases.list();
  const whole = catalog.datasets.list().filter(({ id }) => !without.has(id));
  return whole.map(({ id, name, importedAt }) => {
    const { classification, decisions } = state.datasetRecord(id);
    const decided = new Set(decisions.map(({ column }) => column));
    return {
      id,
      name,
      changedAt: decisions.reduce((latest, { at }) => (at > latest ? at : latest), importedAt),
      undecided: classification.columns.filter((column) => !decided.has(column.name)).length,
      releases: newestOf(releases, id),
    };
  });
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

const shown = ({ control, dataset, state, checks }: PrincipleCell): PrinciplesShown['cells'][number] => ({
  control,
  dataset,
  state,
  checks: checks.map((check) => ({
    state: check.state,
    at: check.at,
    entry: entryOf(check.source),
    ...sayCheck(check.source),
    place: placeOf(check.source, dataset),
  })),
});

function entryOf(source: CheckSource): number | null {
  if (source.from === 'release') return source.entry;
  return source.from === 'difference' ? source.difference.entry : null;
}

/** The place that a rule names; a recipe is made where it is released. */
const ofRule = (place: RulePlace, dataset: string | null): PrinciplePlace =>
  place.at === 'record'
    ? { screen: 'register', dataset, record: { kind: place.kind, id: place.id, field: place.field } }
    : { screen: place.screen === 'classify' ? 'classify' : 'release', dataset: place.dataset, record: null };

/** Where something can be done about it. */
function placeOf(source: CheckSource, dataset: string | null): PrinciplePlace | null {
  const at = (screen: PrinciplePlace['screen'], record: PrinciplePlace['record'] = null): PrinciplePlace => ({
    screen,
    dataset,
    record,
  });
  switch (source.from) {
    case 'release':
    case 'older-than-data':
    case 'nothing-released':
      return at('release');
    case 'undecided':
      return at('classify');
    case 'activity':
      return at('register', { kind: 'activity', id: source.id, field: null });
    case 'difference': {
      const { place } = source.difference;
      return at('register', place === null ? null : { kind: place.kind, id: place.id, field: place.field });
    }
    case 'rule':
      return ofRule(source.place, dataset);
    case 'dataset-unreadable':
      return null;
    case 'log':
    case 'no-activity':
      return at('register');
  }
}
