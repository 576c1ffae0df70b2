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
  /** Column of the source that names people as the ledger does; null: none does, and nobody can be found. */
  column: string | null;
  /** Of a value of that column. */
  standingOf(value: string): ConsentStanding;
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
  column: string;
  /** SQL over a row of the source: the person's fingerprint, salted for this one run. */
  fingerprint: string;
  /** Quoted name of a table with columns `f` and `s`. Whoever is not in it is unknown. */
  table: string;
  lastEvent: number;
}

/** Values that are judged at a time. */
const page = 20_000;

/**
 * Looks up everybody whom a column of a source names. No key leaves this process, and the table holds no value.
 * @param column the source's column: its name and the SQL of its text
 * @throws Failure JOB_CANCELLED
 */
export async function makeLookup(
  duck: Duck,
  relation: string,
  column: { name: string; sql: string },
  ledger: LedgerInHand,
  signal: AbortSignal | undefined,
): Promise<LedgerLookup> {
  const id = randomUUID();
  const [table, keys] = [quoteIdentifier(`ledger_${id}`), quoteIdentifier(`people_${id}`)];
  const salt = quoteText(randomUUID());
  const fingerprint = (value: string): string => `md5_number(${salt} || ${value})`;
  const run = (sql: string, values?: string[]): Promise<void> =>
    interruptible(duck, signal, () => duck.run(sql, values));
  try {
    await run(
      `CREATE TEMP TABLE ${keys} AS SELECT row_number() OVER () AS n, k FROM (SELECT DISTINCT ${column.sql} AS k FROM ` +
        `${relation} WHERE ${column.sql} IS NOT NULL)`,
    );
    await run(`CREATE TABLE ${table} (f UHUGEINT, s VARCHAR)`);
    for (let from = 0; ; from += page) {
      const among = `FROM ${keys} WHERE n > ${from} AND n <= ${from + page}`;
      const [values = []] = await interruptible(duck, signal, () => duck.texts(`SELECT k ${among} ORDER BY n`));
      if (values.length === 0) break;
      const standings = values.map((value) => letters[ledger.standingOf(value ?? '')]).join('');
      await run(
        `INSERT INTO ${table} SELECT ${fingerprint('k')}, list_extract(string_split($1, ''), n - ${from}) ${among}`,
        [standings],
      );
      await breathe(signal);
    }
    return { column: column.name, fingerprint: fingerprint(column.sql), table, lastEvent: ledger.lastEvent };
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
  const column = columns.find(({ name }) => name === ledger.column);
  if (column === undefined) return 'not-linked';
  return makeLookup(duck, relation, { name: column.name, sql: quoteIdentifier(column.physical) }, ledger, signal);
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
