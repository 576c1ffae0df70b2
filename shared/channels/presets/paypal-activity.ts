import { channel } from '../channel.ts';

export const paypalActivity = channel({
  id: 'paypal-activity',
  label: 'PayPal, activity (CSV)',
  called: 'PayPal’s activity export',
  family: 'transactions',
  fingerprint: {
    names: [
      ['date', 'time', 'timezone', 'type', 'status', 'currency'],
      ['datum', 'uhrzeit', 'zeitzone', 'typ', 'status', 'währung'],
      ['datum', 'uhrzeit', 'zeitzone', 'beschreibung', 'währung'],
      ['date', 'heure', 'fuseau horaire'],
      ['data', 'hora', 'fuso horário'],
    ],
  },
  reading: { times: 'Date and time of the account’s country in two columns; the zone is in a third.' },
  columns: {
    date: 'date_event',
    datum: 'date_event',
    data: 'date_event',
    time: 'time_of_day',
    uhrzeit: 'time_of_day',
    heure: 'time_of_day',
    hora: 'time_of_day',
    timezone: 'timezone',
    zeitzone: 'timezone',
    'fuseau horaire': 'timezone',
    'fuso horário': 'timezone',
    name: 'full_name',
    nom: 'full_name',
    nome: 'full_name',
    type: 'technical_attribute',
    typ: 'technical_attribute',
    beschreibung: 'technical_attribute',
    status: 'technical_attribute',
    'balance impact': 'technical_attribute',
    'auswirkung auf guthaben': 'technical_attribute',
    'address status': 'technical_attribute',
    'adress-status': 'technical_attribute',
    currency: 'currency_code',
    währung: 'currency_code',
    devise: 'currency_code',
    moeda: 'currency_code',
    gross: 'purchase_amount',
    brutto: 'purchase_amount',
    net: 'purchase_amount',
    netto: 'purchase_amount',
    amount: 'purchase_amount',
    'sales tax': 'purchase_amount',
    'shipping and handling amount': 'purchase_amount',
    fee: 'price',
    gebühr: 'price',
    entgelt: 'price',
    balance: 'account_balance',
    guthaben: 'account_balance',
    'from email address': 'email_address',
    'to email address': 'email_address',
    'absender e-mail-adresse': 'email_address',
    'empfänger e-mail-adresse': 'email_address',
    'transaction id': 'order_id',
    'reference txn id': 'order_id',
    'invoice number': 'order_id',
    'receipt id': 'order_id',
    transaktionscode: 'order_id',
    'zugehöriger transaktionscode': 'order_id',
    rechnungsnummer: 'order_id',
    'shipping address': 'full_address',
    lieferadresse: 'full_address',
    'address line 1': 'street_address',
    'adresszeile 1': 'street_address',
    'address line 2*': 'address_line_2',
    adresszusatz: 'address_line_2',
    'town/city': 'city',
    ort: 'city',
    'state/province/region/*': 'state_region',
    bundesland: 'state_region',
    'zip/postal code': 'postal_code',
    plz: 'postal_code',
    country: 'country',
    'country code': 'country',
    land: 'country',
    'contact phone number': 'phone_number',
    telefon: 'phone_number',
    'item title': 'product_name',
    artikelbezeichnung: 'product_name',
    'item id': 'product_id',
    artikelnummer: 'product_id',
    quantity: 'quantity',
    anzahl: 'quantity',
    subject: 'free_text',
    note: 'free_text',
    betreff: 'free_text',
    hinweis: 'free_text',
  },
  informedHow: 'Privacy notice of the shop and of PayPal at the payment.',
  notes: [
    'One payment is several rows (a hold, its release, a conversion): they are tied by the reference transaction.',
    'Pending rows moved no money; fees are negative, and net is gross and fee together.',
    'Subject and note are free text, and may say what a payment was for.',
    'Day and month stand in the order of the account’s country, and so does the decimal mark.',
  ],
  source: 'Two independent bookkeeping programs that read the export, and one real file in German',
  example: {
    fileName: 'Download.CSV',
    encoding: 'utf-8-bom',
    rows: 5,
    expect: {
      Name: 'full_name',
      'From Email Address': 'email_address',
      'Transaction ID': 'order_id',
      Gross: 'purchase_amount',
      'Town/City': 'city',
      'Contact Phone Number': 'phone_number',
    },
    text: `Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Refere\
nce Txn ID,Item Title,Address Line 1,Town/City,Zip/Postal Code,Country,Contact Phone Number,Subject,Note,Balance Imp\
act
"10/09/2026","08:14:00","CEST","Mira Lindqvist","Express Checkout Payment","Completed","EUR","20.90","-0.65","19.25"\
,"mira.lindqvist@example.org","shop@example.com","8XK107043LM990210","","Order 7100","Hafenstrasse 12","Hamburg","20\
457","DE","+49 40 5550143","","","Credit"
"11/09/2026","09:14:01","CEST","Paul Okafor","Express Checkout Payment","Completed","EUR","27.90","-0.66","26.24","p\
aul.okafor@example.net","shop@example.com","8XK117043LM990211","","Order 7110","4 Elm Avenue","London","SW1A 1AA","G\
B","+44 20 7946 0121","","","Credit"
"12/09/2026","08:14:02","CEST","Ines Moreau","Express Checkout Payment","Completed","EUR","34.90","-0.67","33.23","i\
nes.moreau@example.org","shop@example.com","8XK127043LM990212","","Order 7120","8 rue du Lac","Lyon","69003","FR","+\
33 4 99 55 01 99","","","Credit"
"13/09/2026","09:14:03","CEST","Tomas Novak","Express Checkout Payment","Completed","EUR","41.90","-0.68","40.22","t\
omas.novak@example.com","shop@example.com","8XK137043LM990213","","Order 7130","Dlouha 30","Prague","110 00","CZ","+\
420 225 550 177","","","Credit"
"14/09/2026","08:14:04","CEST","Laura Rossi","Express Checkout Payment","Completed","EUR","48.90","-0.69","47.21","l\
aura.rossi@example.com","shop@example.com","8XK147043LM990214","","Order 7140","Via Roma 7","Turin","10121","IT","+3\
9 011 555 0108","","","Credit"
`,
  },
});
