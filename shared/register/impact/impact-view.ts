import type { PolicyInForce } from '#shared/policy/index.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { means, statedItems } from '../compare/declared.ts';
import { heldRecord, heldRecords } from '../held-records.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import type { RuleDataset, RuleView } from '../rules/rule-view.ts';

/** What an assessment of one activity looks at. */
export interface ImpactView extends RuleView {
  activity: RecordVersion<'activity'>;
  policy: PolicyInForce;
}

/** The datasets that an activity names, by what people say and what the log proposes: to be screened is no burden. */
export const datasetsOf = ({ activity, datasets }: ImpactView): RuleDataset[] => {
  const named = [
    ...valuesOf(activity.body.datasets),
    ...valuesOf(activity.body.dataItems).flatMap(({ dataset }) => dataset ?? []),
  ];
  return datasets.filter((dataset) => named.some((word) => means(dataset, word)));
};

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
