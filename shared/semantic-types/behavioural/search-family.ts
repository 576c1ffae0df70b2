import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

/** What people looked for, in their own words: known by their headers. */
export const searchFamily = headerTypes([
  {
    id: 'search_term',
    freeText: 'always',
    label: 'Search words',
    class: 'non_pii',
    category: 'behavioral',
    flags: [],
    accepts: kinds.words,
    tracking: { tracks: 'what a person searched for', reveals: 'interest' },
    headers: ['search_term', 'Suchbegriff', 'terme de recherche', 'zoekterm', 'término de búsqueda'],
    source: 'taxonomy 6e; mission D7',
  },
]);
