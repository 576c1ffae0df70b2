import type { AnyBody } from '../any-body.ts';
import { means } from '../compare/declared.ts';
import type { RecordKind } from '../record-kinds/index.ts';
import { referencesOf } from '../references.ts';
import { unreadableRecords } from '../unreadable-records.ts';
import type { FieldPlace } from './answered-in.ts';
import type { TemplateFieldId } from './edpb-template.ts';
import { datasetWordsOf, type ImpactView } from './impact-view.ts';

/** Something that an activity names, or that may be about it, and that cannot be read: what it shows is not known. */
export interface Unread {
  kind: 'dataset' | RecordKind;
  /** Of a dataset its name, of a record its reference. */
  name: string;
}

/** Kinds of which the activity does not name the records: any that cannot be read may be about it or its data. */
const aboutIt = [
  'organisation',
  'binding',
  'compatibility',
  'notice',
  'screening',
  'assessment',
] as const satisfies readonly RecordKind[];
/** Kinds of which the activity names the records. */
const namedByIt = [
  'purpose',
  'recipient',
  'transfer',
  'retention',
  'measure',
  'system',
] as const satisfies readonly RecordKind[];

/** Everything that an assessment of the activity would look at and that cannot be read. */
export function unreadOf(view: ImpactView): Unread[] {
  const { activity, snapshot, datasets, unreadableDatasets } = view;
  const words = datasetWordsOf(view);
  const unseen = unreadableDatasets.map((dataset) => ({ ...dataset, fileName: dataset.name, earlier: [] }));
  // The file and earlier editions of what cannot be read are not known: a word that means nothing else may mean it.
  const lost = words.some((word) => ![...datasets, ...unseen].some((dataset) => means(dataset, word)));
  const named = new Set(referencesOf('activity', activity.body as AnyBody).map(({ to, id }) => `${to}/${id}`));
  const records = [
    ...unreadableRecords(snapshot, namedByIt).filter(({ kind, id }) => named.has(`${kind}/${id}`)),
    ...unreadableRecords(snapshot, aboutIt),
  ];
  return [
    ...unseen
      .filter((dataset) => lost || words.some((word) => means(dataset, word)))
      .map(({ name }): Unread => ({ kind: 'dataset', name })),
    ...records.map(({ kind, ref }): Unread => ({ kind, name: ref })),
  ];
}

/** The names of what of these kinds cannot be read. */
export const unreadNames = (unread: readonly Unread[], kinds: readonly Unread['kind'][]): string[] =>
  unread.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);

/**
 * What register and data fill each field of the template with, as far as it can lack. A field that the assessment
 * answers rests on that, too.
 */
const filledWith: Partial<Record<TemplateFieldId, readonly Unread['kind'][]>> = {
  controllers: ['organisation'],
  processors: ['recipient'],
  planning: ['dataset'],
  materials: ['dataset', 'purpose', 'recipient'],
  reasons: ['dataset', 'purpose', 'recipient', 'screening'],
  scope: ['dataset', 'purpose'],
  data: ['dataset'],
  'special-data': ['dataset'],
  purposes: ['purpose'],
  'further-uses': ['dataset', 'purpose', 'compatibility', 'binding'],
  nature: ['dataset', 'retention'],
  extent: ['dataset'],
  transfers: ['transfer'],
  phases: ['dataset', 'retention'],
  assets: ['dataset', 'system'],
  'legal-basis': ['purpose'],
  'special-condition': ['dataset', 'purpose'],
  minimisation: ['dataset', 'purpose', 'binding'],
  retention: ['retention'],
  'data-quality': ['dataset'],
  information: ['dataset', 'purpose', 'notice'],
  rights: ['purpose'],
  recipients: ['recipient'],
  'by-design': ['dataset', 'measure'],
  security: ['dataset', 'measure'],
  'design-risks': ['dataset', 'purpose', 'recipient'],
  'accident-risks': ['dataset', 'measure'],
  'inherent-risk': ['dataset'],
  'residual-risk': ['dataset'],
  'dpo-advice': ['screening'],
};

/** What would answer a field and cannot be read: until it can, the field is not whole. */
export const unreadFor = (
  unread: readonly Unread[],
  { id, place }: { id: TemplateFieldId; place: FieldPlace },
): string[] =>
  unreadNames(unread, [...(filledWith[id] ?? []), ...(place.kind === 'assessment' ? (['assessment'] as const) : [])]);
