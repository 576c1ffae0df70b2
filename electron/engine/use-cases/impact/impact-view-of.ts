import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import { valueOf } from '#shared/register/answer.ts';
import {
  datasetsOf,
  purposesOf,
  type ImpactView,
  type ImportFacts,
  type ReleaseFacts,
} from '#shared/register/impact/impact-view.ts';
import { necessityMatrix, type NecessityMatrix } from '#shared/register/minimisation/necessity-matrix.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import type { RuleView } from '#shared/register/rules/rule-view.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import { isNeeded, whyNeeded } from '#engine/recommend/needed.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { ruleViewOf } from '../lawfulness/rule-view-of.ts';
import { byRelease, releasedFiles, type ReleasedFile } from '../releases/released-files.ts';

/** Of the datasets that can be read. */
function importFacts(state: EngineSession, { datasets }: RuleView): Map<string, ImportFacts> {
  const workspace = state.requireWorkspace();
  const entries = workspace.catalog.entriesOf(...arrivalKinds);
  const byDataset = new Map(entries.map(({ subjectRef, seq }) => [subjectRef, seq]));
  const readable = new Set(datasets.map(({ id }) => id));
  const summaries = workspace.catalog.datasets.list().filter(({ id }) => readable.has(id));
  return new Map(
    summaries.map(({ id, fileName, sha256, importedAt, informedHow }) => {
      const worst = state
        .datasetRecord(id)
        // That a number of its own makes a row unique says nothing; several facts that do say much.
        .classification.singlingOut.filter(({ columns }) => columns.length > 1)
        .toSorted((one, other) => other.uniqueShare - one.uniqueShare)[0];
      return [
        id,
        {
          entry: byDataset.get(id) ?? null,
          importedOn: importedAt.slice(0, 10),
          fileName,
          sha256,
          informedHow,
          alone: worst === undefined ? null : { columns: worst.columns, share: worst.uniqueShare },
        },
      ];
    }),
  );
}

function releaseFacts(state: EngineSession): Map<string, ReleaseFacts> {
  return new Map(
    byRelease(releasedFiles(state.requireWorkspace())).map((files): [string, ReleaseFacts] => {
      const [{ releaseId, purpose, label, entry, rows }] = files as [ReleasedFile];
      const relinkable = entry.kind === 'release.written' ? entry.payload.relinkable : undefined;
      return [
        releaseId,
        {
          purposeTitle: state.findPurpose(purpose ?? '')?.title ?? purpose ?? '',
          label,
          // Of several tables it is that of people that says how many there are.
          rows,
          k: entry.payload.k ?? null,
          relinkable: relinkable === undefined ? null : Number(relinkable),
        },
      ];
    }),
  );
}

/** Which purposes of an activity need which columns of its datasets, by what people decided and the purposes list. */
function necessityFor(state: EngineSession, view: ImpactView): Map<string, NecessityMatrix> {
  const { policy } = state.requireWorkspace().summary();
  const purposes = purposesOf(view).flatMap(({ body }) => state.findPurpose(valueOf(body.preset) ?? '') ?? []);
  const byId = new Map(purposes.map((purpose) => [purpose.id, purpose]));
  return new Map(
    datasetsOf(view).map((dataset) => {
      const { classification, decisions } = state.datasetRecord(dataset.id);
      const decided = new Map(decisions.map((decision) => [decision.column, decision]));
      const findings = new Map(
        classification.columns.map((suggestion) => [
          suggestion.name,
          effectiveFinding(suggestion, decided.get(suggestion.name) ?? null, policy),
        ]),
      );
      const columns = dataset.columns.map(({ name }) => name);
      const matrix = necessityMatrix(view.snapshot, { ...dataset, columns }, [...byId.values()], (id, column) => {
        const [purpose, finding] = [byId.get(id)!, findings.get(column)];
        if (finding === undefined) return { need: 'open', why: '' };
        const why = whyNeeded(finding, purpose);
        if (why !== null) return { need: 'needed', why };
        return { need: isNeeded(finding, purpose) ? 'open' : 'not-needed', why: '' };
      });
      return [dataset.id, matrix];
    }),
  );
}

export interface ImpactViews extends RuleView {
  /** What an assessment of that activity looks at. */
  of(activity: RecordVersion<'activity'>): ImpactView;
}

/** Register, log and datasets of the open workspace as assessments look at them; no row of any dataset is read. */
export function impactViews(state: EngineSession): ImpactViews {
  const view = ruleViewOf(state);
  const shared = {
    ...view,
    policy: state.policyOn(view.today),
    imports: importFacts(state, view),
    measured: releaseFacts(state),
  };
  return {
    ...view,
    of: (activity) => {
      const one: ImpactView = { ...shared, activity, necessity: new Map() };
      return { ...one, necessity: necessityFor(state, one) };
    },
  };
}
