import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { ticketWords } from '../value-words/index.ts';

const words = new Set(
  (
    'open,closed,resolved,solved,pending,escalated,reopened,in progress,waiting for customer,waiting on ' +
    'customer,awaiting reply,unresolved,callback,abandoned,new,on hold,offen,geschlossen,gelost,erledigt,wartend,in ' +
    'bearbeitung,neu,ouvert,ferme,resolu,en attente,en cours,nouveau,abierto,cerrado,resuelto,pendiente,en ' +
    'curso,nuevo,aperto,chiuso,risolto,in attesa,in corso,nuovo,aberto,fechado,resolvido,pendente,em ' +
    'andamento,novo,gesloten,opgelost,in behandeling,wachtend,nieuw'
  ).split(','),
);

/** Where a request stands, in the words of help desks. */
export const ticketStatus = semanticType({
  id: 'ticket_status',
  label: 'Ticket status',
  class: 'non_pii',
  category: 'engagement',
  flags: [],
  accepts: ['category', 'text', 'boolean', 'integer'],
  valueCheck: (text) => words.has(fold(text)) || ticketWords.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: ['order_status'],
  positives: ['open', 'Closed', 'resolved', 'Pending', 'gelöst', 'résolu', 'cerrado', 'gesloten'],
  negatives: ['yes', 'Anna', '1', 'shipped', 'card', 'employed', 'Berlin', 'high'],
  headers: ['Ticket Status', 'Ticketstatus', 'statut du ticket', 'estado de la incidencia'],
  source: 'taxonomy 6d',
});
