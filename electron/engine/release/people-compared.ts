import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { Membership } from '#engine/privacy/between/pointed-at.ts';

/** A column of two releases: `here` and `there` are its SQL names. */
export interface Shared {
  name: string;
  here: string;
  there: string;
}

/** Two releases, each a FROM-clause expression of rows with fingerprints of whose they are. */
export interface Pair {
  duck: Duck;
  now: string;
  then: string;
  signal: AbortSignal | undefined;
}

/** Where fewer of the people of the smaller release than these are in the other, they are other people. */
const samePeople = 0.5;
/** A column that reads the same of no more of those who are in both is not published alike. */
const publishedAlike = 0.5;

const ask = <Row extends Record<string, unknown>>({ duck, signal }: Pair, sql: string): Promise<Row[]> =>
  interruptible(duck, signal, () => duck.query<Row>(sql));

/**
 * The first of the fingerprints by which at least half of the people of the smaller release are in the other, too.
 * @returns null: they are other people
 */
export async function whoIsWho(pair: Pair, ids: readonly string[]): Promise<string | null> {
  for (const id of ids) {
    const people = (relation: string): string => `(SELECT DISTINCT ${id} FROM ${relation} WHERE ${id} IS NOT NULL)`;
    const [found] = await ask<{ least: number; inBoth: number }>(
      pair,
      `SELECT least((SELECT count(*) FROM ${people(pair.now)}), (SELECT count(*) FROM ${people(pair.then)})) AS least, ` +
        `(SELECT count(*) FROM (SELECT * FROM ${people(pair.now)} INTERSECT SELECT * FROM ${people(pair.then)})) AS ` +
        '"inBoth"',
    );
    if (found!.inBoth > 0 && found!.inBoth >= samePeople * found!.least) return id;
  }
  return null;
}

/** Those of the columns that read the same of most people who are in both; of a person's rows the least text counts. */
export async function columnsAlike(pair: Pair, id: string, both: readonly Shared[]): Promise<Shared[]> {
  const alike: Shared[] = [];
  for (const some of someAtATime(both)) {
    const ofPeople = (relation: string, side: 'here' | 'there'): string =>
      `(SELECT ${id}, ${some.map((column, at) => `min(${column[side]}) AS m${at}`).join(', ')} FROM ${relation} ` +
      `WHERE ${id} IS NOT NULL GROUP BY ${id})`;
    const same = some.map((_, at) => `avg((n.m${at} IS NOT DISTINCT FROM t.m${at})::INTEGER) AS s${at}`);
    const [shares] = await ask<Record<string, number | null>>(
      pair,
      `SELECT ${same.join(', ')} FROM ${ofPeople(pair.now, 'here')} n JOIN ${ofPeople(pair.then, 'there')} t ` +
        `USING (${id})`,
    );
    alike.push(...some.filter((_, at) => (shares?.[`s${at}`] ?? 0) > publishedAlike));
  }
  return alike;
}

/** Rows that agree with exactly one row there in all of the columns, and that row is the same person's. */
export async function ownJoins(pair: Pair, id: string, columns: readonly Shared[]): Promise<number> {
  if (columns.length === 0) return 0;
  const list = columns.map(({ there }, at) => `${there} AS q${at}`).join(', ');
  const same = columns.map(({ here }, at) => `n.${here} IS NOT DISTINCT FROM t.q${at}`).join(' AND ');
  const [found] = await ask<{ n: number }>(
    pair,
    `SELECT count(*) AS n FROM ${pair.now} n JOIN (SELECT ${list}, min(${id}) AS who FROM ${pair.then} GROUP BY ` +
      `${columns.map((_, at) => at + 1).join(', ')} HAVING count(*) = 1) t ON ${same} AND n.${id} = t.who`,
  );
  return found!.n;
}

/**
 * Who is in which group of the two releases, before and after; of those people alone whose groups are not the same in
 * both.
 */
export async function membershipsOf(
  pair: Pair,
  id: string,
  columns: readonly Shared[],
): Promise<[before: Membership, after: Membership]> {
  const keys = columns.map((_, at) => `q${at}`);
  const groupsOf = (relation: string, side: 'here' | 'there'): string =>
    `SELECT DISTINCT ${id} AS who, ${columns.map((column, at) => `${column[side]} AS ${keys[at]!}`).join(', ')} ` +
    `FROM ${relation} WHERE ${id} IS NOT NULL`;
  const same = keys.map((key) => `m.${key} IS NOT DISTINCT FROM g.${key}`).join(' AND ');
  const found = await ask<{ later: boolean; person: number; grouped: number }>(
    pair,
    `WITH n AS (${groupsOf(pair.now, 'here')}), t AS (${groupsOf(pair.then, 'there')}), moved AS (SELECT who, ` +
      'row_number() OVER () - 1 AS code FROM (SELECT DISTINCT who FROM ((SELECT * FROM n EXCEPT SELECT * FROM t) UNION ' +
      'ALL (SELECT * FROM t EXCEPT SELECT * FROM n)))), m AS (SELECT true AS later, code AS person, n.* FROM n JOIN ' +
      'moved USING (who) UNION ALL SELECT false, code, t.* FROM t JOIN moved USING (who)), g AS (SELECT row_number() ' +
      `OVER () - 1 AS grouped, * FROM (SELECT DISTINCT ${keys.join(', ')} FROM m)) SELECT later, person, grouped FROM ` +
      `m JOIN g ON ${same}`,
  );
  const coded = (wanted: boolean): Membership => {
    const rows = found.filter(({ later }) => later === wanted);
    return {
      people: Int32Array.from(rows, ({ person }) => person),
      groups: Int32Array.from(rows, ({ grouped }) => grouped),
    };
  };
  return [coded(false), coded(true)];
}
