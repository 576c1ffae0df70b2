import type { RecordSummary } from '#shared/contract/records.ts';
import type { RecordFacets } from '#shared/domain/record-view.ts';

/** Who looks, and when (YYYY-MM-DD): what *mine* and *overdue* are judged by. */
export interface Looking {
  operator: string;
  today: string;
}

/** Whether it was to be looked at again by now. */
export const isOverdue = ({ nextReviewOn, state }: RecordSummary, today: string): boolean =>
  state !== 'retired' && nextReviewOn !== null && nextReviewOn < today;

/** Whether a record is one of those that a list is narrowed to. */
export function fitsFacets(record: RecordSummary, facets: RecordFacets, { operator, today }: Looking): boolean {
  const { state, role, basis, special, country, overdue, mine } = facets;
  return (
    (state === null || record.state === state || record.beside.some((version) => version.state === state)) &&
    (role === null || record.role === role) &&
    (basis === null || record.bases.includes(basis)) &&
    (special === null || (special === 'any' ? record.special.length > 0 : record.special.includes(special))) &&
    (country === null || record.countries.includes(country)) &&
    (!overdue || isOverdue(record, today)) &&
    (!mine || record.people.includes(operator))
  );
}

/** What the records of a list give to choose from; a facet of which there is nothing is not offered. */
export const facetChoices = (
  records: readonly RecordSummary[],
): Record<'role' | 'basis' | 'special' | 'country', string[]> => {
  const each = (of: (record: RecordSummary) => readonly string[]): string[] =>
    [...new Set(records.flatMap(of))].toSorted((a, b) => a.localeCompare(b, 'en'));
  return {
    role: each(({ role }) => (role === null ? [] : [role])),
    basis: each(({ bases }) => bases),
    special: each(({ special }) => special),
    country: each(({ countries }) => countries),
  };
};
