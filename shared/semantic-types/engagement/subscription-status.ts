import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { subscriptionWords } from '../value-words/index.ts';

const words = new Set(
  (
    'subscribed,unsubscribed,not subscribed,non-subscribed,nonsubscribed,never ' +
    'subscribed,cleaned,bounced,bounce,opted in,opted out,opted-in,opted-out,pending ' +
    'confirmation,abonniert,abgemeldet,angemeldet,nicht abonniert,abonne,desabonne,non ' +
    'abonne,desinscrit,inscrit,suscrito,no suscrito,suscrita,dado de baja,iscritto,disiscritto,non ' +
    'iscritto,inscrito,nao inscrito,descadastrado,ingeschreven,uitgeschreven,aangemeld,afgemeld'
  ).split(','),
);

/** Which lists a person is on, in the words of mailing systems. */
export const subscriptionStatus = semanticType({
  id: 'subscription_status',
  label: 'Subscription',
  class: 'non_pii',
  category: 'engagement',
  flags: ['consent'],
  accepts: ['boolean', 'category', 'text', 'integer'],
  valueCheck: (text) => words.has(fold(text)) || subscriptionWords.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: ['consent_status', 'email_engagement'],
  tracking: { tracks: 'which lists a person is on', reveals: 'interest' },
  positives: [
    'subscribed',
    'Unsubscribed',
    'cleaned',
    'abonné',
    'désabonné',
    'abgemeldet',
    'suscrito',
    'uitgeschreven',
  ],
  negatives: ['yes', 'Anna', '1', 'active', 'open', 'Berlin', 'gold', 'paid'],
  headers: ['subscription_status', 'Newsletterstatus', "statut d'abonnement", 'nieuwsbrief'],
  source: 'GDPR Art. 4(11), 6, 7; ISO/IEC TS 27560 (2023)',
});
