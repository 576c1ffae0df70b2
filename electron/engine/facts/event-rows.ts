import { notAsked, notTold } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { personColumn } from '../privacy/person/person-column.ts';
import type { FactProvider } from './fact-provider.ts';

/** What a click, a page view or a visit is told by; orders and bookings are no clicks. */
const acts = typeSet(
  'event_name',
  'event_id',
  'engagement_event',
  'page_url',
  'page_title',
  'referrer_url',
  'session_id',
  'advertising_click_id',
  'scroll_depth',
  'search_term',
);

/** Counts the rows of people in what would be written act by act; an anonymised release is held to more than this. */
export const eventRowsProvider: FactProvider<FactValues['event-rows']> = {
  ask({ release, columns, outputs }) {
    if (release === 'anonymised') return notAsked;
    const seen = new Set(outputs.flatMap(({ treatment, sources }) => (treatment === 'redacted' ? [] : sources)));
    const leaving = columns.filter(({ finding }) => seen.has(finding.name));
    const told = leaving.filter(({ finding }) => acts.has(finding.type)).map(({ finding }) => finding.name);
    // Whoever gets rows in which nobody is named cannot put them together.
    const named = personColumn(leaving.map(({ finding }) => finding));
    const person = leaving.find(({ finding }) => finding.name === named);
    if (told.length === 0 || person === undefined) return notTold;
    return {
      state: 'asked',
      way: 'counts',
      columns: [{ sql: `hash(nullif(${person.sql}, ''))` }],
      count: (_, [name]) => ({
        aggregates: [`count(${name})`, `count(DISTINCT ${name})`],
        value: ([rows = 0, people = 0]) => ({ columns: told, rows, people }),
      }),
    };
  },
};
