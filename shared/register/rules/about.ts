import { because } from '#shared/domain/reason.ts';
import { valueOf } from '../answer.ts';
import { declaredUses } from '../declared-uses.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import { atField, columnEvidence, recordEvidence, type RuleFound } from './rule.ts';
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

/** Of each dataset the columns of which nothing tells what they hold. */
export const notLookedAt = ({ datasets }: Pick<RuleView, 'datasets'>): RuleFound<Reason<'not-looked-at'>>[] =>
  datasets.flatMap((dataset) => {
    const columns = dataset.columns.filter(({ notJudged }) => notJudged !== null).map(({ name }) => name);
    return columns.length === 0 ? [] : [toClassify(dataset, columns, 'not-looked-at')];
  });

/** Of each dataset the columns that show such data and were declared to be for no purpose. */
export const forNothing = (
  { snapshot, datasets }: RuleView,
  shows: (column: RuleColumn) => boolean,
): RuleFound<Reason<'for-nothing'>>[] =>
  datasets.flatMap((dataset) => {
    const uses = declaredUses(snapshot, dataset);
    const columns = dataset.columns
      .filter(
        (column) => shows(column) && !uses.some((use) => use.columns === null || use.columns.includes(column.name)),
      )
      .map(({ name }) => name);
    return columns.length === 0 ? [] : [toClassify(dataset, columns, 'for-nothing')];
  });

type Reason<Code extends string> = { code: Code; values: { dataset: string } };

const toClassify = <Code extends string>(
  dataset: RuleDataset,
  columns: string[],
  code: Code,
): RuleFound<Reason<Code>> => ({
  about: ofDataset(dataset),
  columns,
  state: 'not-stated',
  proofs: [columnEvidence(dataset, columns)],
  place: { at: 'dataset', dataset: dataset.id, screen: 'classify' },
  reason: because(code, { dataset: dataset.name }),
});

/** A purpose of which nobody stated on what it rests: whether a rule about one basis applies is not known. */
export const basisUnknown = (
  purpose: RecordVersion<'purpose'>,
): RuleFound<{ code: 'basis-unknown'; values: { purpose: string } }> => ({
  about: ofPurpose(purpose),
  columns: [],
  state: 'not-stated',
  proofs: [recordEvidence(purpose)],
  place: atField(purpose, 'basis'),
  reason: because('basis-unknown', { purpose: ofPurpose(purpose).name }),
});
