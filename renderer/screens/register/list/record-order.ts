import type { RecordSummary } from '#shared/contract/records.ts';
import { isAnswered } from '#shared/register/minimum.ts';

/** What a record still needs: cells of the legal minimum without an answer, else fields that the law asks for. */
export const openOf = ({ minimum, missing }: RecordSummary): number =>
  minimum === null ? missing.length : minimum.cells.filter((cell) => !isAnswered(cell)).length;

/** How far a record is from being used, worst first: unreadable, being written, in review, approved, retired. */
const standing = ({ unreadable, state }: RecordSummary): number =>
  unreadable ? 0 : { returned: 1, draft: 2, 'in-review': 3, approved: 4, retired: 6 }[state];

/** Those that need most first: what cannot be read, then by open cells, then by how far they are; retired ones last. */
export const worstFirst = (records: readonly RecordSummary[]): RecordSummary[] =>
  records.toSorted(
    (a, b) =>
      Number(a.state === 'retired') - Number(b.state === 'retired') ||
      Number(b.unreadable) - Number(a.unreadable) ||
      openOf(b) - openOf(a) ||
      standing(a) - standing(b) ||
      a.ref.localeCompare(b.ref, 'en', { numeric: true }),
  );
