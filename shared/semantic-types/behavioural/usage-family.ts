import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'behavioral', flags: [], source: 'taxonomy 6e' } as const;
const habits = (tracks: string) => ({ tracks, reveals: 'habits' as const });

/** How people use a product and how long they stay: known by their headers. */
export const usageFamily = headerTypes([
  {
    ...shared,
    id: 'session_duration',
    label: 'Time on site',
    accepts: ['integer', 'decimal', 'text', 'code', 'category'],
    range: [0, 1e9],
    tracking: habits('how long a person stays'),
    headers: ['session_duration', 'Verweildauer', 'durée de session', 'tiempo en el sitio', 'sessieduur'],
  },
  {
    ...shared,
    id: 'usage_time',
    label: 'Time of use',
    accepts: ['integer', 'decimal', 'category', 'text'],
    lookAlikes: ['session_duration'],
    tracking: habits('how long a person uses a product'),
    headers: ['usage_time', 'Nutzungsdauer', "temps d'utilisation", 'tiempo de uso'],
  },
  {
    ...shared,
    id: 'usage_metric',
    label: 'Use of a product',
    accepts: kinds.count,
    tracking: habits('how much a person uses a product'),
    headers: ['app_usage_days', 'Datenverbrauch', 'jours actifs', 'días activos'],
  },
  {
    ...shared,
    id: 'interaction_count',
    label: 'Contacts',
    accepts: kinds.count,
    tracking: habits('how often a person is in touch'),
    headers: ['interactions', 'Anzahl Interaktionen', "nombre d'interactions", 'interacties'],
  },
  {
    ...shared,
    id: 'recency',
    label: 'Days since last visit',
    accepts: kinds.count,
    tracking: habits('how long ago a person was there'),
    headers: ['days_since_last_visit', 'Tage seit letztem Besuch', 'jours depuis la dernière visite', 'Recency'],
  },
  {
    ...shared,
    id: 'tenure',
    label: 'Time as a customer',
    accepts: kinds.count,
    range: [0, 5000],
    lookAlikes: ['years_experience'],
    tracking: habits('how long a person has been a customer'),
    headers: ['tenure', 'Kundendauer', 'ancienneté client', 'antigüedad del cliente'],
  },
  {
    ...shared,
    id: 'activity_flag',
    label: 'Active customer',
    accepts: ['boolean', 'category', 'text', 'integer'],
    headers: ['IsActiveMember', 'ist aktiv', 'client actif', 'está activo'],
  },
  {
    ...shared,
    id: 'churn_label',
    score: true,
    label: 'Churn',
    accepts: ['boolean', 'category', 'integer', 'decimal', 'text'],
    tracking: habits('whether a person left'),
    headers: ['Churn', 'Abwanderung', 'client perdu', 'abandono', 'Exited'],
  },
  {
    ...shared,
    id: 'signup_date',
    label: 'Sign-up date',
    flags: ['timestamp'],
    accepts: ['date', 'integer', 'decimal', 'text'],
    lookAlikes: ['date_event', 'timestamp', 'tenure'],
    tracking: habits('since when a person is known'),
    headers: ['signup_date', 'Anmeldedatum', "date d'inscription", 'fecha de alta', 'registratiedatum'],
  },
]);
