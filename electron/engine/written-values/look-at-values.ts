import { nothingWritten, type IdentifierKind, type WrittenValues } from '#shared/domain/written-value.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import { identifierColumns, judgedValues } from './identifier-columns.ts';
import { holdsSentences, isSentence } from './sentences.ts';
import { addValue, foundKinds, type Tally } from './tally.ts';
import { valueTools } from '#engine/values/value-tools.ts';
import { breathe, throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { candidateSql } from './candidate-sql.ts';

/** An output and the SQL of its values, all text. */
export interface LookedColumn {
  name: string;
  sql: string;
}

/**
 * Different values of one column after which a kind that was found is counted no further: its rows are then "at least".
 */
const enough = 200_000;
const pauseAfter = 2000;
/** Letters or digits enough for a name, an address, a digest or a sentence. */
const worded = (sql: string): string => `regexp_matches(${sql}, '[\\p{L}]{2}|\\d{6}|[\\p{L}\\d][ ./()-]+\\d')`;

interface Seen extends LookedColumn {
  filled: number;
  distinct: number;
  /** Whether a value may hold an identifier. */
  candidates: boolean;
  /** Whether one has letters or digits enough. */
  words: boolean;
}

/** From so many columns on they are read together: a statement costs more than its values. */
const apartUpTo = 60;
const together = 100;

/** Of so many cells, with a quarter as many different values at most, only the different ones are looked at. */
const [manyCells, rarely] = [20_000, 4];

/**
 * Which columns can hold anything at all. Of many columns that is not asked: an expression of its own for each costs
 * more than it saves.
 */
async function firstLook(
  duck: Duck,
  relation: string,
  columns: readonly LookedColumn[],
  signal: AbortSignal | undefined,
): Promise<Seen[]> {
  const ask = (list: readonly string[], from: string): Promise<Record<string, number>[]> =>
    interruptible(duck, signal, () => duck.query<Record<string, number>>(`SELECT ${list.join(', ')} FROM ${from}`));
  const seen: Seen[] = [];
  for (const some of someAtATime(columns)) {
    const [row] = await ask(
      some.flatMap(({ sql }, at) => [
        `count(nullif(${sql}, ''))::BIGINT AS f${at}`,
        `approx_count_distinct(${sql})::BIGINT AS d${at}`,
      ]),
      relation,
    );
    seen.push(
      ...some.map((column, at) => {
        const [filled, distinct] = [row![`f${at}`]!, row![`d${at}`]!];
        return { ...column, filled, distinct, candidates: filled > 0, words: filled > 0 };
      }),
    );
  }
  if (columns.length > apartUpTo) return seen;
  const holds = (sql: string, at: number): string[] => [
    `coalesce(bool_or(${candidateSql(sql)}), false)::INTEGER AS c${at}`,
    `coalesce(bool_or(${worded(sql)}), false)::INTEGER AS w${at}`,
  ];
  const repeats = ({ filled, distinct }: Seen): boolean => filled >= manyCells && distinct * rarely <= filled;
  const others = seen.filter((column) => column.filled > 0 && !repeats(column));
  const [told] =
    others.length === 0
      ? []
      : await ask(
          others.flatMap(({ sql }, at) => holds(sql, at)),
          relation,
        );
  for (const [at, column] of others.entries())
    [column.candidates, column.words] = [told![`c${at}`] === 1, told![`w${at}`] === 1];
  for (const column of seen.filter(repeats)) {
    const [one] = await ask(holds('v', 0), `(SELECT DISTINCT ${column.sql} AS v FROM ${relation})`);
    [column.candidates, column.words] = [one!['c0'] === 1, one!['w0'] === 1];
  }
  return seen;
}

const groupsOf = (columns: readonly Seen[]): Seen[][] => {
  const size = columns.length <= apartUpTo ? 1 : together;
  return Array.from({ length: Math.ceil(columns.length / size) }, (_, at) => columns.slice(at * size, (at + 1) * size));
};

/** `c` (place in the group) and `v` (filled value) of every cell of the group. */
const cellsSql = (relation: string, group: readonly Seen[]): string =>
  group.length === 1
    ? `(SELECT 0 AS c, ${group[0]!.sql} AS v FROM ${relation} WHERE nullif(${group[0]!.sql}, '') IS NOT NULL)`
    : `(SELECT c, v FROM (SELECT unnest([${group.map((_, at) => at).join(', ')}]) AS c, ` +
      `unnest([${group.map(({ sql }) => sql).join(', ')}]) AS v FROM ${relation}) WHERE nullif(v, '') IS NOT NULL)`;

type Kinds = Map<IdentifierKind, number>;

/** Every different value that may hide an identifier, one by one. */
async function lookClosely(
  duck: Duck,
  relation: string,
  group: readonly Seen[],
  signal: AbortSignal | undefined,
): Promise<Kinds[]> {
  const tallies = group.map((): Tally => new Map());
  let looked = 0;
  for await (const rows of streamRows<[number, string, bigint]>(
    duck,
    `SELECT c, v, count(*) AS n FROM ${cellsSql(relation, group)} WHERE ${candidateSql('v')} GROUP BY 1, 2`,
  )) {
    for (const [at, text, count] of rows) {
      addValue(tallies[at]!, text, Number(count));
      looked += 1;
      if (looked % pauseAfter === 0) await breathe(signal);
    }
    throwIfCancelled(signal);
    if (looked >= enough * group.length && tallies.every((tally) => foundKinds(tally).size > 0)) break;
  }
  return tallies.map(foundKinds);
}

type Drawn = { text: string; rows: number }[];

/** Different values drawn by their own hash: evenly over the kinds of value, and the same ones every time. */
async function drawValues(
  duck: Duck,
  relation: string,
  group: readonly Seen[],
  signal: AbortSignal | undefined,
): Promise<Drawn[]> {
  const every = group.map(({ distinct }) => Math.max(1, Math.floor(distinct / judgedValues)));
  const rows = await interruptible(duck, signal, () =>
    duck.query<{ c: number; v: string; n: number }>(
      `SELECT c, v, count(*) AS n FROM ${cellsSql(relation, group)} WHERE hash(v) % [${every.join(', ')}][c + 1] = ` +
        '0 GROUP BY 1, 2 ORDER BY 1, 2',
    ),
  );
  const drawn = group.map((): Drawn => []);
  for (const { c, v, n } of rows)
    if (drawn[c]!.length < 2 * judgedValues) drawn[c]!.push({ text: v.slice(0, 4000), rows: n });
  return drawn;
}

function judgeColumn(column: Seen, closely: Kinds, values: Drawn): WrittenValues {
  for (const [kind, share] of identifierColumns(values, valueTools()))
    closely.set(kind, Math.max(closely.get(kind) ?? 0, Math.max(1, Math.round(share * column.filled))));
  const sentences = holdsSentences(values, column.filled);
  const drawn = values.reduce((sum, { rows }) => sum + rows, 0);
  const inSentences = values.filter(({ text }) => isSentence(text)).reduce((sum, { rows }) => sum + rows, 0);
  return {
    identifiers: [...closely].map(([kind, rows]) => ({
      column: column.name,
      kind,
      rows: Math.min(rows, column.filled),
      share: Math.min(1, rows / Math.max(1, column.filled)),
    })),
    sentences: sentences
      ? [{ column: column.name, rows: Math.round((inSentences / Math.max(1, drawn)) * column.filled) }]
      : [],
  };
}

async function lookAtGroup(
  duck: Duck,
  relation: string,
  group: readonly Seen[],
  signal: AbortSignal | undefined,
): Promise<WrittenValues[]> {
  const closely = group.some(({ candidates }) => candidates)
    ? await lookClosely(duck, relation, group, signal)
    : group.map((): Kinds => new Map());
  const drawn = group.some(({ words }) => words)
    ? await drawValues(duck, relation, group, signal)
    : group.map((): Drawn => []);
  await breathe(signal);
  return group.map((column, at) => judgeColumn(column, closely[at]!, drawn[at]!));
}

/**
 * What the values of these columns are, by themselves: identifiers of every kind that values give away, and sentences.
 * All rows are looked at; the data engine picks out what may hold one, the same checks that classification uses decide.
 * No value leaves this file.
 * @param relation is read several times, some of its columns at once
 * @throws Failure JOB_CANCELLED
 */
export async function lookAtValues(
  duck: Duck,
  relation: string,
  columns: readonly LookedColumn[],
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<WrittenValues> {
  if (columns.length === 0) return nothingWritten;
  const worth = (await firstLook(duck, relation, columns, signal)).filter(
    (column) => column.candidates || (column.words && column.distinct > 1),
  );
  const found: WrittenValues = { identifiers: [], sentences: [] };
  if (worth.length === 0) return found;
  for (const group of groupsOf(worth))
    for (const { identifiers, sentences } of await lookAtGroup(duck, relation, group, signal)) {
      found.identifiers.push(...identifiers);
      found.sentences.push(...sentences);
    }
  return found;
}
