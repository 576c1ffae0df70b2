import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

export const lastName: SemanticType = {
  id: 'last_name',
  label: 'Last name',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code'],
  valueCheck: (text, tools) => text.length <= 40 && /^\p{L}[\p{L}'’ .-]*$/u.test(text) && text.split(/\s+/).length <= 4 && text.split(/[ -]/).some((word) => tools.isSurname(word)),
  columnRule: { strength: 'vocabulary', minShare: 0.3, minDistinct: 5 },
  lookAlikes: ['first_name', 'full_name', 'city', 'company_name', 'username', 'maiden_name', 'county', 'middle_name', 'neighborhood', 'occupation', 'job_title', 'country', 'place_of_birth', 'product_name', 'race_ethnicity', 'state_region', 'street_name', 'nationality', 'employment_status', 'residence_type', 'department', 'product_category', 'handedness', 'name_suffix', 'religion', 'device_type', 'operating_system', 'social_handle', 'political_affiliation', 'name_prefix', 'generation', 'calendar_feature', 'language', 'field_of_study'],
  noun: 'known surnames',
  positives: ['Schmidt', 'García', 'van den Berg', 'SMITH', 'Martin', 'Rossi', 'Silva', 'Jones'],
  negatives: ['12', 'Schmidt1', 'a@b.org', 'yes', '2024-01-01', 'Xqztv', '#1', 'A1'],
  headers: ['last_name', 'Nachname', 'nom de famille', 'apellido', 'cognome', 'achternaam', 'Surname'],
  source: 'Name lists of the faker project (MIT, 2026), all locales',
};
