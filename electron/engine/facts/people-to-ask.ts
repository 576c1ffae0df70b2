import type { Finding } from '#shared/domain/finding.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { refusalColumns } from './consent-sql.ts';
import { ageSql } from './minors.ts';

const contactTypes: readonly string[] = ['email_address', 'phone_number'];
const keyTypes: readonly string[] = ['customer_id', 'user_id'];

export interface AskSql {
  /** Names of the columns that the list has. */
  columns: string[];
  contacts: string[];
  /** Query of the list's texts, each person once. */
  list: string;
  /** Query of a row of counts: all rows, then those of each reason. */
  counts: string;
}

/**
 * SQL of the list of people to ask again: whoever can be reached, took nothing back, and is of age. Somebody with several
 * rows refuses by any of them. Null where no column tells how to reach people, or how old they are: `missing` says which.
 * @param adult age in years from which somebody is of age; `written`: SQL of a cell as a file has it
 */
export function askSql(
  relation: string,
  known: readonly { finding: Finding; sql: string }[],
  {
    referenceDate,
    adult,
    written,
    ledger,
  }: {
    referenceDate: string;
    adult: number;
    written: (sql: string) => string;
    /** SQL of who a person is, and of whether the consent ledger says that they refused. */
    ledger?: { person: string; refused: string } | undefined;
  },
): AskSql | { missing: 'contact' | 'age' } {
  const contacts = known.filter(({ finding }) => contactTypes.includes(finding.type));
  const ages = known.flatMap(({ finding, sql }) => ageSql(finding, sql, referenceDate, adult) ?? []);
  if (contacts.length === 0) return { missing: 'contact' };
  if (ages.length === 0) return { missing: 'age' };
  const keys = known.filter(({ finding }) => keyTypes.includes(finding.type));
  const told = [...keys, ...contacts];
  const person = ledger?.person ?? (keys[0] ?? contacts[0]!).sql;
  const refusals = [
    ...refusalColumns(known, referenceDate).map(({ sql }) => sql),
    ...(ledger === undefined ? [] : [ledger.refused]),
  ];
  const age = `least(${ages.join(', ')})`;
  const reachable = contacts.map(({ sql }) => `coalesce(trim(${sql}), '') <> ''`).join(' OR ');
  const rows =
    `(SELECT ${told.map(({ sql }, at) => `${sql} AS t${at}`).join(', ')}, (${reachable}) AS reachable, ` +
    `bool_or(${refusals.length === 0 ? 'false' : refusals.join(' OR ')}) OVER (PARTITION BY ${person}) AS refused, ` +
    `min(${age}) OVER (PARTITION BY ${person}) AS of_age, ${age} AS own_age FROM ${relation})`;
  const asked = 'reachable AND NOT refused AND own_age = 1 AND of_age = 1';
  return {
    columns: told.map(({ finding }) => finding.name),
    contacts: contacts.map(({ finding }) => finding.name),
    list:
      `SELECT DISTINCT ${told.map((_, at) => `${written(`t${at}`)} AS ${quoteIdentifier(`c${at}`)}`).join(', ')} ` +
      `FROM ${rows} WHERE ${asked} ORDER BY ALL`,
    counts:
      `SELECT count(*)::INTEGER AS rows, count(*) FILTER (NOT reachable)::INTEGER AS no_contact, count(*) FILTER ` +
      `(reachable AND refused)::INTEGER AS refused, count(*) FILTER (reachable AND NOT refused AND (own_age = 0 OR of_age ` +
      `= 0))::INTEGER AS under_age, count(*) FILTER (reachable AND NOT refused AND own_age IS NULL AND of_age IS DISTINCT ` +
      `FROM 0)::INTEGER AS age_unknown, count(*) FILTER (${asked})::INTEGER AS asked FROM ${rows}`,
  };
}
