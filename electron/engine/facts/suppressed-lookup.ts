import { randomUUID } from 'node:crypto';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { SuppressionKind } from '#engine/suppression/suppression-keys.ts';
import type { OnList } from '#engine/suppression/suppression-list.ts';
import { personColumns } from '../privacy/person/person-column.ts';

const kinds: Readonly<Record<string, SuppressionKind>> = {
  email_address: 'mail',
  phone_number: 'phone',
  hashed_value: 'hash',
};

/** Different values are hashed so many at a time. */
const atOnce = 20_000;

/** Rows about people on the suppression list. */
export interface SuppressedLookup {
  /** SQL over a row of the source: whether it is about one of them. */
  sql: string;
  /** Quoted name of the table that the SQL asks: values of the source that are on the list, by column. */
  table: string;
  /** Names of the columns that name people, which were looked at. */
  columns: string[];
}

interface Source {
  duck: Duck;
  relation: string;
  columns: readonly SourceColumn[];
}

/** The columns whose values may be on the list, and as what. */
function lookedAt({ columns }: Source, findings: readonly Finding[]) {
  const types = new Map(findings.map(({ name, type }) => [name, type]));
  const people = new Set(personColumns(findings));
  return columns.flatMap(({ name, physical }) =>
    people.has(name) ? [{ name, physical, kind: kinds[types.get(name) ?? ''] ?? ('id' as const) }] : [],
  );
}

/**
 * Looks for the people of a source on the suppression list, by the columns that name people; each different value is
 * hashed once. The table is for every connection of the data engine: `dropSuppressed` takes it away.
 * @returns undefined where nobody is on the list, or no column names people
 * @throws Failure JOB_CANCELLED
 */
export async function lookUpSuppressed(
  source: Source,
  findings: readonly Finding[],
  { onList, signal }: { onList: OnList | null; signal: AbortSignal | undefined },
): Promise<SuppressedLookup | undefined> {
  const columns = lookedAt(source, findings);
  if (onList === null || columns.length === 0) return undefined;
  const { duck, relation } = source;
  const id = randomUUID().replaceAll('-', '');
  const [table, found] = [`suppressed_${id}`, `found_${id}`];
  try {
    await appendRows(duck, found, ['c', 'v'], async (add) => {
      for (const { physical, kind } of columns) {
        const cell = quoteIdentifier(physical);
        const [values = []] = await interruptible(duck, signal, () =>
          duck.texts(`SELECT DISTINCT ${cell} FROM ${relation} WHERE ${cell} IS NOT NULL`),
        );
        for (const [at, value] of values.entries()) {
          if (at % atOnce === 0) await breathe(signal);
          if (value !== null && onList(kind, value)) add([physical, value]);
        }
      }
    });
    await duck.run(`CREATE TABLE ${table} AS SELECT c, v FROM ${found}`);
  } finally {
    await duck.run(`DROP TABLE IF EXISTS temp.main.${found}`);
  }
  const parts = columns.map(
    ({ physical }) =>
      `coalesce(${quoteIdentifier(physical)} IN (SELECT v FROM memory.main.${table} WHERE c = '${physical}'), false)`,
  );
  return { sql: `(${parts.join(' OR ')})`, table: `memory.main.${table}`, columns: columns.map(({ name }) => name) };
}

/** Takes a lookup away again. */
export const dropSuppressed = async (duck: Duck, lookup: SuppressedLookup | undefined): Promise<void> => {
  if (lookup !== undefined) await duck.run(`DROP TABLE IF EXISTS ${lookup.table}`);
};

/** The same for the length of `work`, of releases whose rows stay personal. */
export async function withSuppressed<T>(
  source: Source & { onList?(at?: string): OnList | null },
  {
    findings,
    release,
    signal,
  }: { findings: readonly Finding[]; release: ReleaseKind; signal: AbortSignal | undefined },
  work: (lookup: SuppressedLookup | undefined) => Promise<T>,
): Promise<T> {
  const onList = release === 'anonymised' ? null : (source.onList?.() ?? null);
  const lookup = await lookUpSuppressed(source, findings, { onList, signal });
  try {
    return await work(lookup);
  } finally {
    await dropSuppressed(source.duck, lookup);
  }
}

/** How many rows of a table are about people on the list. */
export async function countSuppressed(
  source: Source,
  findings: readonly Finding[],
  asked: { onList: OnList | null; signal: AbortSignal | undefined },
): Promise<number> {
  const lookup = await lookUpSuppressed(source, findings, asked);
  if (lookup === undefined) return 0;
  try {
    const { duck, relation } = source;
    const [row] = await duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${relation} WHERE ${lookup.sql}`);
    return row?.n ?? 0;
  } finally {
    await dropSuppressed(source.duck, lookup);
  }
}
