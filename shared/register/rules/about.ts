import { valueOf } from '../answer.ts';
import { declaredUses } from '../declared-uses.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import type { RuleColumn, RuleDataset, RuleView } from './rule-view.ts';

/** What an answer about a purpose is about. */
export const ofPurpose = ({ id, ref, body }: RecordVersion<'purpose'>) => ({
  kind: 'purpose' as const,
  id,
  name: valueOf(body.title) ?? ref,
});
export const ofActivity = ({ id, ref, body }: RecordVersion<'activity'>) => ({
  kind: 'activity' as const,
  id,
  name: valueOf(body.name) ?? ref,
});
export const ofDataset = ({ id, name }: RuleDataset) => ({ kind: 'dataset' as const, id, name });

/** The columns of each dataset that were declared to be for a purpose. */
export const columnsFor = (
  { snapshot, datasets }: RuleView,
  purposeId: string,
): { dataset: RuleDataset; columns: readonly RuleColumn[] }[] =>
  datasets.flatMap((dataset) => {
    const uses = declaredUses(snapshot, dataset).filter(({ purpose }) => purpose === purposeId);
    const columns = dataset.columns.filter(({ name }) =>
      uses.some((use) => use.columns === null || use.columns.includes(name)),
    );
    return columns.length === 0 ? [] : [{ dataset, columns }];
  });
