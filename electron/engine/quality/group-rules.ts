import type { QualityCheck } from '#shared/domain/quality.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { countryCodeOf } from '#engine/values/countries.ts';
import type { Counted } from './judge-check.ts';
import { mayLieIn } from './postcode-shapes.ts';

/**
 * A check that holds rows against other rows, over the narrow table of the scan: its parts `g0`, `g1`… of a row are
 * columns of that table, `r` numbers its rows.
 */
export interface GroupWork {
  duck: Duck;
  /** The narrow table. */
  table: string;
  /** SQL of the parts, in the order of the check's columns. */
  parts: readonly string[];
  /** SQL of the key of the table's rows; null where it has none. */
  key: string | null;
  /** A table of one column `v` with the values that are referred to. */
  referred: string | null;
}

interface CountedRow {
  [name: string]: unknown;
  rows: number;
  failures: number;
  at: string | null;
}

/** So many failing rows are named. */
export const namedRows = 5;

/** SQL of the first failing rows, as text: `[3, 17]`. */
export const firstRows = (row: string, condition: string): string =>
  `CAST(min(${row}, ${namedRows}) FILTER (WHERE ${condition}) AS VARCHAR)`;

export const rowsIn = (list: unknown): number[] =>
  typeof list === 'string' ? list.split(/\D+/).flatMap((part) => (part === '' ? [] : [Number(part)])) : [];

async function counted(duck: Duck, sql: string): Promise<Counted> {
  const [row] = await duck.query<CountedRow>(sql);
  return { rows: Number(row?.rows ?? 0), failures: Number(row?.failures ?? 0), at: rowsIn(row?.at) };
}

const allFilled = (parts: readonly string[]): string => parts.map((part) => `${part} IS NOT NULL`).join(' AND ');

/**
 * Rows beyond the first of a set that names the same person; where the table has a key, only of sets with several keys:
 * the same key twice is what another check tells.
 */
function samePerson({ duck, table, parts, key }: GroupWork): Promise<Counted> {
  const folded = parts.map((part) => `lower(regexp_replace(${part}, '\\s+', ' ', 'g'))`);
  const people = key === null ? 'count(*)' : `count(DISTINCT ${key})`;
  return counted(
    duck,
    `WITH sets AS (SELECT count(*) AS n, ${people} AS people, min(r, 5) AS rows FROM ${table} WHERE ` +
      `${allFilled(parts)} GROUP BY ${folded.join(', ')}) SELECT coalesce(sum(n), 0)::BIGINT AS rows, ` +
      `coalesce(sum(people - 1), 0)::BIGINT AS failures, CAST(list_slice(list_sort(flatten(list(rows) FILTER (WHERE ` +
      `people > 1))), 1, 5) AS VARCHAR) AS at FROM sets`,
  );
}

/** A place is known to lie somewhere where so many rows, and such a share of them, say so. */
const knownRows = 5;
const knownShare = 0.9;

/** Rows of a place that nearly all other rows of it put elsewhere. Places of few rows, or of no majority, are not judged. */
function samePlace({ duck, table, parts }: GroupWork): Promise<Counted> {
  const [place, within] = parts.map((part) => `lower(regexp_replace(${part}, '\\s+', ' ', 'g'))`);
  return counted(
    duck,
    `WITH pairs AS (SELECT ${place} AS a, ${within} AS b, count(*) AS n, min(r, 5) AS rows FROM ${table} WHERE ` +
      `${allFilled(parts)} GROUP BY ALL), judged AS (SELECT *, sum(n) OVER (PARTITION BY a) AS all_of, row_number() ` +
      `OVER (PARTITION BY a ORDER BY n DESC, b) AS place FROM pairs), known AS (SELECT *, max(n) OVER (PARTITION BY a) ` +
      `AS most FROM judged QUALIFY all_of >= ${knownRows} AND most >= ${knownShare} * all_of) SELECT ` +
      `coalesce(sum(n), 0)::BIGINT AS rows, coalesce(sum(n) FILTER (WHERE place > 1), 0)::BIGINT AS failures, ` +
      `CAST(list_slice(list_sort(flatten(list(rows) FILTER (WHERE place > 1))), 1, 5) AS VARCHAR) AS at FROM known`,
  );
}

/** Postal codes by their shape: so few that each is judged once. */
async function postcodeOfCountry({ duck, table, parts }: GroupWork): Promise<Counted> {
  const [postcode, country] = parts;
  const shape = `regexp_replace(regexp_replace(upper(${postcode}), '[0-9]', '9', 'g'), '\\p{L}', 'A', 'g')`;
  const groups = await duck.query<{ shape: string; country: string; n: number; rows: string }>(
    `SELECT ${shape} AS shape, ${country} AS country, count(*) AS n, CAST(min(r, 5) AS VARCHAR) AS rows FROM ${table} ` +
      `WHERE ${allFilled(parts)} GROUP BY ALL`,
  );
  const found: Required<Pick<Counted, 'rows' | 'failures' | 'at'>> = { rows: 0, failures: 0, at: [] };
  for (const group of groups) {
    const fits = mayLieIn(group.shape, countryCodeOf(group.country));
    if (fits === null) continue;
    found.rows += group.n;
    if (fits) continue;
    found.failures += group.n;
    found.at.push(...rowsIn(group.rows));
  }
  found.at = found.at.toSorted((a, b) => a - b).slice(0, namedRows);
  return found;
}

function refers({ duck, table, parts, referred }: GroupWork): Promise<Counted> {
  const [value] = parts;
  const gone = `${value} IS NOT NULL AND ${value} NOT IN (SELECT v FROM ${referred})`;
  return counted(
    duck,
    `SELECT count(${value})::BIGINT AS rows, count(*) FILTER (WHERE ${gone})::BIGINT AS failures, ` +
      `CAST(min(r, ${namedRows}) FILTER (WHERE ${gone}) AS VARCHAR) AS at FROM ${table}`,
  );
}

const ways: Partial<Record<QualityCheck['rule'], (work: GroupWork) => Promise<Counted>>> = {
  'same-person': samePerson,
  'same-place': samePlace,
  'postcode-of-country': postcodeOfCountry,
  refers,
};

export const isGroupRule = ({ rule }: QualityCheck): boolean => rule in ways;

export const countGroups = ({ rule }: QualityCheck, work: GroupWork): Promise<Counted> => ways[rule]!(work);
