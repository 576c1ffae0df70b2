import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { JoinRelation, JoinRows } from '#shared/domain/joined-view.ts';

/** How often the people of one dataset are in it. */
export interface SidePeople {
  people: number;
  repeated: number;
  mostRows: number;
}

export interface PeopleMatch {
  left: SidePeople;
  right: SidePeople;
  both: number;
  relation: JoinRelation;
}

async function peopleIn(duck: Duck, keys: string): Promise<SidePeople> {
  const [told] = await duck.query<{ people: number; repeated: number; most: number | null }>(
    `SELECT count(*) AS people, count(*) FILTER (n > 1) AS repeated, max(n) AS most FROM (SELECT count(*) AS n FROM ` +
      `${keys} GROUP BY person)`,
  );
  return { people: told!.people, repeated: told!.repeated, mostRows: told!.most ?? 0 };
}

/**
 * Who is where, in people.
 * @param left name of a key table, as `right`
 * @throws Failure JOB_CANCELLED
 */
export function matchPeople(
  duck: Duck,
  left: string,
  right: string,
  signal: AbortSignal | undefined,
): Promise<PeopleMatch> {
  return interruptible(duck, signal, async () => {
    const [matched] = await duck.query<{ both: number; manyLeft: boolean | null; manyRight: boolean | null }>(
      `SELECT count(*) AS "both", max(l.n) > 1 AS "manyLeft", max(r.n) > 1 AS "manyRight" FROM (SELECT person, count(*) ` +
        `AS n FROM ${left} GROUP BY person) l JOIN (SELECT person, count(*) AS n FROM ${right} GROUP BY person) r USING ` +
        '(person)',
    );
    const { both, manyLeft, manyRight } = matched!;
    const relation = `${manyLeft === true ? 'many' : 'one'}-to-${manyRight === true ? 'many' : 'one'}` as const;
    return { left: await peopleIn(duck, left), right: await peopleIn(duck, right), both, relation };
  });
}

/** Key tables and relations of both datasets in one data engine. */
export interface JoinedTables {
  duck: Duck;
  left: { relation: string; keys: string };
  right: { relation: string; keys: string };
  rows: JoinRows;
  /** Name of a table of the people who are left out, or null. */
  without: string | null;
  signal: AbortSignal | undefined;
}

/**
 * Rows of a dataset with whoever they are of; nobody where they name none. Where people are left out, so is a row that
 * names nobody: it may be theirs.
 */
const rowsOf = ({ relation, keys }: JoinedTables['left'], without: string | null, keyed: boolean): string =>
  `SELECT d.rowid AS rid, k.person FROM ${relation} d ${keyed ? '' : 'LEFT '}JOIN ${keys} k ON k.rid = d.rowid` +
  `${without === null ? '' : ` WHERE k.person IS NOT NULL AND k.person NOT IN (SELECT person FROM ${without})`}`;

const joinWord: Record<JoinRows, string> = { both: 'JOIN', left: 'LEFT JOIN', all: 'FULL JOIN' };

/** SQL of the view's rows: `l` and `r` are row numbers of the datasets, `person` is nobody where a row names none. */
export function pairsSql({ left, right, rows, without }: JoinedTables): string {
  const [ofLeft, ofRight] = [rowsOf(left, without, rows === 'both'), rowsOf(right, without, rows !== 'all')];
  return (
    `SELECT l.rid AS l, r.rid AS r, coalesce(l.person, r.person) AS person FROM (${ofLeft}) l ${joinWord[rows]} ` +
    `(${ofRight}) r ON l.person = r.person`
  );
}

/** How many rows the view will have, without making one of them. @throws Failure JOB_CANCELLED */
export async function countPairs({ duck, left, right, rows, without, signal }: JoinedTables): Promise<number> {
  const group = (side: JoinedTables['left']): string =>
    `SELECT person, count(*) AS n FROM (${rowsOf(side, without, false)}) GROUP BY person`;
  const [told] = await interruptible(duck, signal, () =>
    duck.query<{ n: number | null }>(
      `SELECT sum(CASE WHEN l.n IS NULL THEN ${rows === 'all' ? 'r.n' : '0'} WHEN r.n IS NULL THEN ` +
        `${rows === 'both' ? '0' : 'l.n'} ELSE l.n::DOUBLE * r.n END)::DOUBLE AS n FROM (${group(left)}) l FULL JOIN ` +
        `(${group(right)}) r ON l.person = r.person`,
    ),
  );
  return told?.n ?? 0;
}
