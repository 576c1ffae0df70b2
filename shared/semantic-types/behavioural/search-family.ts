import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

/** What people looked for, in their own words: known by their headers. */
export const searchFamily = headerTypes([
  {
    id: 'search_term', freeText: 'always', label: 'Search words', class: 'non_pii', category: 'behavioral', flags: [],
    headerCues: { en: 'last search term, site search, search term, search terms, search query, search keyword, search keywords, site search keyword, search phrase, search string, searched for', de: 'suchbegriff, suchbegriffe, suchanfrage, suchwort', fr: 'terme de recherche, mot cle recherche, requete de recherche', es: 'termino de busqueda, termino buscado, palabra buscada', it: 'termine di ricerca, parola cercata', pt: 'termo de busca, termo de pesquisa', nl: 'zoekterm, zoekopdracht, zoekwoord', not: 'count number volume' },
    accepts: kinds.words, tracking: { tracks: 'what a person searched for', reveals: 'interest' },
    headers: ['search_term', 'Suchbegriff', 'terme de recherche', 'zoekterm', 'término de búsqueda'], source: 'taxonomy 6e; mission D7',
  },
]);
