import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

/** Orders: known by their headers. */
export const orderFamily = headerTypes([
  {
    id: 'order_id',
    label: 'Order number',
    class: 'non_pii',
    category: 'behavioral',
    flags: [],
    headerCues: {
      en: 'order id, order number, order no, transaction id, invoice number, invoice id, receipt number, purchase id, ~order, ~invoice', de: 'bestellnummer, auftragsnummer, rechnungsnummer, bestell id, belegnummer',
      fr: 'numero de commande, n commande, id commande, numero de facture', es: 'numero de pedido, id pedido, numero de factura', it: 'numero ordine, id ordine, numero fattura',
      pt: 'numero do pedido, id pedido, numero da encomenda', nl: 'bestelnummer, ordernummer, factuurnummer', not: 'date, datum, status, type, total, amount, count',
    },
    accepts: kinds.identifier,
    tracking: { tracks: 'single orders', reveals: 'value' },
    headers: ['order_id', 'Bestellnummer', 'numéro de commande', 'ordernummer', 'Invoice Number'],
    source: 'taxonomy 6e',
  },
]);
