import { channel } from '../channel.ts';

export const stripePayments = channel({
  id: 'stripe-payments',
  label: 'Stripe, payments (CSV)',
  called: 'Stripe’s payment export',
  family: 'transactions',
  fingerprint: {
    names: [
      ['id', 'created date (utc)', 'paymentintent id'],
      ['id', 'created date (utc)', 'card fingerprint'],
    ],
    values: { column: 'id', pattern: /^(ch|py|pi)_/ },
  },
  reading: { times: 'In UTC, as the column names say; the values carry no zone.' },
  columns: {
    id: 'order_id',
    'created date (utc)': 'timestamp',
    amount: 'purchase_amount',
    'amount refunded': 'purchase_amount',
    currency: 'currency_code',
    captured: 'boolean_flag',
    'converted amount': 'purchase_amount',
    'converted currency': 'currency_code',
    'converted amount refunded': 'purchase_amount',
    description: 'product_name',
    fee: 'purchase_amount',
    'taxes on fee': 'purchase_amount',
    mode: 'technical_attribute',
    status: 'order_status',
    'statement descriptor': 'business_name',
    'decline reason': 'order_status',
    'customer id': 'customer_id',
    'customer description': 'free_text',
    'customer email': 'email_address',
    'customer phone': 'phone_number',
    'card id': 'customer_id',
    'card last4': 'technical_attribute',
    'card brand': 'card_type',
    'card funding': 'card_type',
    'card exp month': 'card_expiry',
    'card exp year': 'card_expiry',
    'card name': 'full_name',
    'card address line1': 'street_address',
    'card address line2': 'address_line_2',
    'card address city': 'city',
    'card address state': 'state_region',
    'card address country': 'country',
    'card issue country': 'country',
    'card address zip': 'postal_code',
    'card fingerprint': 'customer_id',
    'card cvc status': 'technical_attribute',
    'card tokenization method': 'payment_method',
    'shipping name': 'full_name',
    'shipping address line1': 'street_address',
    'shipping address city': 'city',
    'shipping address state': 'state_region',
    'shipping address country': 'country',
    'shipping address postal code': 'postal_code',
    'disputed amount': 'purchase_amount',
    'dispute reason': 'complaint_reason',
    'invoice id': 'order_id',
    'invoice number': 'order_id',
    'payment source type': 'payment_method',
    'paymentintent id': 'order_id',
    'seller message': 'order_status',
    'checkout session id': 'session_id',
    'checkout promotional consent': 'consent_status',
    'checkout terms of service consent': 'consent_status',
    'checkout custom field * value': 'free_text',
    'utm campaign': 'campaign_name',
    'utm source': 'utm_source',
    'utm medium': 'utm_medium',
    'client reference id': 'customer_id',
    'payment link id': 'technical_attribute',
  },
  informedHow:
    'Privacy notice and terms at the checkout (contract); the two consent columns of the checkout where it asked ' +
    'for them.',
  notes: [
    'Amounts are in major units here and in minor units in the interface’s JSON: never mix them.',
    'The card’s fingerprint is the same wherever the card is used: it follows the person.',
    'Columns of the company’s own metadata stand at the end and may hold anything.',
  ],
  source: 'Payment exports seen',
  example: {
    fileName: 'unified_payments.csv',
    rows: 5,
    expect: {
      id: 'order_id',
      'Created date (UTC)': 'timestamp',
      Amount: 'purchase_amount',
      'Customer Email': 'email_address',
      'Card Name': 'full_name',
      'Card Brand': 'card_type',
      'Checkout Promotional Consent': 'consent_status',
      'Card Address City': 'city',
    },
    text: `id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Description,Fee,Status,\
Customer ID,Customer Email,Card Last4,Card Brand,Card Funding,Card Name,Card Address Line1,Card Address City,Card \
Address Country,Card Address Zip,Card Fingerprint,PaymentIntent ID,Checkout Promotional Consent
ch_3PqA1101,2026-09-02 10:14:05,62.90,0.00,eur,true,62.90,Order 7101,1.19,Paid,cus_Qa1101,mira.lindqvist@example.org,\
4242,Visa,credit,Mira Lindqvist,Hafenstrasse 12,Hamburg,DE,20457,aB3dE5fG7hJ9kL1m,pi_3PqA1101,opt_in
ch_3PqA1102,2026-09-02 11:02:31,28.90,0.00,eur,true,28.90,Order 7102,0.68,Paid,cus_Qa1102,paul.okafor@example.net,\
5556,MasterCard,debit,Paul Okafor,4 Elm Avenue,London,GB,SW1A 1AA,nP2qR4sT6uV8wX0y,pi_3PqA1102,opt_out
ch_3PqA1103,2026-09-03 08:40:12,76.00,76.00,eur,true,76.00,Order 7103,1.39,Refunded,cus_Qa1103,\
ines.moreau@example.org,1117,Visa,credit,Ines Moreau,8 rue du Lac,Lyon,FR,69003,zA1bC3dE5fG7hI9j,pi_3PqA1103,opt_in
ch_3PqA1104,2026-09-03 19:22:48,14.90,0.00,eur,true,14.90,Order 7104,0.47,Paid,cus_Qa1104,tomas.novak@example.com,\
0055,Visa,debit,Tomas Novak,Dlouha 30,Prague,CZ,110 00,kL2mN4oP6qR8sT0u,pi_3PqA1104,opt_out
py_3PqA1105,2026-09-04 07:15:20,52.90,0.00,eur,true,52.90,Order 7105,0.99,Paid,cus_Qa1105,laura.rossi@example.com,\
8431,American Express,credit,Laura Rossi,Via Roma 7,Turin,IT,10121,vW1xY3zA5bC7dE9f,pi_3PqA1105,opt_in
`,
  },
});
