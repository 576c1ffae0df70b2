import { channel } from '../channel.ts';

export const squareTransactions = channel({
  id: 'square-transactions',
  label: 'Square, transactions or items (CSV)',
  called: 'Square’s export',
  family: 'transactions',
  fingerprint: {
    names: [
      ['time zone', 'transaction id', 'pan suffix'],
      ['time zone', 'transaction id', 'item', 'price point name'],
    ],
  },
  reading: { times: 'Date and time in two columns; the zone’s name is in a third.' },
  columns: {
    date: 'date_event',
    'deposit date': 'date_event',
    time: 'time_of_day',
    'time zone': 'timezone',
    'gross sales': 'purchase_amount',
    'net sales': 'purchase_amount',
    'total collected': 'purchase_amount',
    'net total': 'purchase_amount',
    card: 'purchase_amount',
    cash: 'purchase_amount',
    tax: 'purchase_amount',
    tip: 'purchase_amount',
    'partial refunds': 'purchase_amount',
    'gift card sales': 'purchase_amount',
    'square gift card': 'purchase_amount',
    'other tender': 'purchase_amount',
    discounts: 'price',
    fees: 'price',
    'transaction id': 'order_id',
    'payment id': 'order_id',
    'card brand': 'card_type',
    'pan suffix': 'card_last_digits',
    'staff name': 'full_name',
    'customer name': 'full_name',
    'staff id': 'employee_id',
    'customer id': 'customer_id',
    'customer reference id': 'customer_id',
    'event type': 'order_status',
    location: 'business_name',
    'device name': 'technical_attribute',
    'device nickname': 'technical_attribute',
    source: 'technical_attribute',
    'card entry methods': 'technical_attribute',
    'dining option': 'technical_attribute',
    item: 'product_name',
    'price point name': 'product_name',
    category: 'product_category',
    sku: 'product_id',
    qty: 'quantity',
    notes: 'free_text',
    description: 'free_text',
    details: 'free_text',
    'other tender note': 'free_text',
  },
  informedHow:
    'Privacy notice of the shop; a receipt by mail or telephone number tells the customer that data are kept.',
  notes: [
    'Refunds are rows of their own with negative amounts.',
    'An item export has one row per item; rows of one sale share the transaction.',
    'The member of staff is a person, too.',
    'The last digits of a card tell people apart with the day and the amount.',
  ],
  source: 'Four independent programs that read the export',
  example: {
    fileName: 'transactions.csv',
    rows: 5,
    expect: {
      'PAN Suffix': 'card_last_digits',
      'Customer Name': 'full_name',
      'Transaction ID': 'order_id',
      'Gross Sales': 'purchase_amount',
      'Customer ID': 'customer_id',
    },
    text: `Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Tip,Total Collected,Source,Card,Cash,Fees,Net Total,Transact\
ion ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Event Type,Location,Customer ID,Customer Name,Custome\
r Reference ID
2026-09-10,10:10:05,Eastern Time (US & Canada),$8.00,$0.00,$8.00,$0.64,$1.00,$9.64,Point of Sale,$9.64,$0.00,-$0.30,\
$9.30,8xKq0ZrT7LmN2pW0,pM40vB6nC8dX00zQ,Visa,4242,Register 1,Nora Vale,Payment,Main Street,CQ70R4TZ9K2M0,Mira Lindqv\
ist,
2026-09-11,10:11:05,Eastern Time (US & Canada),$9.00,$0.00,$9.00,$0.64,$1.00,$10.64,Point of Sale,$10.64,$0.00,-$0.3\
1,$10.31,8xKq1ZrT7LmN2pW1,pM41vB6nC8dX01zQ,Visa,4355,Register 1,Nora Vale,Payment,Main Street,CQ71R4TZ9K2M1,Paul Oka\
for,
2026-09-12,10:12:05,Eastern Time (US & Canada),$10.00,$0.00,$10.00,$0.64,$1.00,$11.64,Point of Sale,$11.64,$0.00,-$0\
.32,$11.32,8xKq2ZrT7LmN2pW2,pM42vB6nC8dX02zQ,Visa,4468,Register 1,Nora Vale,Payment,Main Street,CQ72R4TZ9K2M2,Ines M\
oreau,
2026-09-13,10:13:05,Eastern Time (US & Canada),-$11.00,$0.00,-$11.00,$0.64,$1.00,-$12.64,Point of Sale,-$12.64,$0.00\
,-$0.33,-$12.33,8xKq3ZrT7LmN2pW3,pM43vB6nC8dX03zQ,Visa,4581,Register 1,Nora Vale,Refund,Main Street,CQ73R4TZ9K2M3,To\
mas Novak,
2026-09-14,10:14:05,Eastern Time (US & Canada),$12.00,$0.00,$12.00,$0.64,$1.00,$13.64,Point of Sale,$13.64,$0.00,-$0\
.34,$13.34,8xKq4ZrT7LmN2pW4,pM44vB6nC8dX04zQ,Visa,4694,Register 1,Nora Vale,Payment,Main Street,CQ74R4TZ9K2M4,Laura \
Rossi,
`,
  },
});
