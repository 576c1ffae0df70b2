import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const bracket = longPattern('i')`
  ^(?:
    (?:
      less than|under|below|over|above|more than|up to|moins de|plus de|menos de|más de|mais de|unter|über|
      [<>]=?
    )\s*
  )?(?:rs\.?|[$€£₹]|r\$|eur|usd)?\s?\d{1,3}(?:[,.]?\d{3})*\s?k?(?:
    \s?(?:[-–]|to|a|bis|à)\s?(?:rs\.?|[$€£₹]|r\$)?\s?\d{1,3}(?:[,.]?\d{3})*\s?k?|\s?\+|
    \s(?:and|or) (?:more|over|above|up)
  )?\.?$
`;
const open =
  /^(?:no income|prefer not to (?:answer|say)|low income|high income|middle income|lower[- ]middle|upper[- ]middle)$/i;

export const incomeBracket = semanticType({
  id: 'income_bracket',
  label: 'Income bracket',
  class: 'linkable',
  category: 'personal',
  flags: ['financial'],
  accepts: ['category', 'text', 'code', 'boolean', 'long_text'],
  valueCheck: (text) =>
    open.test(text) ||
    (bracket.test(text) &&
      /[$€£₹]|rs|k\b|[-–]|to|[<>+]|more|under|less|over|plus|moins|más|mais|unter|über/i.test(text) &&
      /[$€£₹]|rs|\d,\d{3}|\dk|^\D+\d{4,}|^\d{2,3}000\s?[-–+]/i.test(text)),
  columnRule: { strength: 'structure', minShare: 0.6, minDistinct: 2, alone: true },
  lookAlikes: [
    'price',
    'salary_income',
    'company_revenue',
    'account_balance',
    'loan_amount',
    'date_event',
    'year',
    'company_size',
    'postal_code',
    'calendar_feature',
    'purchase_amount',
    'birth_year',
    'phone_number',
    'age_group',
    'education_level',
  ],
  positives: [
    '$25,000 - $49,999',
    '<=50K',
    '>50K',
    '$200,000+',
    'under $10,000',
    '€20.000 - €30.000',
    '50k-75k',
    'Below Rs.10000',
  ],
  negatives: ['42', '18-24', 'yes', 'Berlin', '12.50', 'high', '2024-01-01', '65+'],
  headers: [
    'income_bracket',
    'Einkommensgruppe',
    'tranche de revenu',
    'rango de ingresos',
    'fascia di reddito',
    'faixa de renda',
  ],
  source: 'taxonomy 6b',
});
