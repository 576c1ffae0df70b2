import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'behavioral', flags: [], source: 'taxonomy 6e' } as const;
const value = (tracks: string) => ({ tracks, reveals: 'value' as const });
const money: readonly ['integer', 'decimal', 'category', 'text', 'code'] = [
  'integer',
  'decimal',
  'category',
  'text',
  'code',
];

/** What people spend, how often, how they pay: known by their headers. */
export const spendFamily = headerTypes([
  {
    ...shared,
    id: 'price',
    label: 'Price',
    accepts: money,
    tracking: value('what a person pays for a thing'),
    headers: ['Unit Price', 'Stückpreis', 'prix unitaire', 'precio', 'prijs'],
  },
  {
    ...shared,
    id: 'purchase_amount',
    label: 'Amount of a purchase',
    accepts: money,
    lookAlikes: ['total_spent', 'price'],
    tracking: value('what a person spends at once'),
    headers: ['order_total', 'Rechnungsbetrag', 'montant de la commande', 'importe total', 'totaalbedrag'],
  },
  {
    ...shared,
    id: 'total_spent',
    label: 'Total spent',
    accepts: money,
    lookAlikes: ['purchase_amount'],
    tracking: value('what a person has spent so far'),
    headers: ['total_spent', 'Gesamtausgaben', 'total dépensé', 'gasto total', 'totale uitgaven'],
  },
  {
    ...shared,
    id: 'lifetime_value',
    label: 'Customer lifetime value',
    accepts: money,
    tracking: value('what a person is worth to the company'),
    headers: ['customer_lifetime_value', 'Kundenwert', 'valeur client', 'klantwaarde'],
  },
  {
    ...shared,
    id: 'purchase_count',
    label: 'Number of purchases',
    accepts: kinds.count,
    tracking: value('how often a person has bought'),
    headers: ['orders_count', 'Anzahl Bestellungen', 'nombre de commandes', 'número de compras'],
  },
  {
    ...shared,
    id: 'purchase_frequency',
    label: 'Frequency of purchases',
    accepts: kinds.any,
    tracking: { tracks: 'how often a person buys', reveals: 'habits' },
    headers: ['Frequency of Purchases', 'Kaufhäufigkeit', "fréquence d'achat", 'aankoopfrequentie'],
  },
  {
    ...shared,
    id: 'card_type',
    label: 'Kind of card',
    accepts: ['category', 'text', 'boolean', 'integer'],
    headers: ['Card Type', 'Kartentyp', 'type de carte', 'bandeira do cartão'],
  },
  {
    ...shared,
    id: 'billing_preference',
    label: 'Billing',
    accepts: ['category', 'text', 'boolean', 'integer'],
    headers: ['PaperlessBilling', 'Rechnungsart', 'facturation électronique', 'facturatievoorkeur'],
  },
]);
