import { fold } from '#shared/semantic-types/header.ts';
import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

const words = new Set(('shipped,delivered,returned,cancelled,canceled,refunded,partially refunded,processing,completed,complete,dispatched,in transit,paid,unpaid,fulfilled,unfulfilled,partially fulfilled,backordered,on hold,pending payment,out for delivery,awaiting payment,failed,pending,versendet,versandt,geliefert,zugestellt,storniert,bezahlt,unbezahlt,retourniert,erstattet,in bearbeitung,abgeschlossen,ausstehend,expedie,expediee,livre,livree,annule,annulee,rembourse,remboursee,payee,en preparation,retourne,enviado,entregado,cancelado,devuelto,pagado,reembolsado,en proceso,pendiente de pago,spedito,consegnato,annullato,reso,rimborsato,pagato,in lavorazione,entregue,devolvido,pago,reembolsado,em processamento,verzonden,geleverd,bezorgd,geannuleerd,betaald,geretourneerd,terugbetaald').split(','));

/** Where an order stands, in the words of shops. */
export const orderStatus: SemanticType = {
  id: 'order_status',
  label: 'Status of an order',
  class: 'non_pii',
  category: 'behavioral',
  flags: [],
  headerCues: { en: 'claim status, policy status, ~state, ~status, order status, payment status, financial status, fulfillment status, delivery status, shipping status, transaction status, purchase status, invoice status, order state, refund status, order cancelled, returned, return status, fulfilment status, is refunded, cancelled', de: '~zustand, bestellstatus, auftragsstatus, zahlungsstatus, lieferstatus', fr: '~etat, ~statut, statut de la commande, statut du paiement, etat de la commande', es: '~estado, estado del pedido, estado del pago', it: '~stato, stato ordine, stato del pagamento', pt: '~situacao, ~estado, status do pedido, status do pagamento', nl: '~status, bestelstatus, betaalstatus, orderstatus', not: 'date, loan, id' },
  accepts: ['category', 'text', 'boolean', 'integer'],
  valueCheck: (text) => words.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.6, minDistinct: 2, alone: true },
  lookAlikes: ['loan_status', 'payment_delinquency', 'ticket_status'],
  positives: ['shipped', 'Delivered', 'CANCELLED', 'storniert', 'livré', 'entregado', 'spedito', 'verzonden'],
  negatives: ['yes', 'Anna', '1', 'card', 'resolved', 'employed', 'Berlin', 'high'],
  headers: ['Order Status', 'Bestellstatus', 'statut de la commande', 'estado del pedido'],
  source: 'taxonomy 6e',
};
