import { longPattern } from '#shared/domain/long-pattern.ts';
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

/** What organisations are called by, as whole words or as the end of one. */
const organisation = longPattern('iu')`
  (?:
    universit\p{L}*|hochschule|\p{L}*institut\p{L}*|colleg[eio]\p{L}*|\p{L}*akademi\p{L}*|academy|faculty|fakult\p{L}*|
    school|ecole|école|escuela|escola|scuola|schule|hospital\p{L}*|\p{L}*klini[kc]\p{L}*|ministr?y?\p{L}*|bundes\p{L}+|
    stiftung|foundation|fundaci\p{L}*|fondation|association|verein|verband|gmbh|ag|inc|ltd|llc|corp\p{L}*|s\.?a\.?|
    s\.?r\.?l|sarl|bv|oy|ab|bank|museum|council|agency|centre|center|zentrum|uniwersytet|politechnika|univerzit\p{L}*|
    üniversitesi|yliopisto|egyetem|universitet\p{L}*|университет|институт|大学|会社|公司|학교|대학교
  )(?!\p{L})
`;
const someOrganisations = 0.3;

/** `e_name`, `Name`: hardly a person's, and many of an organisation. */
function organisationsWithNames(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    const name = column.hypotheses.get('full_name');
    const { values } = column.facts;
    if (!name?.vetoed || name.header === 0 || (best(column)?.score ?? 0) >= 0.5 || values.length < 4) continue;
    if (values.filter((value) => organisation.test(value)).length < someOrganisations * values.length) continue;
    support(column, 'company_name', Math.max(0.6, (best(column)?.score ?? 0) + 0.2), {
      kind: 'values',
      detail: evidenceText.table.organisations,
    });
  }
}

/** `first` beside `last`: two given names in one cell are no whole name where the surname has a column of its own. */
function partsBesideParts(columns: readonly ColumnState[]): void {
  for (const [type, other] of [
    ['first_name', 'last_name'],
    ['last_name', 'first_name'],
  ] as const)
    for (const column of columns)
      if (
        leads(column, 'full_name') &&
        (column.hypotheses.get('full_name')?.header ?? 0) === 0 &&
        (column.hypotheses.get(type)?.header ?? 0) > 0 &&
        [-2, -1, 1, 2].some((step) => {
          const beside = columns[column.facts.at + step];
          return beside !== undefined && leads(beside, other);
        })
      )
        support(column, type, (best(column)?.score ?? 0) + 0.1, {
          kind: 'neighbour',
          detail: evidenceText.table.partBesidePart,
        });
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
  partsBesideParts(columns);
  organisationsWithNames(columns);
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
