import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { headerTokens } from '#shared/header-language/header.ts';
import { once } from '#shared/sql/duckdb/once.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { channelParts, empty, endings, folded, no, noParts, yes, yesParts } from './consent-words.ts';
import { stateSql, type ConsentColumns } from './consent-state-sql.ts';
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

/** What a date says that consent was given on: 1 up to the day, 0 after it, `unread` where it is none. */
const sinceDay = (date: string, day: string, unread: string): string =>
  once(date, 'd', `CASE WHEN d IS NULL THEN ${unread} WHEN d < ${day} + INTERVAL 1 DAY THEN 1 ELSE 0 END`);

/** What a text says of consent. @param dated what is said where only a date can tell */
const says = (value: string, dated: string, further = ''): string =>
  once(
    folded(value),
    't',
    `CASE WHEN ${empty(value)} OR t = '' THEN 0 WHEN t IN ${yes} THEN 1 WHEN t IN ${no} THEN 0 WHEN regexp_matches(t, ` +
      `${quoteText(noParts)}) THEN 0 WHEN regexp_matches(t, ${quoteText(yesParts)}) THEN 1 ${further} ELSE ${dated} END`,
  );

function consentSql(role: ConsentRole, value: string, day: string): string {
  const date = readDate(value);
  switch (role) {
    case 'status':
      return says(value, sinceDay(date, day, '2'));
    case 'channels':
      return says(value, sinceDay(date, day, '2'), `WHEN regexp_matches(t, ${quoteText(channelParts)}) THEN 1`);
    case 'given-on':
      return `CASE WHEN ${empty(value)} THEN 0 ELSE ${sinceDay(date, day, says(value, '2'))} END`;
    case 'taken-back': {
      const dated = once(date, 'd', `CASE WHEN d IS NULL OR d < ${day} + INTERVAL 1 DAY THEN 0 ELSE 1 END`);
      return (
        `CASE WHEN ${empty(value)} OR ${folded(value)} IN ${no} THEN 1 WHEN ${folded(value)} IN ${yes} THEN 0 ELSE ` +
        `${dated} END`
      );
    }
    case 'ends': {
      const dated = once(date, 'd', `CASE WHEN d IS NULL THEN 2 WHEN d < ${day} THEN 0 ELSE 1 END`);
      return `CASE WHEN ${empty(value)} OR ${folded(value)} IN ${no} THEN 1 ELSE ${dated} END`;
    }
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

/** The columns of a table that are about consent, by what each of them says. */
export function consentRoles(findings: readonly Finding[]): ConsentColumns {
  const found: ConsentColumns = { state: [], date: [], until: [], takenBack: [] };
  for (const finding of findings.filter(isConsent)) {
    const role = roleOf(finding);
    if (role === 'status' || role === 'channels') found.state.push(finding);
    if (role === 'given-on') found.date.push(finding);
    if (role === 'ends') found.until.push(finding);
    if (role === 'taken-back') found.takenBack.push(finding);
  }
  if (found.date.length === 0) found.date.push(...findings.filter((finding) => isDayOf(found.state, finding)));
  return found;
}

/** Days by their values, in a column that is called as one of the states is and something more: `Newsletter_am`. */
const isDayOf = (states: readonly Finding[], { name, type, flags }: Finding): boolean => {
  const tokens = headerTokens(name);
  return (
    (type === 'date_event' || flags.includes('timestamp')) &&
    states.some((state) => {
      const first = headerTokens(state.name);
      return first.length > 0 && first.length < tokens.length && first.every((token, at) => token === tokens[at]);
    })
  );
};

const isConsent = (finding: Finding): boolean =>
  finding.flags.includes('consent') || finding.type === 'subscription_status' || saysTakenBack(finding);

/** What a consent cell that is no yes says, as a standing; a reason is told and decides nothing. */
const standingSql = (role: ConsentRole, value: string): string => {
  if (role === 'taken-back') return "'withdrawn'";
  if (role === 'ends') return "'expired'";
  return once(
    stateSql(value),
    's',
    "CASE WHEN s IN ('withdrawn', 'revoked', 'invalidated') THEN 'withdrawn' WHEN s IN ('refused', 'expired') THEN s " +
      "WHEN s IN ('requested', 'deferred') THEN 'pending' ELSE 'unknown' END",
  );
};

/**
 * SQL by column of what each says of its row on the reference date: `sql` 1 consent holds, 0 it does not (no, withdrawn,
 * pending, unknown, ended, nothing), 2 the value cannot be read; `standing` why it does not. The day it was given counts
 * where no column says whether it was; a day it was taken back or ends counts always.
 */
export function consentColumns(
  known: readonly { finding: Finding; sql: string }[],
  referenceDate: string,
): { column: string; sql: string; standing: string }[] {
  const roles = known.flatMap(({ finding, sql }) => {
    const role = isConsent(finding) ? roleOf(finding) : null;
    return role === null ? [] : [{ column: finding.name, sql, role }];
  });
  const day = `DATE ${quoteText(referenceDate)}`;
  const stated = roles.some(({ role }) => role === 'status');
  return roles
    .filter(({ role }) => !(stated && role === 'given-on'))
    .map(({ column, sql, role }) => ({
      column,
      sql: consentSql(role, sql, day),
      standing: `CASE WHEN (${consentSql(role, sql, day)}) = 1 THEN NULL ELSE ${standingSql(role, sql)} END`,
    }));
}

/** What somebody writes who takes consent back or refuses it, rather than one who was never asked. */
const refusal = [...endings.withdrawn, ...endings.revoked, ...endings.refused].join('|');

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
