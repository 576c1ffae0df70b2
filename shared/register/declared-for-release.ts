import type { DeclaredBasis, DeclaredForRelease } from '#shared/domain/declared-use.ts';
import { valueOf } from './answer.ts';
import { statedItems, statedValue, type NamedDataset } from './compare/declared.ts';
import { declaredPeriods } from './declared-periods.ts';
import { declaredPurposes } from './declared-uses.ts';
import { heldRecords } from './held-records.ts';
import { decidedNeeds } from './minimisation/necessity-matrix.ts';
import { useOfColumns, type UseAsked } from './purpose-limitation/use-of-columns.ts';
import type { RecordVersion, RegisterSnapshot } from './register-snapshot.ts';
import { restrictingKinds, unreadableRecords } from './unreadable-records.ts';
import { validNotices } from './valid-notices.ts';

function weighingOf(snapshot: RegisterSnapshot, { id, body }: RecordVersion<'purpose'>): DeclaredBasis['weighing'] {
  if (valueOf(body.basis) !== 'legitimate-interests') return 'not-needed';
  const assessment = heldRecords(snapshot, 'legitimate-interests').find((one) => valueOf(one.body.purpose) === id);
  const outcome = assessment === undefined ? undefined : statedValue(assessment, assessment.body.outcome);
  if (outcome === 'people-prevail') return outcome;
  return outcome === 'interest-prevails' ? 'weighed' : 'not-weighed';
}

const says = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Of several records about one purpose of the program the one that is approved, else the first. */
function purposeRecord(snapshot: RegisterSnapshot, purpose: string): RecordVersion<'purpose'> | undefined {
  const about = declaredPurposes(snapshot, purpose);
  return about.find(({ state }) => state === 'approved') ?? about[0];
}

/**
 * What the register says of a release before a row of it is read.
 * @param day YYYY-MM-DD on which notices must be valid
 */
export function declaredForRelease(
  snapshot: RegisterSnapshot,
  asked: Omit<UseAsked, 'dataset'> & { dataset: NamedDataset | null },
  day: string,
): Omit<DeclaredForRelease, 'audits' | 'quality'> {
  const { dataset, purpose } = asked;
  const record = purpose === null ? undefined : purposeRecord(snapshot, purpose);
  return {
    basis:
      record === undefined
        ? null
        : {
            ref: record.ref,
            basis: statedValue(record, record.body.basis) ?? null,
            justified: statedValue(record, record.body.justification) !== undefined,
            specialCondition: statedItems(record, record.body.art9Conditions).length > 0,
            criminalAuthority: statedValue(record, record.body.art10Authority) !== undefined,
            weighing: weighingOf(snapshot, record),
            notice: validNotices(snapshot, record.id, day).length > 0,
          },
    // A file that was not brought in has no dataset that anything could be declared of.
    use: dataset === null ? { state: 'not-declared' } : useOfColumns(snapshot, { ...asked, dataset }),
    need:
      dataset === null || purpose === null
        ? { needed: [], notNeeded: [] }
        : decidedNeeds(snapshot, dataset, { purpose, columns: asked.columns }),
    benefit: record !== undefined && says(statedValue(record, record.body.benefit)) ? record.ref : null,
    periods: record === undefined ? [] : declaredPeriods(snapshot, record.id, dataset),
    unreadable: unreadableRecords(snapshot, restrictingKinds).map(({ ref }) => ref),
  };
}
