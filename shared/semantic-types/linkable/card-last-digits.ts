import { semanticType } from '#shared/semantic-types/semantic-type.ts';

/** The last four digits of a card: ten thousand people share each, but not beside a name or a day. */
export const cardLastDigits = semanticType({
  id: 'card_last_digits',
  label: 'Last digits of a card',
  class: 'linkable',
  category: 'personal',
  flags: ['financial'],
  accepts: ['integer', 'category', 'code', 'text'],
  range: [0, 9999],
  valueCheck: (text) => /^[*xX• ]*\d{4}$/.test(text),
  columnRule: { strength: 'shape', minShare: 0.8, vetoBelow: 0.5 },
  lookAlikes: [],
  positives: ['4242', '0005', '1881', '**** 4444', 'xxxx1111', '9999', '•••• 0117', '8431'],
  negatives: ['12', '12345', 'abcd', '1.50', 'yes', '2024-01-01', '', '4111111111111111'],
  headers: [
    'PAN Suffix',
    'card last four',
    'card_last4',
    'Card Last 4 Digits',
    'last four digits of card',
    'letzte vier Ziffern der Karte',
    'quatre derniers chiffres de la carte',
    'últimos cuatro dígitos de la tarjeta',
    'ultime quattro cifre della carta',
    'laatste vier cijfers van de kaart',
  ],
  source: 'PCI DSS 4.0 (2022), requirement 3.4: at most the first six and last four digits may be shown',
});
