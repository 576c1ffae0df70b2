import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

/** Codes count only under a header: AL, CO, DE, IN, IT, ME and NO are also states and words. */
export const country: SemanticType = {
  id: 'country',
  label: 'Country',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'integer'],
  valueCheck: (text, tools) => tools.isCountry(text) || (/^[A-Z]{2,3}$/.test(text) && tools.isCountryCode(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.55, minDistinct: 3, alone: true },
  lookAlikes: ['nationality', 'country_of_birth', 'place_of_birth', 'state_region', 'city', 'language', 'first_name', 'citizenship', 'language_locale', 'currency_code', 'travel_location', 'gender', 'user_location', 'experience', 'name_prefix', 'job_level', 'last_name', 'employment_type', 'calendar_feature', 'company_size', 'political_affiliation', 'browser', 'race_ethnicity', 'religion', 'bank_routing_code', 'marital_status', 'platform', 'continent', 'department', 'name_suffix', 'education_level', 'electoral_district', 'phone_flag', 'middle_name'],
  noun: 'countries',
  positives: ['Germany', 'Deutschland', 'France', 'España', 'USA', 'United Kingdom', 'DE', 'BRA'],
  negatives: ['Berlin', 'Anna', '49', 'yes', 'Europe Street', 'XX', 'english', '2024'],
  headers: ['country', 'Land', 'pays', 'país', 'paese', 'CountryCode'],
  source: 'ISO 3166-1 (2020); Unicode CLDR territory names',
};
