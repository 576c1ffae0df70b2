import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { orderWords } from '../value-words/index.ts';

const words = new Set(
  (
    'shipped,delivered,returned,cancelled,canceled,refunded,partially refunded,processing,completed,complete,' +
    'dispatched,in transit,paid,unpaid,fulfilled,unfulfilled,partially fulfilled,backordered,on hold,pending payment,' +
    'out for delivery,awaiting payment,failed,pending,versendet,versandt,geliefert,zugestellt,storniert,bezahlt,' +
    'unbezahlt,retourniert,erstattet,in bearbeitung,abgeschlossen,ausstehend,expedie,expediee,livre,livree,annule,' +
    'annulee,rembourse,remboursee,payee,en preparation,retourne,enviado,entregado,cancelado,devuelto,pagado,' +
    'reembolsado,en proceso,pendiente de pago,spedito,consegnato,annullato,reso,rimborsato,pagato,in lavorazione,' +
    'entregue,devolvido,pago,reembolsado,em processamento,verzonden,geleverd,bezorgd,geannuleerd,betaald,' +
    'geretourneerd,terugbetaald'
  ).split(','),
);

/** Where an order stands, in the words of shops. */
export const orderStatus = semanticType({
  id: 'order_status',
  label: 'Status of an order',
  class: 'non_pii',
  category: 'behavioral',
  flags: [],
  accepts: ['category', 'text', 'boolean', 'integer'],
  valueCheck: (text) => words.has(fold(text)) || orderWords.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.6, minDistinct: 2, alone: true },
  lookAlikes: ['loan_status', 'payment_delinquency', 'ticket_status'],
  positives: ['shipped', 'Delivered', 'CANCELLED', 'storniert', 'livré', 'entregado', 'spedito', 'verzonden'],
  negatives: ['yes', 'Anna', '1', 'card', 'resolved', 'employed', 'Berlin', 'high'],
  headers: ['Order Status', 'Bestellstatus', 'statut de la commande', 'estado del pedido'],
  source: 'taxonomy 6e',
});
