import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'engagement', flags: [], source: 'taxonomy 6d' } as const;
const habits = (tracks: string) => ({ tracks, reveals: 'habits' as const });

/** Customer service: tickets, calls, complaints; known by their headers. */
export const supportFamily = headerTypes([
  {
    ...shared,
    id: 'ticket_id',
    label: 'Ticket number',
    accepts: kinds.identifier,
    headers: ['Ticket ID', 'Ticketnummer', 'numéro de ticket', 'número do chamado'],
  },
  {
    ...shared,
    id: 'ticket_type',
    label: 'Ticket type',
    accepts: ['category', 'text', 'integer'],
    tracking: habits('why a person asked for help'),
    headers: ['Ticket Type', 'Anfrageart', 'type de demande', 'soort melding'],
  },
  {
    ...shared,
    id: 'ticket_priority',
    label: 'Priority',
    accepts: ['category', 'text', 'integer'],
    headers: ['Ticket Priority', 'Priorität', 'priorité', 'prioridade'],
  },
  {
    ...shared,
    id: 'ticket_subject',
    freeText: 'always',
    label: 'Subject of a request',
    accepts: kinds.words,
    tracking: habits('what a person needs help with'),
    headers: ['Ticket Subject', 'Betreff', 'objet du ticket', 'onderwerp'],
  },
  {
    ...shared,
    id: 'ticket_text',
    freeText: 'always',
    label: 'Text of a request',
    accepts: ['long_text', 'text', 'category'],
    lookAlikes: ['free_text'],
    tracking: { tracks: 'what a person tells customer service', reveals: 'opinion' },
    headers: ['Ticket Description', 'Anfragetext', 'description du ticket', 'klachttekst'],
  },
  {
    ...shared,
    id: 'support_channel',
    label: 'Support channel',
    accepts: ['category', 'text', 'integer'],
    lookAlikes: ['contact_channel'],
    headers: ['Ticket Channel', 'Supportkanal', 'canal du support', 'canal de atendimento'],
  },
  {
    ...shared,
    id: 'call_duration',
    label: 'Call duration',
    accepts: ['integer', 'decimal', 'text', 'code'],
    range: [0, 1e6],
    tracking: habits('how long a person talks'),
    headers: ['call_duration', 'Gesprächsdauer', "durée de l'appel", 'gespreksduur'],
  },
  {
    ...shared,
    id: 'wait_time',
    label: 'Waiting time',
    accepts: ['integer', 'decimal', 'date', 'text', 'code'],
    headers: ['First Response Time', 'Wartezeit', "temps d'attente", 'wachttijd'],
  },
  {
    ...shared,
    id: 'complaint_count',
    label: 'Contacts with customer service',
    accepts: ['integer', 'boolean', 'category', 'decimal'],
    tracking: habits('how often a person needed help'),
    headers: ['CustServ Calls', 'Anzahl Beschwerden', 'réclamations', 'número de quejas'],
  },
]);
