import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const codes = new Set(
  wordList(`
    EUR USD GBP CHF JPY CNY INR BRL MXN CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH ZAR ILS AED SAR QAR
    KWD EGP NGN KES MAD ARS CLP COP PEN UYU SGD HKD TWD KRW THB MYR IDR PHP VND PKR BDT LKR
  `),
);

/** A currency by its code. */
export const currencyCode = semanticType({
  id: 'currency_code',
  label: 'Currency',
  class: 'non_pii',
  category: 'technical',
  flags: [],
  accepts: ['category', 'text', 'code'],
  valueCheck: (text) => codes.has(text),
  columnRule: { strength: 'vocabulary', minShare: 0.95, minDistinct: 1, alone: true },
  lookAlikes: [],
  positives: ['EUR', 'USD', 'GBP', 'CHF', 'BRL', 'PLN', 'INR', 'SEK'],
  negatives: ['eur', 'Euro', 'US', 'DEU', '100', 'A1', 'yes', 'EURO'],
  headers: ['currency', 'Währung', 'devise', 'moneda'],
  source: 'ISO 4217 (2015), codes in daily use',
});
