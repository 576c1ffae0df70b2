import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'other', flags: [], source: 'taxonomy 6g' } as const;
const money: readonly ['integer', 'decimal', 'category', 'text', 'code'] = [
  'integer',
  'decimal',
  'category',
  'text',
  'code',
];

/** Companies, properties, places of business and free text that belongs to no family above: known by their headers. */
export const businessFamily = headerTypes([
  {
    ...shared,
    id: 'business_name',
    label: 'Name of a business',
    accepts: kinds.words,
    lookAlikes: ['company_name'],
    headers: ['Restaurant Name', 'Lieferant', 'nom du magasin', 'proveedor'],
  },
  {
    ...shared,
    id: 'industry_sector',
    label: 'Industry',
    accepts: kinds.words,
    headers: ['Industry', 'Branche', "secteur d'activité", 'ramo de atividade'],
  },
  {
    ...shared,
    id: 'company_size',
    label: 'Size of a company',
    accepts: kinds.any,
    headers: ['company_size', 'Mitarbeiterzahl', "taille de l'entreprise", 'número de empleados'],
  },
  {
    ...shared,
    id: 'company_type',
    label: 'Kind of company',
    accepts: ['category', 'text', 'integer', 'code'],
    headers: ['company_type', 'Rechtsform', 'forme juridique', 'forma jurídica'],
  },
  {
    ...shared,
    id: 'company_revenue',
    label: 'Revenue of a company',
    accepts: money,
    headers: ['annual_revenue', 'Jahresumsatz', "chiffre d'affaires", 'fatturato annuo'],
  },
  {
    ...shared,
    id: 'property_attribute',
    label: 'Attribute of a property',
    accepts: kinds.any,
    headers: ['bedrooms', 'Wohnfläche', 'surface habitable', 'metros cuadrados'],
  },
  {
    ...shared,
    id: 'delay_metric',
    label: 'Delay',
    accepts: ['integer', 'decimal', 'category', 'boolean', 'text'],
    headers: ['Arrival Delay', 'Verspätung', 'retard', 'tiempo de entrega'],
  },
  {
    ...shared,
    id: 'hiring_source',
    label: 'Recruitment source',
    accepts: ['category', 'text', 'integer'],
    headers: ['RecruitmentSource', 'Bewerbungsquelle', 'source de recrutement', 'wervingsbron'],
  },
  {
    ...shared,
    id: 'phone_flag',
    label: 'Has a telephone',
    accepts: ['boolean', 'category', 'integer', 'text'],
    headers: ['has_phone', 'Telefon vorhanden', 'possède un téléphone', 'tiene teléfono'],
  },
  {
    ...shared,
    id: 'avatar',
    label: 'Avatar',
    accepts: kinds.words,
    headers: ['avatar_color', 'Profilfarbe', 'couleur du profil', 'color del avatar'],
  },
  {
    ...shared,
    id: 'target_label',
    score: true,
    label: 'Label to be learnt',
    accepts: kinds.any,
    headers: ['target', 'Zielvariable', 'variable cible', 'variable objetivo'],
  },
  {
    ...shared,
    id: 'free_text',
    freeText: 'always',
    label: 'Free text',
    accepts: ['long_text', 'text', 'category', 'code'],
    lookAlikes: ['review_text', 'ticket_text', 'clinical_note', 'social_post_text'],
    headers: ['free_text', 'Bemerkungen', 'texte libre', 'observaciones', 'opmerking'],
  },
]);
