import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { headerTokens } from '#shared/header-language/header.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { readDate } from './read-date.ts';

/** What a column about consent says: whether it is given, when it was, when it was taken back or ends. */
type ConsentRole = 'status' | 'given-on' | 'taken-back' | 'ends' | 'channels';

const takenBack = new RegExp(
  '^(?:withdraw|revok|revoc|unsub|widerruf|widerspruch|abmeld|abgemeld|retrait|retir|desinscri|' +
    'desabonn|baja|ritir|disiscri|cancelad|ingetrokken|intrek|uitschrijf|afgemeld|objection|' +
    'suppress|optout|dnc)',
);
const ends = /^(?:expir|ablauf|verfall|caduc|vence|scaden|verloop|until|bis)/;

function roleOf(finding: Finding): ConsentRole | null {
  if (finding.type === 'consent_version' || finding.type === 'legal_basis') return null;
  const tokens = headerTokens(finding.name);
  const joined = tokens.join(' ');
  if (
    tokens.some((token) => takenBack.test(token)) ||
    /\bopt out|\bdo not\b|\bnot contact|\bno (?:mail|contact|call)/.test(joined)
  )
    return 'taken-back';
  if (tokens.some((token) => ends.test(token))) return 'ends';
  if (finding.type === 'consent_timestamp' || /\b(?:date|datum|fecha|data|time|timestamp|at|on)$/.test(joined))
    return 'given-on';
  return finding.type === 'consent_preference' ? 'channels' : 'status';
}

const words = (text: string): string =>
  `(${text
    .split(',')
    .map((word) => quoteText(word.trim()))
    .join(', ')})`;

/** Whole values, folded: lower case, no accents, gaps as one space. */
const yes = words(
  '1,1.0,true,t,yes,y,ja,j,oui,o,si,s,sim,x,wahr,vrai,verdadero,vero,verdadeiro,waar,on,ok,ano,tak,da,evet,hai,✓,✔,' +
    'all,both',
);
const no = words(
  '0,0.0,false,f,no,n,nein,non,nao,nee,falsch,faux,falso,onwaar,off,ne,nie,hayir,-,--,?,null,none,nil,na,n/a,n.a.,' +
    'nan,nothing,never,keine,aucun,ninguno,nessuno,nenhum,geen',
);

/** Looked for in this order: "not given" holds "given". */
const noParts = [
  '\\b(?:not?|never|without|kein\\w*|nicht|ohne|pas|sans|sin|senza|sem|niet|geen|nao|non)\\b',
  'withdr',
  'revok',
  'revoc',
  'opt(?:ed)? ?out',
  'unsub',
  'unconfirmed',
  'clean',
  'bounc',
  'pend',
  'await',
  'wait',
  'request',
  '\\bsent\\b',
  'disagree',
  'inacti',
  'inatt',
  'disatt',
  'inakt',
  'unkn',
  'expir',
  'laps',
  'outdat',
  'refus',
  'reject',
  'declin',
  'den(?:y|ied)',
  'object',
  'block',
  'inactiv',
  'invalid',
  'disabl',
  'delet',
  'cancel',
  'partial',
  'missing',
  'empty',
  'unset',
  'undef',
  'maybe',
  'widerruf',
  'widerspr',
  'abgelehn',
  'ablehn',
  'abgemeld',
  'ausstehend',
  'offen',
  'unbekannt',
  'abgelauf',
  'ungultig',
  'verweiger',
  'zuruckgezogen',
  'retir',
  'desinscri',
  'desabonn',
  'attente',
  'inconnu',
  'perim',
  'oppos',
  'rechaz',
  'pendient',
  'desconocid',
  'caducad',
  'vencid',
  'baja',
  'ritir',
  'rifiut',
  'attesa',
  'sconosciut',
  'scadut',
  'negad',
  'desconhecid',
  'expirad',
  'recusad',
  'ingetrokken',
  'geweigerd',
  'wacht',
  'onbekend',
  'verlopen',
  'afgemeld',
  'uitgeschreven',
].join('|');
const yesParts = [
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
const channelParts =
  '^(?:(?:e ?)?mail|sms|phone|telefon|post|push|whatsapp|app|web|call|letter|newsletter|marketing|analytics|' +
  'personali[sz]ation|ads|advertising|statistics|all)(?:[ ,;|/&+]+(?:and )?(?:(?:e ?)?mail|sms|phone|telefon|post|' +
  'push|whatsapp|app|web|call|letter|newsletter|marketing|analytics|personali[sz]ation|ads|advertising|' +
  'statistics))*$';

const empty = (value: string): string => `nullif(trim(${value}), '') IS NULL`;
const folded = (value: string): string => `trim(lower(strip_accents(regexp_replace(${value}, '[\\s_-]+', ' ', 'g'))))`;

const says = (value: string, day: string, further = ''): string => {
  const text = folded(value);
  return (
    `WHEN ${empty(value)} OR ${text} = '' THEN 0 WHEN ${text} IN ${yes} THEN 1 WHEN ${text} IN ${no} THEN 0 WHEN ` +
    `regexp_matches(${text}, ${quoteText(noParts)}) THEN 0 WHEN regexp_matches(${text}, ${quoteText(yesParts)}) THEN ` +
    `1 ${further} WHEN ${readDate(value)} IS NOT NULL THEN CASE WHEN ${readDate(value)} < ${day} + INTERVAL 1 DAY ` +
    'THEN 1 ELSE 0 END'
  );
};

function consentSql(role: ConsentRole, value: string, day: string): string {
  const date = readDate(value);
  switch (role) {
    case 'status':
      return `CASE ${says(value, day)} ELSE 2 END`;
    case 'channels':
      return (
        `CASE ${says(value, day, `WHEN regexp_matches(${folded(value)}, ${quoteText(channelParts)}) THEN 1`)} ELSE 2 ` +
        'END'
      );
    case 'given-on':
      return (
        `CASE WHEN ${empty(value)} THEN 0 WHEN ${date} IS NULL THEN CASE ${says(value, day)} ELSE 2 END WHEN ${date} ` +
        `< ${day} + INTERVAL 1 DAY THEN 1 ELSE 0 END`
      );
    case 'taken-back':
      return (
        `CASE WHEN ${empty(value)} OR ${folded(value)} IN ${no} THEN 1 WHEN ${folded(value)} IN ${yes} THEN 0 WHEN ` +
        `${date} IS NULL THEN 0 WHEN ${date} < ${day} + INTERVAL 1 DAY THEN 0 ELSE 1 END`
      );
    case 'ends':
      return (
        `CASE WHEN ${empty(value)} OR ${folded(value)} IN ${no} THEN 1 WHEN ${date} IS NULL THEN 2 WHEN ${date} < ` +
        `${day} THEN 0 ELSE 1 END`
      );
  }
}

/**
 * Names that say that somebody took something back, in columns the classification knows only as a day, a yes or no, or
 * not at all.
 */
const surelyTakenBack =
  /^(?:withdraw|revok|revoc|unsub|widerruf|abmeld|abgemeld|desinscri|desabonn|disiscri|ingetrokken|uitschrijf|afgemeld|optout)/;
const plain = typeSet('date_event', 'timestamp', 'boolean_flag', 'unknown');
const saysTakenBack = ({ name, type }: Finding): boolean =>
  plain.has(type) &&
  (headerTokens(name).some((token) => surelyTakenBack.test(token)) ||
    /\bopt(?:ed)? out\b/.test(headerTokens(name).join(' ')));

const isConsent = (finding: Finding): boolean =>
  finding.flags.includes('consent') || finding.type === 'subscription_status' || saysTakenBack(finding);

/**
 * SQL by column of what each says of its row on the reference date: 1 consent holds, 0 it does not (no, withdrawn,
 * pending, unknown, ended, nothing), 2 the value cannot be read. The day it was given counts where no column says
 * whether it was; a day it was taken back or ends counts always.
 */
export function consentColumns(
  known: readonly { finding: Finding; sql: string }[],
  referenceDate: string,
): { column: string; sql: string }[] {
  const roles = known.flatMap(({ finding, sql }) => {
    const role = isConsent(finding) ? roleOf(finding) : null;
    return role === null ? [] : [{ column: finding.name, sql, role }];
  });
  const stated = roles.some(({ role }) => role === 'status');
  return roles
    .filter(({ role }) => !(stated && role === 'given-on'))
    .map(({ column, sql, role }) => ({ column, sql: consentSql(role, sql, `DATE ${quoteText(referenceDate)}`) }));
}

/** What somebody writes who takes consent back or refuses it, rather than one who was never asked. */
const refusal = [
  'withdr',
  'revok',
  'revoc',
  'opt(?:ed)? ?out',
  'unsub',
  'disagree',
  'refus',
  'reject',
  'declin',
  'den(?:y|ied)',
  'object',
  'block',
  'widerruf',
  'widerspr',
  'abgelehn',
  'ablehn',
  'abgemeld',
  'verweiger',
  'zuruckgezogen',
  'retir',
  'desinscri',
  'desabonn',
  'oppos',
  'rechaz',
  'baja',
  'ritir',
  'rifiut',
  'negad',
  'recusad',
  'ingetrokken',
  'geweigerd',
  'afgemeld',
  'uitgeschreven',
].join('|');

/**
 * SQL of whether a row says that its person took consent back, or refused it: whoever did is not asked again. What was
 * never answered is neither.
 */
export function refusalColumns(
  known: readonly { finding: Finding; sql: string }[],
  referenceDate: string,
): { column: string; sql: string }[] {
  return known.flatMap(({ finding, sql }) => {
    const role = isConsent(finding) ? roleOf(finding) : null;
    if (role === 'status' || role === 'channels')
      return {
        column: finding.name,
        sql: `(NOT (${empty(sql)}) AND (${folded(sql)} IN ${no} OR regexp_matches(${folded(sql)}, ${quoteText(refusal)})))`,
      };
    if (role === 'taken-back')
      return { column: finding.name, sql: `(${consentSql(role, sql, `DATE ${quoteText(referenceDate)}`)} = 0)` };
    return [];
  });
}
