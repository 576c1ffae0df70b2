import { randomUUID } from 'node:crypto';
import { consentStandings, type ConsentStanding } from '#shared/domain/consent.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { breathe } from '#engine/jobs/cancelled.ts';

/** Where the people of a source stand for a purpose, as the consent ledger has it. */
export interface LedgerInHand {
  /** Columns of the source that name people as the ledger does; empty: none does, and nobody can be found. */
  columns: readonly string[];
  /** Of the values that a row has in those columns, in their order. */
  standingOf(values: readonly (string | null)[]): ConsentStanding;
  /** Number of the last event that counts, and the day (YYYY-MM-DD) on which consent has to hold. */
  lastEvent: number;
  day: string;
}

/** A letter for each standing, as it is stored. */
const letters = Object.fromEntries(consentStandings.map((standing) => [standing, standing.charAt(0)])) as Record<
  ConsentStanding,
  string
>;
export const standingLetter = (standing: ConsentStanding): string => letters[standing];

/** A table of the source's data engine that tells by a fingerprint of the person where they stand. */
export interface LedgerLookup {
  columns: readonly string[];
  /** SQL over a row of the source: the person's fingerprint, salted for this one run. */
  fingerprint: string;
  /** Quoted name of a table with columns `f` and `s`. Whoever is not in it is unknown. */
  table: string;
  lastEvent: number;
}

/** Values that are judged at a time. */
const page = 20_000;

/** Values as one text: each with its length before it, so that no two rows of other values have the same. */
const together = (values: readonly string[]): string =>
  values.map((value) => `coalesce(length(${value})::VARCHAR || ':' || ${value}, '-')`).join(" || ' ' || ");

/**
 * Looks up everybody whom columns of a source name. No key leaves this process, and the table holds no value.
 * @param columns the source's columns: name and the SQL of its text
 * @throws Failure JOB_CANCELLED
 */
export async function makeLookup(
  duck: Duck,
  relation: string,
  columns: readonly { name: string; sql: string }[],
  ledger: LedgerInHand,
  signal: AbortSignal | undefined,
): Promise<LedgerLookup> {
  const id = randomUUID();
  const [table, keys] = [quoteIdentifier(`ledger_${id}`), quoteIdentifier(`people_${id}`)];
  const salt = quoteText(randomUUID());
  const fingerprint = (values: readonly string[]): string => `md5_number(${salt} || ${together(values)})`;
  const names = columns.map((_, at) => `k${at}`);
  const run = (sql: string, values?: string[]): Promise<void> =>
    interruptible(duck, signal, () => duck.run(sql, values));
  try {
    await run(
      `CREATE TEMP TABLE ${keys} AS SELECT row_number() OVER () AS n, ${names.join(', ')} FROM (SELECT DISTINCT ` +
        `${columns.map(({ sql }, at) => `${sql} AS k${at}`).join(', ')} FROM ${relation})`,
    );
    await run(`CREATE TABLE ${table} (f UHUGEINT, s VARCHAR)`);
    for (let from = 0; ; from += page) {
      const among = `FROM ${keys} WHERE n > ${from} AND n <= ${from + page}`;
      const cells = await interruptible(duck, signal, () =>
        duck.texts(`SELECT ${names.join(', ')} ${among} ORDER BY n`),
      );
      const found = cells[0]?.length ?? 0;
      if (found === 0) break;
      const rows = Array.from({ length: found }, (_, at) => cells.map((column) => column[at] ?? null));
      const standings = rows.map((values) => letters[ledger.standingOf(values)]).join('');
      await run(
        `INSERT INTO ${table} SELECT ${fingerprint(names)}, list_extract(string_split($1, ''), n - ${from}) ${among}`,
        [standings],
      );
      await breathe(signal);
    }
    return {
      columns: columns.map(({ name }) => name),
      fingerprint: fingerprint(columns.map(({ sql }) => sql)),
      table,
      lastEvent: ledger.lastEvent,
    };
  } catch (error) {
    await duck.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
    throw error;
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${keys}`).catch(() => undefined);
  }
}

/**
 * Looks the people of a source up in the ledger, where there is one and rows of people are to be written; undefined where
 * not.
 * @throws Failure JOB_CANCELLED
 */
export async function lookUpPeople(
  { duck, relation, columns }: { duck: Duck; relation: string; columns: readonly SourceColumn[] },
  { ledger, release, signal }: { ledger: LedgerInHand | null; release: ReleaseKind; signal: AbortSignal | undefined },
): Promise<LedgerLookup | 'not-linked' | undefined> {
  if (ledger === null || release === 'anonymised') return undefined;
  const named = ledger.columns.flatMap((wanted) => columns.find(({ name }) => name === wanted) ?? []);
  if (named.length === 0) return 'not-linked';
  const keys = named.map(({ name, physical }) => ({ name, sql: quoteIdentifier(physical) }));
  return makeLookup(duck, relation, keys, ledger, signal);
}

/** Takes a lookup away again. */
export const dropLookup = async (duck: Duck, lookup: LedgerLookup | 'not-linked' | undefined): Promise<void> => {
  if (typeof lookup === 'object') await duck.run(`DROP TABLE IF EXISTS ${lookup.table}`);
};

/** The same for the length of `work`. */
export async function withLookup<T>(
  source: Parameters<typeof lookUpPeople>[0],
  asked: Parameters<typeof lookUpPeople>[1],
  work: (lookup: LedgerLookup | 'not-linked' | undefined) => Promise<T>,
): Promise<T> {
  const lookup = await lookUpPeople(source, asked);
  try {
    return await work(lookup);
  } finally {
    await dropLookup(source.duck, lookup);
  }
}
