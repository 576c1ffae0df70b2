import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'engagement', flags: [], source: 'taxonomy 6d; IAB measurement guidelines (2014)' } as const;
const reach = (tracks: string) => ({ tracks, reveals: 'reach' as const });

/** Advertisements shown, clicked, paid and what came of them: known by their headers. */
export const adFamily = headerTypes([
  { ...shared, id: 'ad_impressions', label: 'Ad impressions', accepts: kinds.count, tracking: reach('how often an advertisement was shown'), headers: ['ad_impressions', 'Werbeeinblendungen', 'impressions publicitaires', 'advertentieweergaven'] },
  { ...shared, id: 'impressions', label: 'Impressions', accepts: kinds.count, lookAlikes: ['ad_impressions'], tracking: reach('how often content was shown'), headers: ['Impressions', 'Reichweite', 'impresiones', 'weergaven'] },
  { ...shared, id: 'ad_clicks', label: 'Ad clicks', accepts: ['integer', 'decimal', 'category', 'boolean'], tracking: { tracks: 'clicks on advertisements and links', reveals: 'interest' }, headers: ['clicks', 'Klicks', 'clics', 'cliques'] },
  { ...shared, id: 'ad_spend', label: 'Ad spend', accepts: kinds.number, tracking: reach('what an advertisement cost'), headers: ['Ad Spend', 'Werbekosten', 'coût par clic', 'advertentiekosten'] },
  { ...shared, id: 'ad_id', label: 'Ad', accepts: kinds.identifier, headers: ['ad_id', 'Anzeigengruppe', "groupe d'annonces", 'advertentiegroep'] },
  { ...shared, id: 'ad_exposure', label: 'Advertisement shown', accepts: kinds.any, tracking: { tracks: 'which advertisements a person was shown', reveals: 'interest' }, headers: ['ad_shown', 'gezeigte Werbung', 'publicité vue', 'anuncio visto'] },
  { ...shared, id: 'campaign_id', label: 'Campaign number', accepts: kinds.identifier, lookAlikes: ['campaign_name'], headers: ['campaign_id', 'Kampagnen-ID', 'id campagne', 'id da campanha'] },
  { ...shared, id: 'campaign_name', label: 'Campaign', accepts: kinds.words, lookAlikes: ['campaign_id'], headers: ['Campaign Name', 'Kampagne', 'nom de la campagne', 'utm_campaign'] },
  { ...shared, id: 'campaign_contact_count', label: 'Contacts during campaigns', accepts: ['integer', 'category'], range: [0, 1000], headers: ['number of contacts', 'Anzahl Kontakte', 'nombre de contacts', 'aantal contacten'] },
  { ...shared, id: 'campaign_response', label: 'Response to a campaign', accepts: ['boolean', 'category', 'integer', 'text'], tracking: { tracks: 'whether a person answered an offer', reveals: 'intent' }, headers: ['Campaign Response', 'Kampagnenreaktion', 'réponse à la campagne', 'campagnereactie'] },
  { ...shared, id: 'conversion_count', label: 'Conversions', accepts: kinds.count, tracking: reach('how often a goal was reached'), headers: ['Conversions', 'Ergebnisse', 'conversiones', 'conversies'] },
  { ...shared, id: 'conversion_flag', label: 'Converted', accepts: ['boolean', 'category'], tracking: { tracks: 'whether a person did what was hoped for', reveals: 'intent' }, headers: ['Converted', 'konvertiert', 'convertido', 'geconverteerd'] },
  { ...shared, id: 'conversion_rate', label: 'Conversion rate', accepts: kinds.number, headers: ['Conversion Rate', 'Konversionsrate', 'taux de conversion', 'tasa de conversión'] },
]);
