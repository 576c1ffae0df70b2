import { couldBeKnown } from '#shared/domain/could-be-known.ts';
import { stateOf } from '#shared/domain/guardrail.ts';
import type { RegisterSnapshot } from '#shared/register/register-snapshot.ts';
import { observeColumn } from '#shared/register/observed/observe-column.ts';
import type { RuleDataset, RuleRelease, RuleRetention, RuleView } from '#shared/register/rules/rule-view.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { findingsOfReleased } from '../releases/findings-of-released.ts';
import { madeOf, releasedFiles, type ReleasedFile } from '../releases/released-files.ts';
import { bindingsOf, rulesOf } from '../retention/bindings-of.ts';
import { namedDataset } from './named-dataset.ts';

/** A released file as rules look at it. */
function ruleReleases(state: EngineSession): (file: ReleasedFile) => RuleRelease {
  const findings = findingsOfReleased(state.requireWorkspace());
  return (file) => ({
    id: file.releaseId,
    purpose: state.findPurpose(file.purpose ?? '')?.id ?? file.purpose ?? '',
    kind: file.kind,
    entry: file.entry.seq,
    checks: (findings(file) ?? []).map((finding) => ({ id: finding.id, state: stateOf(finding) })),
  });
}

/** For which purposes consent of a dataset's people was read into the ledger, and by which column. */
const consentLinks = ({ catalog }: Pick<Workspace, 'catalog'>, dataset: string): RuleDataset['consentLedger'] =>
  catalog.consent
    .batches()
    .filter(({ datasetId }) => datasetId === dataset)
    .flatMap(({ purposes, keyColumn }) => purposes.map((purpose) => ({ purpose, column: keyColumn })));

/** What rules of retention are about in a dataset, by what its columns hold. */
function retentionOf(workspace: Workspace, dataset: string, today: string): RuleRetention {
  const bindings = bindingsOf(workspace, dataset, rulesOf(workspace, today));
  return {
    ofRows: bindings.some(({ column }) => column === ''),
    columns: [...new Set(bindings.flatMap(({ column }) => (column === '' ? [] : [column])))],
    decided: bindings.every(({ rule }) => rule.duration !== null),
  };
}

/**
 * Register, datasets and releases of the open workspace as rules of law look at them: no row of any dataset is read.
 * @param register of this moment, where it was read already
 */
export function ruleViewOf(state: EngineSession, register?: RegisterSnapshot): RuleView {
  const workspace = state.requireWorkspace();
  const policy = workspace.summary().policy;
  const asRule = ruleReleases(state);
  const files = releasedFiles(workspace);
  const ofDatasets = new Set<ReleasedFile>();
  const unreadable = unreadableDatasets(workspace);
  const isWhole = ({ id }: { id: string }): boolean => !unreadable.some((dataset) => dataset.id === id);
  const datasets = workspace.catalog.datasets
    .list()
    .filter(isWhole)
    .map(({ id, rows, sha256 }): RuleDataset => {
      const named = namedDataset(state, id);
      const made = madeOf(files, { id, sha256, earlier: named.earlier });
      for (const file of made) ofDatasets.add(file);
      const { classification, decisions } = state.datasetRecord(id);
      const decided = new Map(decisions.map((decision) => [decision.column, decision]));
      return {
        ...named,
        rows,
        columns: classification.columns.map((suggestion) => {
          const finding = effectiveFinding(suggestion, decided.get(suggestion.name) ?? null, policy);
          return {
            name: finding.name,
            type: finding.type,
            flags: finding.flags,
            pointsAtPeople: couldBeKnown(finding) || finding.flags.includes('online_identifier'),
            decided: decided.has(finding.name),
            notJudged: observeColumn(finding).notJudged,
          };
        }),
        consentLedger: consentLinks(workspace, id),
        retention: retentionOf(workspace, id, state.today()),
        releases: made.map(asRule),
      };
    });
  return {
    snapshot: register ?? registerSnapshot(workspace, { now: state.now() }),
    datasets,
    otherReleases: files.filter((file) => !ofDatasets.has(file)).map(asRule),
    unreadableDatasets: unreadable,
    today: state.today(),
  };
}
