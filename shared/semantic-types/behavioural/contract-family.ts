import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'behavioral', flags: [], source: 'taxonomy 6e' } as const;

/** Contracts, services, interests: known by their headers. */
export const contractFamily = headerTypes([
  {
    ...shared,
    id: 'service_subscription',
    label: 'Service booked',
    accepts: ['category', 'boolean', 'text', 'integer'],
    headers: ['OnlineSecurity', 'Internetdienst', 'service internet', 'servicios contratados'],
  },
  {
    ...shared,
    id: 'financial_product',
    label: 'Financial product held',
    accepts: ['category', 'boolean', 'text', 'integer'],
    lookAlikes: ['loan_status'],
    headers: ['Securities Account', 'Kontoart', 'type de compte', 'tipo de cuenta'],
  },
  {
    ...shared,
    id: 'loan_purpose',
    label: 'Purpose of a loan',
    accepts: ['category', 'text', 'integer', 'code'],
    headers: ['Loan Purpose', 'Kreditzweck', 'objet du prêt', 'destino del crédito'],
  },
  {
    ...shared,
    id: 'vehicle_type',
    label: 'Kind of vehicle',
    accepts: kinds.any,
    headers: ['Vehicle Class', 'Fahrzeugtyp', 'type de véhicule', 'tipo de vehículo'],
  },
  {
    ...shared,
    id: 'interest_keyword_count',
    label: 'Counts of interest words',
    accepts: ['integer', 'decimal'],
    tracking: { tracks: 'how often an interest shows', reveals: 'interest' },
    headers: ['interest_score', 'Interessenwert', "score d'affinité", 'interessescore'],
  },
  {
    ...shared,
    id: 'ad_targeting_interest',
    label: 'Interest for targeting',
    accepts: kinds.any,
    tracking: { tracks: 'what a person looks for or likes', reveals: 'interest' },
    headers: ['interest', "centres d'intérêt", 'intereses', 'interessi'],
  },
]);
