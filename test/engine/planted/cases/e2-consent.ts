import { breaking, clean } from '../planted-case.ts';
import { day, oneOf, shop, type Cell } from '../values.ts';

/** Headers and values, of which some say no, are taken back, or say nothing at all. */
const without: [string, Cell][] = [
  ['marketing_consent', oneOf('yes|yes|no')],
  ['consent_status', oneOf('granted|withdrawn|granted')],
  ['consent', oneOf('1|1|0')],
  ['consent_code', oneOf('G|G|W|G|U')],
  ['opt_in', oneOf('Y|Y|N|Y')],
  ['newsletter_optin', oneOf('true|false|true')],
  ['email_permission', oneOf('double opt-in|unknown|double opt-in')],
  ['Einwilligung', oneOf('ja|ja|nein')],
  ['Einwilligungsstatus', oneOf('erteilt|widerrufen|erteilt')],
  ['Werbeeinwilligung', oneOf('erteilt|unbekannt|erteilt')],
  ['consentement', oneOf('oui|non|oui')],
  ['statut du consentement', oneOf('donné|retiré|donné')],
  ['consentimiento', oneOf('sí|no|sí')],
  ['estado_consentimiento', oneOf('otorgado|retirado|caducado|otorgado')],
  ['consenso', oneOf('sì|no|sì')],
  ['consenso marketing', oneOf('prestato|ritirato|prestato')],
  ['consentimento', oneOf('sim|não|sim')],
  ['consentimento_marketing', oneOf('concedido|retirado|concedido')],
  ['toestemming', oneOf('ja|nee|ja')],
  ['toestemming status', oneOf('gegeven|ingetrokken|gegeven')],
  ['gdpr_consent', oneOf('Opted in|Opted out|Opted in')],
  ['consent_withdrawn_at', oneOf('||2026-03-04|')],
  ['consent_given', oneOf('yes|yes|')],
  ['unsubscribed', oneOf('0|0|1')],
];

export const withoutConsent = breaking(
  'E2',
  without.map(([name, cell]) => ({
    title: `without consent: ${name}`,
    purpose: 'P2',
    table: { ...shop(2), [name]: cell },
  })),
);

const given: [string, Cell][] = [
  ['marketing_consent', oneOf('yes|Yes')],
  ['consent_status', oneOf('granted|confirmed')],
  ['consent', oneOf('1')],
  ['Einwilligung', oneOf('ja|Ja')],
  ['Einwilligungsstatus', oneOf('erteilt|bestätigt')],
  ['consentement', oneOf('oui')],
  ['consentimiento', oneOf('sí')],
  ['consenso', oneOf('prestato')],
  ['consentimento', oneOf('sim|concedido')],
  ['toestemming', oneOf('ja|gegeven')],
  ['consent_date', day('2025-01-01', '2026-11-01')],
  ['opt_in', oneOf('true')],
  ['order_status', oneOf('pending|shipped|cancelled|returned')],
  ['delivery_status', oneOf('refused|delivered|expired')],
  ['payment_state', oneOf('declined|accepted|withdrawn')],
  ['contract_state', oneOf('active|expired|renewed')],
];

export const consentLookAlikes = clean(
  'E2',
  given.map(([name, cell]) => ({
    title: `consent holds: ${name}`,
    purpose: /state|status$/.test(name) && !/consent/.test(name) ? 'P1' : 'P2',
    table: { ...shop(3), [name]: cell },
  })),
);
