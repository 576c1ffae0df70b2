import type { Duck } from '#engine/analysis/open-duck.ts';
import { classesSql } from '../privacy/measure/classes.ts';
import type { RowsAlone, SetsAlone } from '../privacy/measure/rows-alone.ts';
import { countsPeople } from '../privacy/person/person-column.ts';

/** Rows from which the rows alone are estimated from slices instead of counted, which would take a further scan. */
export const sliceFromRows = 200_000;

/** Rows that a slice is meant to hold, and zero bits that pick it where nobody knows how many rows there are. */
const slicedRows = 2500;
const usualBits = 9;

/** How far the rows of a slice may be from what is expected, before some class is held to be too large to fit in one. */
const even = 0.1;

/** The share of rows alone that a slice tells, as a number of rows. @param times how many slices there are of all rows */
function scaled({ rows, alone }: RowsAlone, all: number, times: number): RowsAlone {
  const isEven = Math.abs((rows * times) / all - 1) <= even;
  const share = rows === 0 ? 0 : isEven ? alone / rows : Math.min(1, (alone * times) / all);
  return { rows: all, alone: Math.round(share * all) };
}

/**
 * SQL that takes a slice of every set's classes in the scan that reads the rows anyway, and reads them: those classes
 * whose hash ends in so many zero bits. Whole classes are kept or left, so that the rows alone are estimated without
 * bias: as their share of the slice, or, where a large class made the slice uneven, as their number times the slices.
 * @param list SQL names of the columns
 * @param sets column positions
 */
export function slicesOf(
  list: readonly string[],
  sets: readonly (readonly number[])[],
  { person, rows: expected }: { person?: number | undefined; rows?: number | undefined },
) {
  const bits = expected === undefined ? usualBits : Math.max(0, Math.floor(Math.log2(expected / slicedRows)));
  const mask = 2 ** bits - 1;
  const used = [...new Set(sets.flat())];
  const id = person === undefined ? undefined : list[person]!;
  const who = id === undefined ? 'NULL::UBIGINT' : `CASE WHEN nullif(${id}, '') IS NOT NULL THEN hash(${id}) END`;
  const isIn = sets.map((_, at) => `g${at} & ${mask} = 0`).join(' OR ');
  return {
    /** Beside the columns. */
    hashes: sets.length === 0 ? [] : [...used.map((at) => `hash(${list[at]}) AS v${at}`), `${who} AS who`],
    /** Over the hashes. */
    classes: sets.map((set, at) => `hash(${set.map((column) => `v${column}`).join(', ')}) AS g${at}`),
    /** Over the classes. */
    aggregate:
      sets.length === 0 ? [] : [`list([${sets.map((_, at) => `g${at}`).join(', ')}, who]) FILTER (${isIn}) AS slices`],
    /** @param scan table of the one row that holds the aggregate */
    async read(duck: Duck, scan: string, rows: number): Promise<SetsAlone> {
      const sliceOf = (at: number): string =>
        `(SELECT s[${at + 1}] AS g, s[${sets.length + 1}] AS who FROM (SELECT unnest(slices) AS s FROM ${scan}) ` +
        `WHERE s[${at + 1}] & ${mask} = 0)`;
      const own = sets.findIndex((set) => set.length === 1 && set[0] === person);
      const people = own >= 0 && (await tellsPeople(duck, sliceOf(own)));
      const found: RowsAlone[] = [];
      for (const at of sets.keys()) found.push(scaled(await aloneIn(duck, sliceOf(at), people), rows, 2 ** bits));
      return { sets: found, people };
    },
  };
}

async function tellsPeople(duck: Duck, slice: string): Promise<boolean> {
  const [ids] = await duck.query<{ rows: number; filled: number; distinct: number }>(
    `SELECT count(*) AS rows, count(who) AS filled, count(DISTINCT who) AS "distinct" FROM ${slice}`,
  );
  return ids !== undefined && countsPeople(ids);
}

async function aloneIn(duck: Duck, slice: string, people: boolean): Promise<RowsAlone> {
  const [found] = await duck.query<{ rows: number; alone: number }>(
    'SELECT coalesce(sum(r), 0)::BIGINT AS rows, coalesce(sum(r) FILTER (f = 1), 0)::BIGINT AS alone FROM ' +
      `(${classesSql(slice, [{ name: 'g', sql: 'g' }], people ? 'who' : undefined)})`,
  );
  return { rows: Number(found?.rows ?? 0), alone: Number(found?.alone ?? 0) };
}
