import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'behavioral', flags: [], source: 'taxonomy 6e' } as const;
const value = (tracks: string) => ({ tracks, reveals: 'value' as const });

/** Orders and what is in them: known by their headers. */
export const orderFamily = headerTypes([
  {
    ...shared,
    id: 'order_id',
    label: 'Order number',
    accepts: kinds.identifier,
    tracking: value('single orders'),
    headers: ['order_id', 'Bestellnummer', 'numéro de commande', 'ordernummer', 'Invoice Number'],
  },
  {
    ...shared,
    id: 'order_date',
    label: 'Date of an order',
    flags: ['timestamp'],
    accepts: ['date', 'integer', 'decimal', 'text'],
    lookAlikes: ['date_event', 'timestamp'],
    tracking: { tracks: 'when a person buys', reveals: 'habits' },
    headers: ['order_date', 'Bestelldatum', 'date de commande', 'fecha de compra', 'besteldatum'],
  },
  {
    ...shared,
    id: 'product_id',
    label: 'Product number',
    accepts: kinds.identifier,
    tracking: { tracks: 'which products a person looks at or buys', reveals: 'interest' },
    headers: ['product_id', 'Artikelnummer', 'référence produit', 'codice prodotto', 'StockCode'],
  },
  {
    ...shared,
    id: 'product_name',
    label: 'Product',
    accepts: kinds.words,
    tracking: { tracks: 'what a person buys', reveals: 'interest' },
    headers: ['Product Name', 'Artikelbezeichnung', 'nom du produit', 'nombre del producto'],
  },
  {
    ...shared,
    id: 'product_category',
    label: 'Product category',
    accepts: ['category', 'text', 'code', 'integer'],
    lookAlikes: ['product_name'],
    tracking: { tracks: 'which kinds of products a person likes', reveals: 'interest' },
    headers: ['Product Category', 'Warengruppe', 'catégorie de produit', 'categoría', 'productgroep'],
  },
  {
    ...shared,
    id: 'product_variation',
    label: 'Variant of a product',
    accepts: ['category', 'text', 'code', 'integer'],
    headers: ['variation', 'Variante', 'couleur', 'talla'],
  },
  {
    ...shared,
    id: 'product_count',
    label: 'Number of products',
    accepts: kinds.count,
    tracking: value('how many products a person has'),
    headers: ['NumOfProducts', 'Anzahl Produkte', 'nombre de produits', 'aantal producten'],
  },
  {
    ...shared,
    id: 'quantity',
    label: 'Quantity',
    accepts: kinds.count,
    headers: ['Quantity', 'Menge', 'quantité', 'cantidad', 'hoeveelheid'],
  },
]);
