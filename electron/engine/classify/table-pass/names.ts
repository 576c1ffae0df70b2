import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, silent, support, type ColumnState } from '../hypothesis.ts';

const nameWord = /^\p{L}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]+){0,2}$/u;
const shareOf = (column: ColumnState, type: SemanticTypeId): number => column.hypotheses.get(type)?.share ?? 0;

const full = (column: ColumnState): number => shareOf(column, 'full_name');
const mostlyPlaces = 0.6;

/** Words that could be surnames: varied, short, letters only. */
const looksLikeNames = (column: ColumnState): boolean => {
  const { facts } = column;
  return (
    facts.kinds.has('text') &&
    facts.meanWords < 1.8 &&
    facts.values.length >= 4 &&
    facts.uniqueness > 0.1 &&
    facts.values.slice(0, 200).filter((value) => nameWord.test(value)).length >=
      0.85 * Math.min(200, facts.values.length)
  );
};

/** `ime`, `nome`: what has a name is not always a person. */
function placesWithNames(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    const places = shareOf(column, 'city');
    const persons = Math.max(shareOf(column, 'first_name'), shareOf(column, 'last_name'), full(column));
    if (
      leads(column, 'first_name', 'last_name', 'full_name') &&
      column.facts.header.tokens.length === 1 &&
      places >= mostlyPlaces &&
      persons < 0.5 * places
    )
      support(column, 'city', (best(column)?.score ?? 0) + 0.1, {
        kind: 'values',
        detail: evidenceText.table.placeNames,
      });
  }
}

/** First and last names stand beside each other; a "name" whose values are several words is a full name. */
export function nameRules(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    if (
      leads(column, 'last_name', 'first_name') &&
      full(column) >= 0.55 &&
      column.facts.meanWords >= 1.8 &&
      shareOf(column, 'first_name') < 0.5
    )
      support(column, 'full_name', 1, { kind: 'values', detail: evidenceText.table.firstAndLastNames });
  }
  placesWithNames(columns);
  for (const column of columns) {
    // `host` is a computer or the person who receives the guests.
    if (leads(column, 'host_name') && shareOf(column, 'first_name') >= 0.5 && column.facts.values.length >= 4)
      support(column, 'first_name', 1.2, { kind: 'values', detail: evidenceText.table.hostsHaveFirstNames });
  }
  if (columns.some((column) => leads(column, 'first_name')) && columns.some((column) => leads(column, 'last_name')))
    for (const column of columns) {
      const { tokens } = column.facts.header;
      if (
        tokens.length === 1 &&
        tokens[0] === 'name' &&
        column.facts.kinds.has('text') &&
        column.facts.meanWords >= 1.5 &&
        column.facts.meanWords <= 4 &&
        !leads(column, 'full_name')
      )
        support(column, 'full_name', Math.max(0.8, (best(column)?.score ?? 0) + 0.1), {
          kind: 'table',
          detail: evidenceText.table.nameBesideParts,
        });
    }
  for (const [at, column] of columns.entries()) {
    const next = columns[at + 1];
    if (
      !next ||
      !column.facts.header.mute ||
      !next.facts.header.mute ||
      !leads(column, 'first_name') ||
      !leads(next, 'first_name')
    )
      continue;
    // Many surnames are first names too (Martin, Silva): of two neighbours the one with fewer first names holds the
    // surnames.
    const surnames = shareOf(column, 'first_name') < shareOf(next, 'first_name') ? column : next;
    support(surnames, 'last_name', (best(surnames)?.score ?? 0) + 0.1, {
      kind: 'neighbour',
      detail: evidenceText.table.besideMoreFirstNames,
    });
  }
  const first = columns.findIndex((column) => leads(column, 'first_name'));
  if (first < 0 || columns.some((column) => leads(column, 'last_name'))) return;
  for (const at of [first + 1, first - 1, first + 2]) {
    const column = columns[at];
    if (
      !column ||
      !silent(column) ||
      !looksLikeNames(column) ||
      leads(
        column,
        'country',
        'state_region',
        'gender',
        'nationality',
        'job_title',
        'company_name',
        'email_address',
        'middle_name',
      )
    )
      continue;
    support(column, 'last_name', 0.9, { kind: 'neighbour', detail: evidenceText.table.besideFirstNames });
    return;
  }
}
