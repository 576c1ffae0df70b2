import { couldBeKnown } from '#shared/domain/could-be-known.ts';
import { stateOf } from '#shared/domain/guardrail.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { RegisterSnapshot } from '#shared/register/register-snapshot.ts';
import { observeColumn } from '#shared/register/observed/observe-column.ts';
import type { RuleDataset, RuleRetention, RuleView } from '#shared/register/rules/rule-view.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { bindingsOf, rulesOf } from '../retention/bindings-of.ts';
import { namedDataset } from './named-dataset.ts';

interface KindOfRelease {
  kind: ReleaseKind;
  entry: number;
}

/** What was asked for at each release, by its id, as the log has it. */
const releaseKinds = ({ catalog }: Pick<Workspace, 'catalog'>): Map<string, KindOfRelease> =>
  new Map(
    catalog
      .entriesOf('release.written')
      .map(({ payload: { releaseId, release }, subjectRef, seq }) => [
        releaseId ?? subjectRef,
        { kind: release, entry: seq },
      ]),
  );

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
  const kinds = releaseKinds(workspace);
  const releases = workspace.catalog.releases.list();
  const unreadable = unreadableDatasets(workspace);
  const isWhole = ({ id }: { id: string }): boolean => !unreadable.some((dataset) => dataset.id === id);
  const datasets = workspace.catalog.datasets
    .list()
    .filter(isWhole)
    .map(({ id, rows }): RuleDataset => {
      const { classification, decisions } = state.datasetRecord(id);
      const decided = new Map(decisions.map((decision) => [decision.column, decision]));
      return {
        ...namedDataset(state, id),
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
        releases: releases
          .filter(({ datasetId }) => datasetId === id)
          .map(({ id: releaseId, purpose, findings, registerEntry }) => ({
            id: releaseId,
            purpose: state.findPurpose(purpose)?.id ?? purpose,
            kind: kinds.get(releaseId)?.kind ?? 'pseudonymised',
            entry: kinds.get(releaseId)?.entry ?? registerEntry,
            checks: findings.map((finding) => ({ id: finding.id, state: stateOf(finding) })),
          })),
      };
    });
  return {
    snapshot: register ?? registerSnapshot(workspace, { now: state.now() }),
    datasets,
    unreadableDatasets: unreadable,
    today: state.today(),
  };
}
