import { longPattern } from '#shared/domain/long-pattern.ts';
import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { paymentWords } from '../value-words/index.ts';

const words = longPattern('')`
  ^(?:
    (?:credit|debit|bank|gift) ?card|cash(?: on delivery)?|cod|visa|master ?card|amex|american express|maestro|
    pay ?pal|apple ?pay|google ?pay|amazon ?pay|klarna|stripe|afterpay|ideal|sofort|giropay|bancontact|sepa|upi|
    net banking|e-?wallet|(?:bank|wire|credit) ?transfer|(?:electronic |mailed )?che(?:ck|que)|direct debit|
    money order|invoice|on account|bar|barzahlung|lastschrift|bankeinzug|rechnung|uberweisung|kreditkarte|
    ec-?karte|girocard|vorkasse|nachnahme|carte(?: bancaire| bleue| de credit)?|cb|especes|prelevement|virement|
    efectivo|tarjeta(?: de (?:credito|debito))?|transferencia(?: bancaria)?|bizum|domiciliacion|
    contra reembolso|contanti|contrassegno|bonifico(?: bancario)?|carta di credito|bancomat|rid|
    addebito(?: diretto)?|dinheiro|cartao(?: de (?:credito|debito))?|boleto|pix|multibanco|mb ?way|
    debito (?:direto|automatico)|contant|pinnen|(?:automatische )?incasso|overboeking|creditcard
  )(?: \(?automati[ck]\)?)?$
`;

/** How a payment is made, by the words shops, banks and tills write. */
export const paymentMethod = semanticType({
  id: 'payment_method',
  label: 'Payment method',
  class: 'non_pii',
  category: 'behavioral',
  flags: [],
  accepts: ['category', 'text', 'integer', 'code'],
  valueCheck: (text) => text.length < 40 && (words.test(fold(text)) || paymentWords.has(fold(text))),
  columnRule: { strength: 'vocabulary', minShare: 0.6, minDistinct: 2, alone: true },
  lookAlikes: ['card_type'],
  positives: [
    'Credit card',
    'PayPal',
    'Bank transfer (automatic)',
    'Electronic check',
    'Lastschrift',
    'carte bancaire',
    'efectivo',
    'Bonifico',
    'Boleto',
  ],
  negatives: ['yes', 'Premium', 'open', 'Anna', '12.50', 'Berlin', 'monthly', 'card number'],
  headers: ['PaymentMethod', 'Zahlungsart', 'mode de paiement', 'forma de pago', 'betaalmethode'],
  source: 'Payment methods named in the ECB payment statistics (2023) and by payment providers',
});
