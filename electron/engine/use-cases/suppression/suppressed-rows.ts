import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { personColumns } from '#engine/privacy/person/person-column.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { spellingsToFind, suppressionHash, type SuppressionKind } from './suppression-keys.ts';
import { suppressedHashes } from './suppression-list.ts';

const kinds: Readonly<Record<string, SuppressionKind>> = {
  email_address: 'mail',
  phone_number: 'phone',
  hashed_value: 'hash',
};

/** Different values are hashed so many at a time. */
const atOnce = 20_000;

interface Table {
  duck: Duck;
  relation: string;
  columns: readonly SourceColumn[];
  findings: readonly Finding[];
}

/** The columns whose values may be on the list, and as what. */
const lookedAt = ({ columns, findings }: Table): { physical: string; kind: SuppressionKind }[] => {
  const types = new Map(findings.map(({ name, type }) => [name, type]));
  const people = new Set(personColumns(findings));
  return columns.flatMap(({ name, physical }) =>
    people.has(name) ? [{ physical, kind: kinds[types.get(name) ?? ''] ?? 'id' }] : [],
  );
};

/** Values of a column that are on the list, as they stand there. */
async function listedValues(
  { duck, relation }: Table,
  cell: string,
  isListed: (value: string) => boolean,
  signal: AbortSignal,
): Promise<string[]> {
  const [values = []] = await duck.texts(`SELECT DISTINCT ${cell} FROM ${relation} WHERE ${cell} IS NOT NULL`);
  const listed: string[] = [];
  for (let from = 0; from < values.length; from += atOnce) {
    await breathe(signal);
    listed.push(...values.slice(from, from + atOnce).flatMap((value) => (isListed(value ?? '') ? [value ?? ''] : [])));
  }
  return listed;
}

/**
 * How many rows of a table are about people on the workspace's suppression list, by the columns that name people. Each
 * different value is hashed once; nothing is read where the list is empty.
 */
export async function suppressedRows(workspace: Workspace, table: Table, signal: AbortSignal): Promise<number> {
  const list = suppressedHashes(workspace);
  if (list.size === 0) return 0;
  const hash = suppressionHash(workspace.keys.suppressionKey());
  const { duck, relation } = table;
  const conditions: string[] = [];
  const made: string[] = [];
  try {
    for (const { physical, kind } of lookedAt(table)) {
      const cell = quoteIdentifier(physical);
      const isListed = (value: string): boolean => spellingsToFind(kind, value).some((one) => list.has(hash(one)));
      const values = await listedValues(table, cell, isListed, signal);
      if (values.length === 0) continue;
      const name = `suppressed_${made.length}`;
      made.push(name);
      await appendRows(duck, name, ['v'], async (add) => {
        for (const value of values) add([value]);
      });
      conditions.push(`${cell} IN (SELECT v FROM ${name})`);
    }
    if (conditions.length === 0) return 0;
    const [row] = await duck.query<{ n: number }>(
      `SELECT count(*) AS n FROM ${relation} WHERE ${conditions.join(' OR ')}`,
    );
    return row?.n ?? 0;
  } finally {
    for (const name of made) await duck.run(`DROP TABLE IF EXISTS temp.main.${name}`);
  }
}
