import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'engagement', flags: [], source: 'taxonomy 6d; W3C Customer Experience Digital Data (2013)' } as const;
const habits = (tracks: string) => ({ tracks, reveals: 'habits' as const });

/** What visitors of a site or app look at and where they come from: known by their headers. */
export const webFamily = headerTypes([
  { ...shared, id: 'page_title', label: 'Page title', accepts: kinds.words, tracking: { tracks: 'what a visitor reads', reveals: 'interest' }, headers: ['page_title', 'Seitentitel', 'titre de la page', 'paginatitel'] },
  { ...shared, id: 'page_view_count', label: 'Pages viewed', accepts: kinds.count, tracking: { tracks: 'how many pages a visitor views', reveals: 'intent' }, headers: ['PageViews', 'Seitenaufrufe', 'pages vues', 'páginas vistas'] },
  { ...shared, id: 'session_count', label: 'Visits', accepts: kinds.count, tracking: habits('how often a person comes back'), headers: ['Total Visits', 'Besuche', 'nombre de visites', 'número de visitas'] },
  { ...shared, id: 'bounce_rate', label: 'Bounce or exit rate', accepts: kinds.count, headers: ['BounceRates', 'Absprungrate', 'taux de rebond', 'bouncepercentage'] },
  { ...shared, id: 'page_value', label: 'Page value', accepts: kinds.number, headers: ['PageValues', 'Seitenwert', 'valeur de la page', 'paginawaarde'] },
  { ...shared, id: 'scroll_depth', label: 'Scroll depth', accepts: kinds.count, tracking: habits('how far a page is read'), headers: ['scroll_depth', 'Scrolltiefe', 'profondeur de défilement', 'scrolldiepte'] },
  { ...shared, id: 'event_name', category: 'behavioral', label: 'Event', accepts: ['category', 'text', 'code'], lookAlikes: ['engagement_event'], tracking: habits('single actions of a person'), headers: ['event_name', 'Ereignistyp', "nom de l'événement", 'gebeurtenis'] },
  { ...shared, id: 'engagement_event', label: 'Last action', accepts: ['category', 'text', 'code', 'boolean'], lookAlikes: ['event_name'], tracking: { tracks: 'what a person did last', reveals: 'intent' }, headers: ['Last Notable Activity', 'letzte Aktion', 'dernière action', 'laatste activiteit'] },
  { ...shared, id: 'referrer_url', label: 'Referrer', accepts: ['code', 'text', 'category'], lookAlikes: ['page_url', 'url'], tracking: { tracks: 'where a visitor came from', reveals: 'interest' }, headers: ['referrer', 'verweisende Seite', 'site référent', 'verwijzer'] },
  { ...shared, id: 'url_part', label: 'Part of an address', accepts: kinds.words, lookAlikes: ['page_url', 'domain_name'], headers: ['page_urlpath', 'URL-Pfad', 'chemin URL', 'url_query'] },
  { ...shared, id: 'traffic_source', label: 'Traffic source', accepts: ['category', 'text', 'integer', 'code'], lookAlikes: ['lead_source', 'utm_source'], tracking: { tracks: 'by which channel a person came', reveals: 'interest' }, headers: ['TrafficType', 'Zugriffsquelle', 'source de trafic', 'verkeersbron'] },
  { ...shared, id: 'utm_source', label: 'UTM source', accepts: kinds.words, lookAlikes: ['traffic_source'], tracking: { tracks: 'which campaign brought a person', reveals: 'interest' }, headers: ['utm_source', 'Kampagnenquelle', 'source de campagne', 'campagnebron'] },
  { ...shared, id: 'utm_medium', label: 'UTM medium', accepts: kinds.words, lookAlikes: ['traffic_source', 'utm_source'], headers: ['utm_medium', 'Kampagnenmedium', 'support de campagne', 'campagnemedium'] },
  { ...shared, id: 'visitor_type', label: 'New or returning', accepts: ['category', 'boolean', 'text'], headers: ['VisitorType', 'Besuchertyp', 'type de visiteur', 'bezoekerstype'] },
  { ...shared, id: 'contact_channel', label: 'Contact channel', accepts: ['category', 'text', 'integer'], tracking: habits('how a person is reached'), headers: ['contact_channel', 'Kontaktkanal', 'canal de contact', 'voorkeurskanaal'] },
]);
