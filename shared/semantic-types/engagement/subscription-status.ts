import { fold } from '#shared/semantic-types/header.ts';
import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

const words = new Set(('subscribed,unsubscribed,not subscribed,non-subscribed,nonsubscribed,never subscribed,cleaned,bounced,bounce,opted in,opted out,opted-in,opted-out,pending confirmation,abonniert,abgemeldet,angemeldet,nicht abonniert,abonne,desabonne,non abonne,desinscrit,inscrit,suscrito,no suscrito,suscrita,dado de baja,iscritto,disiscritto,non iscritto,inscrito,nao inscrito,descadastrado,ingeschreven,uitgeschreven,aangemeld,afgemeld').split(','));

/** Which lists a person is on, in the words of mailing systems. */
export const subscriptionStatus: SemanticType = {
  id: 'subscription_status',
  label: 'Subscription',
  class: 'non_pii',
  category: 'engagement',
  flags: ['consent'],
  headerCues: { en: 'subscription status, subscribed to newsletter, newsletter, newsletter subscription, email status, email marketing status, mailing list, list status, member rating, subscriber status, list membership, is subscriber, unsubscribed, email subscriber', de: 'newsletter ja nein, nl abo, newsletter empfanger, newsletter abonniert, abostatus, newsletterstatus', fr: 'abonne, statut abonne, newsletter o n, abonne newsletter, statut d abonnement, inscrit newsletter', es: 'recibe boletin, suscripcion boletin, suscrito, estado de suscripcion, boletin', it: 'newsletter si no, iscrizione newsletter, iscritto newsletter, stato iscrizione', pt: 'recebe newsletter, assinante newsletter, inscrito, status da assinatura', nl: 'nieuwsbrief ja nee, abonnee nieuwsbrief, nieuwsbrief, abonnementsstatus', not: 'date, time, clicks, opens, consent, price, type' },
  accepts: ['boolean', 'category', 'text', 'integer'],
  valueCheck: (text) => words.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: ['consent_status', 'email_engagement'],
  tracking: { tracks: 'which lists a person is on', reveals: 'interest' },
  positives: ['subscribed', 'Unsubscribed', 'cleaned', 'abonné', 'désabonné', 'abgemeldet', 'suscrito', 'uitgeschreven'],
  negatives: ['yes', 'Anna', '1', 'active', 'open', 'Berlin', 'gold', 'paid'],
  headers: ['subscription_status', 'Newsletterstatus', "statut d'abonnement", 'nieuwsbrief'],
  source: 'GDPR Art. 4(11), 6, 7; ISO/IEC TS 27560 (2023)',
};
