import type { ConsentKeyKind } from '#shared/domain/consent.ts';
import { Failure } from '#shared/contract/failure.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { consentText } from '#shared/text/engine/consent.ts';
import { keyKindOf, normalisedKey, type Pseudonymise } from '#engine/consent/person-key.ts';
import type { ConsentLink } from './consent-links.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

/** A column that names people: its SQL, its semantic type, and which of its values mean the same person. */
export interface KeyColumn {
  column: string;
  type: string;
  kind: ConsentKeyKind;
  sql: string;
}

/** @throws Failure COLUMN_UNKNOWN */
export async function keyColumnOf(table: TableInHand, column: string): Promise<KeyColumn> {
  const found = table.columns.find(({ name }) => name === column);
  if (found === undefined) throw new Failure('COLUMN_UNKNOWN', consentText.noColumn(column, table.fileName));
  const type = (await table.findings()).find(({ name }) => name === column)?.type ?? 'unknown';
  return { column, type, kind: keyKindOf(type), sql: quoteIdentifier(found.physical) };
}

/** Every value that names somebody in a table's column, with the pseudonym that the person has in the ledger. */
export async function pseudonymsIn(
  table: Pick<TableInHand, 'duck' | 'relation'>,
  { sql, kind }: KeyColumn,
  pseudonymOf: Pseudonymise,
): Promise<Map<string, string>> {
  const [values = []] = await table.duck.texts(
    `SELECT DISTINCT ${sql} FROM ${table.relation} WHERE ${sql} IS NOT NULL`,
  );
  const found = new Map<string, string>();
  for (const value of values) {
    const normalised = normalisedKey(kind, value);
    if (value !== null && normalised !== null) found.set(value, pseudonymOf(kind, normalised));
  }
  return found;
}

/** The pseudonyms of whoever a row names by the values of linked columns, in their order. */
export const pseudonymsOf = (
  links: readonly ConsentLink[],
  values: readonly (string | null)[],
  pseudonymOf: Pseudonymise,
): string[] =>
  links.flatMap(({ kind }, at) => {
    const normalised = normalisedKey(kind, values[at] ?? null);
    return normalised === null ? [] : [pseudonymOf(kind, normalised)];
  });

/** Everybody in a table, each by all pseudonyms that its linked columns give them. */
export async function peopleOf(
  table: Pick<TableInHand, 'duck' | 'relation' | 'columns'>,
  links: readonly ConsentLink[],
  pseudonymOf: Pseudonymise,
): Promise<string[][]> {
  const sql = links.map(({ column }) => quoteIdentifier(table.columns.find(({ name }) => name === column)!.physical));
  const cells = await table.duck.texts(`SELECT DISTINCT ${sql.join(', ')} FROM ${table.relation}`);
  const people = new Map<string, Set<string>>();
  for (let at = 0; at < (cells[0]?.length ?? 0); at += 1) {
    const own = pseudonymsOf(
      links,
      cells.map((column) => column[at] ?? null),
      pseudonymOf,
    );
    const [first] = own;
    if (first === undefined) continue;
    const before = people.get(first) ?? new Set();
    for (const pseudonym of own) before.add(pseudonym);
    people.set(first, before);
  }
  return [...people.values()].map((own) => [...own]);
}
