import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { means, statedItems } from '../compare/declared.ts';
import { heldRecord, heldRecords } from '../held-records.ts';
import type { NecessityMatrix } from '../minimisation/necessity-matrix.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import type { RuleEvidence } from '../rules/rule.ts';
import type { RuleDataset, RuleView } from '../rules/rule-view.ts';

/** How a dataset came, and what was measured of it then. */
export interface ImportFacts {
  /** The entry of its import in the log. */
  entry: number | null;
  /** YYYY-MM-DD. */
  importedOn: string;
  fileName: string;
  /** Of the file that came in. */
  sha256: string;
  /** How people were told, as whoever imported it said; empty where nobody did. */
  informedHow: string;
  /** Columns that leave the largest share of rows alone with their values, and that share, 0–1. */
  alone: { columns: readonly string[]; share: number } | null;
}

/** What was measured on the written file of a release; null: its entry does not tell. */
export interface ReleaseFacts {
  purposeTitle: string;
  label: ReleaseLabel | null;
  rows: number | null;
  k: number | null;
  /** Share of written rows equal to exactly one row of the source, 0–1. */
  relinkable: number | null;
}

/** What an assessment of one activity looks at. */
export interface ImpactView extends RuleView {
  activity: RecordVersion<'activity'>;
  policy: PolicyInForce;
  /** By dataset. */
  imports: ReadonlyMap<string, ImportFacts>;
  /** By release. */
  measured: ReadonlyMap<string, ReleaseFacts>;
  /** Which of the activity's purposes needs which column, by dataset. */
  necessity: ReadonlyMap<string, NecessityMatrix>;
}

/** What an answer rests on, with the entry of the log where that is known: of a dataset, that of its import. */
export type Behind = RuleEvidence & { entry: number | null };

/** The things behind an answer, each once. */
export function behind({ imports }: ImpactView, proofs: readonly RuleEvidence[]): Behind[] {
  const found = new Map<string, Behind>();
  for (const proof of proofs) {
    const entry = proof.of === 'columns' ? (imports.get(proof.dataset)?.entry ?? null) : proof.entry;
    const key = proof.of === 'columns' ? proof.dataset : proof.id;
    const before = found.get(`${proof.of} ${key}`);
    // Of a dataset the columns that show it are told, where any do.
    if (before === undefined || (before.of === 'columns' && before.columns.length === 0))
      found.set(`${proof.of} ${key}`, { ...proof, entry });
  }
  return [...found.values()];
}

/** What an activity calls its datasets. */
export const datasetWordsOf = ({ activity: { body } }: ImpactView): string[] => [
  ...valuesOf(body.datasets),
  ...valuesOf(body.dataItems).flatMap(({ dataset }) => dataset ?? []),
];

/** The datasets that an activity names and that can be read, by what people say and what the log proposes: to be screened is no burden. */
export const datasetsOf = (view: ImpactView): RuleDataset[] => {
  const named = datasetWordsOf(view);
  return view.datasets.filter((dataset) => named.some((word) => means(dataset, word)));
};

/** Each file once, however often it was imported. */
export function differentFiles({ imports }: ImpactView, datasets: readonly RuleDataset[]): RuleDataset[] {
  const byFile = new Map<string, RuleDataset>();
  for (const dataset of datasets) {
    const file = imports.get(dataset.id)?.sha256 ?? dataset.id;
    if (!byFile.has(file)) byFile.set(file, dataset);
  }
  return [...byFile.values()];
}

/** The purposes that an activity serves. */
export const purposesOf = ({ snapshot, activity }: ImpactView): RecordVersion<'purpose'>[] =>
  valuesOf(activity.body.purposes).flatMap((id) => heldRecord(snapshot, 'purpose', id) ?? []);

/** The recipients that an activity names. */
export const recipientsOf = ({ snapshot, activity }: ImpactView): RecordVersion<'recipient'>[] =>
  valuesOf(activity.body.recipients).flatMap((id) => heldRecord(snapshot, 'recipient', id) ?? []);

/** Tests of a further purpose of the activity's datasets. */
export const furtherUsesOf = (view: ImpactView): RecordVersion<'compatibility'>[] =>
  heldRecords(view.snapshot, 'compatibility').filter(({ body }) =>
    datasetsOf(view).some((dataset) => means(dataset, valueOf(body.dataset))),
  );

/** The most people that the activity's scale or its datasets speak of; null where neither tells. */
export function peopleOf(view: ImpactView): number | null {
  const stated = statedItems(view.activity, view.activity.body.scale).flatMap(({ people }) => people ?? []);
  const counts = [...stated, ...datasetsOf(view).map(({ rows }) => rows)];
  return counts.length === 0 ? null : Math.max(...counts);
}
