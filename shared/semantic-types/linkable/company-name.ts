import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const legal = longPattern('i')`
  (?:^|[\s,.])(?:
    inc|llc|ltd|limited|corp|corporation|co|company|plc|llp|lp|gmbh|ag|kg|ohg|gbr|e\.?k|ug|se|sa|s\.a|sarl|sas|
    sasu|eurl|snc|s\.?l|s\.?l\.?u|sociedad|spa|s\.p\.a|srl|s\.r\.l|ltda|eireli|me|bv|b\.v|nv|n\.v|vof|oy|ab|as|
    a\/s|aps|pty|pvt|group|holdings?|partners|associates|industries|enterprises|solutions|services|systems|
    technologies|international|bank|university|hospital|school|foundation|institute|& sons|bros|brothers|
    consulting|studios?|labs?|media|motors|foods|supply|store|shop|restaurant|hotel|cafe|and sons|& co
  )\b\.?
`;

/** `example.se/kontakt`: the end of a domain is no legal form. */
const webAddress = /^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/?:]\S*)?$/iu;

export const companyName = semanticType({
  id: 'company_name',
  label: 'Company or employer',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'long_text'],
  valueCheck: (text) => text.length < 90 && !webAddress.test(text) && legal.test(text),
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 4, alone: true },
  lookAlikes: [
    'business_name',
    'product_name',
    'job_title',
    'department',
    'industry_sector',
    'education_attribute',
    'name_suffix',
    'occupation',
    'country',
    'full_name',
    'nationality',
    'place_of_birth',
    'street_address',
    'address_line_2',
    'hiring_source',
    'product_category',
    'medical_service',
    'age_group',
    'page_title',
    'household_size',
    'city',
    'neighborhood',
    'state_region',
    'biography',
    'political_affiliation',
    'education_level',
    'ticket_type',
    'financial_product',
    'support_channel',
  ],
  noun: 'texts with a legal form of companies',
  positives: [
    'Example GmbH',
    'Acme Inc.',
    'Muster AG',
    'Exemple SARL',
    'Ejemplo S.L.',
    'Esempio S.p.A.',
    'Voorbeeld B.V.',
    'Smith & Sons',
    'Northern Foods Ltd',
  ],
  negatives: ['Berlin', 'yes', '12', 'Anna', 'ana@example.org', 'red', '2024-01-01', 'A1'],
  headers: ['company', 'Arbeitgeber', 'entreprise', 'empresa', 'azienda', 'bedrijfsnaam'],
  source: 'GLEIF entity legal forms (ISO 20275, 2023), the frequent ones',
});
