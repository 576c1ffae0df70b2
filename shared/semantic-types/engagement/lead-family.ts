import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'engagement', flags: [], source: 'taxonomy 6d' } as const;

/** How a possible customer stands with sales: known by their headers. */
export const leadFamily = headerTypes([
  {
    ...shared,
    id: 'lead_source',
    label: 'Lead source',
    accepts: ['category', 'text', 'boolean', 'code'],
    lookAlikes: ['traffic_source'],
    headers: ['Lead Source', 'Lead-Quelle', 'source du prospect', 'leadbron'],
  },
  {
    ...shared,
    id: 'lead_score',
    score: true,
    label: 'Lead score',
    accepts: kinds.any,
    headers: ['Lead Score', 'Leadpunkte', 'score du prospect', 'leadscore'],
  },
  {
    ...shared,
    id: 'lead_status',
    label: 'Lead status',
    accepts: ['category', 'text', 'integer'],
    headers: ['Lead Status', 'Lebenszyklusphase', 'statut du prospect', 'leadstatus'],
  },
  {
    ...shared,
    id: 'engagement_score',
    score: true,
    label: 'Engagement score',
    accepts: kinds.any,
    headers: ['engagement_score', 'Aktivitätsindex', "score d'engagement", 'betrokkenheidsscore'],
  },
]);
