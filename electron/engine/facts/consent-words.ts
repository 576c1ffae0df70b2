import type { ConsentState } from '#shared/domain/consent.ts';
import { quoteText } from '#shared/sql/quote.ts';

const words = (text: string): string =>
  `(${text
    .split(',')
    .map((word) => quoteText(word.trim()))
    .join(', ')})`;

/** Whole values, folded: lower case, no accents, gaps as one space. */
export const yes = words(
  '1,1.0,true,t,yes,y,ja,j,oui,o,si,s,sim,x,wahr,vrai,verdadero,vero,verdadeiro,waar,on,ok,ano,tak,da,evet,hai,✓,✔,' +
    'all,both',
);
export const no = words(
  '0,0.0,false,f,no,n,nein,non,nao,nee,falsch,faux,falso,onwaar,off,ne,nie,hayir,-,--,?,null,none,nil,na,n/a,n.a.,' +
    'nan,nothing,never,keine,aucun,ninguno,nessuno,nenhum,geen',
);

/** What stands in a cell that says nothing, neither yes nor no. */
export const nothing = words('-,--,?,null,none,nil,na,n/a,n.a.,nan,nothing');
/** A consent that was given anew. */
export const renewed = 'renew|erneuer|renouvel|renov|rinnov|vernieuw|verlengd';

/** A no in front of whatever follows. */
const negation = '\\b(?:not?|never|without|kein\\w*|nicht|ohne|pas|sans|sin|senza|sem|niet|geen|nao|non)\\b';

/** What an ending or an open question is called, by the state that it says; looked for in this order. */
export const endings = {
  withdrawn: [
    'withdr',
    'opt(?:ed)? ?out',
    'unsub',
    'widerruf',
    'zuruckgezogen',
    'abgemeld',
    'retir',
    'desinscri',
    'desabonn',
    'baja',
    'ritir',
    'ingetrokken',
    'afgemeld',
    'uitgeschreven',
  ],
  revoked: ['revok', 'revoc'],
  refused: [
    'disagree',
    'refus',
    'reject',
    'declin',
    'den(?:y|ied)',
    'object',
    'block',
    'widerspr',
    'abgelehn',
    'ablehn',
    'verweiger',
    'oppos',
    'rechaz',
    'rifiut',
    'negad',
    'recusad',
    'geweigerd',
  ],
  requested: [
    'unconfirmed',
    'pend',
    'await',
    'wait',
    'request',
    '\\bsent\\b',
    'ausstehend',
    'offen',
    'attente',
    'pendient',
    'attesa',
    'wacht',
  ],
  expired: ['expir', 'laps', 'outdat', 'abgelauf', 'perim', 'caducad', 'vencid', 'scadut', 'expirad', 'verlopen'],
  invalidated: ['invalid', 'ungultig', 'disabl', 'delet', 'cancel', 'clean', 'bounc'],
  deferred: [
    'defer',
    'postpon',
    'verschoben',
    'aufgeschoben',
    'report(?:e|ee)\\b',
    'aplaz',
    'rimandat',
    'adiad',
    'uitgesteld',
  ],
} as const satisfies Partial<Record<ConsentState, readonly string[]>>;

/** What says no without saying how it came to that. */
const otherNo = [
  'inacti',
  'inatt',
  'disatt',
  'inakt',
  'unkn',
  'inactiv',
  'partial',
  'missing',
  'empty',
  'unset',
  'undef',
  'maybe',
  'unbekannt',
  'inconnu',
  'desconocid',
  'sconosciut',
  'desconhecid',
  'onbekend',
];

/** Looked for before what says yes: "not given" holds "given". */
export const noParts = [negation, ...Object.values(endings).flat(), ...otherNo].join('|');
export const yesParts = [
  'grant',
  'given',
  '\\bgave\\b',
  'opt(?:ed)? ?in',
  'optin',
  'subscrib',
  'confirm',
  'accept',
  'agree',
  'consent',
  'activ',
  'valid',
  'allow',
  'approv',
  'permit',
  'enabl',
  'explicit',
  'implied',
  'express',
  'erteil',
  'prestat[oai]\\b',
  'zugestimm',
  'einwillig',
  'eingewillig',
  'zustimm',
  'aktiv',
  'gultig',
  'angemeld',
  'bestatig',
  'accord',
  'consent',
  'donne',
  'inscrit',
  'abonn',
  'valide',
  'actif',
  'concedid',
  'aceptad',
  'otorgad',
  'consentid',
  'suscrit',
  'acept',
  'concess',
  'accett',
  'fornit',
  'iscritt',
  'attiv',
  'valid',
  'aceit',
  'inscrit',
  'ativ',
  'gegeven',
  'toegestaan',
  'akkoord',
  'actief',
  'ingeschreven',
  'geldig',
  'toestemming',
].join('|');
export const channelParts =
  '^(?:(?:e ?)?mail|sms|phone|telefon|post|push|whatsapp|app|web|call|letter|newsletter|marketing|analytics|' +
  'personali[sz]ation|ads|advertising|statistics|all)(?:[ ,;|/&+]+(?:and )?(?:(?:e ?)?mail|sms|phone|telefon|post|' +
  'push|whatsapp|app|web|call|letter|newsletter|marketing|analytics|personali[sz]ation|ads|advertising|' +
  'statistics))*$';

export const empty = (value: string): string => `nullif(trim(${value}), '') IS NULL`;
export const folded = (value: string): string =>
  `trim(lower(strip_accents(regexp_replace(${value}, '[\\s_-]+', ' ', 'g'))))`;
