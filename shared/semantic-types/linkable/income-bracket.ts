import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const bracket = longPattern('i')`
  ^(?:
    (?:
      less than|under|below|over|above|more than|up to|moins de|plus de|menos de|más de|mais de|unter|über|do|ponad|
      powyżej|poniżej|yli|alle|nad|pod|přes|méně než|více než|πάνω από|κάτω από|peste|sub|до|от|более|менее|свыше|понад|
      менше|більше|preko|ispod|kurang dari|lebih dari|dưới|trên
    )(?:\s+|(?=[$€£₹₽]|rs|\d{2,3}[.,]?000))|[<>]=?\s*
  )?(?:rs\.?|rp\.?|[$€£₹₽₺¥]|r\$|eur|usd)?\s?\d{1,3}(?:[,.\u00a0 ]?\d{3})*\s?k?(?:
    \s?(?:[-–—~]|to|a|bis|à|do|až|til|till|до)\s?(?:rs\.?|rp\.?|[$€£₹₽₺¥]|r\$)?\s?\d{1,3}(?:[,.\u00a0 ]?\d{3})*\s?k?|
    \s?\+|\s(?:and|or) (?:more|over|above|up)
  )?(?:\s?(?:[€₽₺¥]|eur|руб|р|грн|zł|kč|kr|tl|ft|lei|kn))?\.?$
`;
const open =
  /^(?:no income|prefer not to (?:answer|say)|low income|high income|middle income|lower[- ]middle|upper[- ]middle)$/i;

/** As sums are told in East Asia: `300万円未満`, `200~300만원`, `5千以上`. */
const inTenThousands = longPattern('u')`
  ^(?:[月年](?:収|薪|收入)?)?\d[\d,.]*\s?(?:[万萬千만천]|百万|백만)?\s?[円元원]?\s?
  (?:
    [-~〜～–至到]\s?\d[\d,.]*\s?(?:[万萬千만천]|百万|백만)\s?[円元원]?|以上|以下|未満|未满|이상|이하|미만
  )(?:未満|未满|미만)?$
`;

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
      /[$€£₹]|rs|k\b|[-–—~]|to|[<>+]|more|under|less|over|plus|moins|más|mais|unter|über|^\p{L}/iu.test(text) &&
      /[$€£₹]|rs|\d,\d{3}|\d[\u00a0 ]\d{3}\b|\dk|^\D+\d{4,}|^\d{2,3}000\s?[-–—+]/i.test(text)) ||
    inTenThousands.test(text),
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
    '30 000 — 60 000',
    'до 20 000 руб',
    '300万円未満',
    '200~300만원',
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
