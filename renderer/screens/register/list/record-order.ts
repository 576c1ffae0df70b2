import type { RecordSummary } from '#shared/contract/records.ts';
import type { Comparison } from '#shared/register/compare/difference.ts';
import { isAnswered } from '#shared/register/minimum.ts';

/** What a record still needs: cells of the legal minimum without an answer, else fields that the law asks for. */
export const openOf = ({ minimum, missing }: RecordSummary): number =>
  minimum === null ? missing.length : minimum.cells.filter((cell) => !isAnswered(cell)).length;

/** How far a record is from being used, worst first: unreadable, being written, in review, approved, retired. */
const standing = ({ unreadable, state }: RecordSummary): number =>
  unreadable ? 0 : { returned: 1, draft: 2, 'in-review': 3, approved: 4, retired: 6 }[state];

/**
 * Those that need most first: what cannot be read, then by what the data show and they do not say, by open cells, and by
 * how far they are; retired ones last.
 * @param differs how many differences are settled in a record; none where nobody compared
 */
export const worstFirst = (
  records: readonly RecordSummary[],
  differs: (record: RecordSummary) => number = () => 0,
): RecordSummary[] =>
  records.toSorted(
    (a, b) =>
      Number(a.state === 'retired') - Number(b.state === 'retired') ||
      Number(b.unreadable) - Number(a.unreadable) ||
      differs(b) - differs(a) ||
      openOf(b) - openOf(a) ||
      standing(a) - standing(b) ||
      a.ref.localeCompare(b.ref, 'en', { numeric: true }),
  );

/** How many differences between data and register are settled in one record. */
export const differencesOf = (comparison: Comparison | undefined, { kind, id }: RecordSummary): number =>
  comparison?.differences.filter(({ place }) => place?.kind === kind && place.id === id).length ?? 0;
