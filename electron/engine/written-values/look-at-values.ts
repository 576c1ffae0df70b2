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
import type { DifferentValues } from './different-values.ts';
import { apartUpTo, repeats, ValuesOnce } from './values-once.ts';

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
  /** Its different values, where only those are looked at. */
  values: DifferentValues | null;
}

const together = 100;

/**
 * What was found of a column by the digest of its values and their cells: what is found follows from these alone, so
 * that a file which holds the same values, to the last of them, need not be judged again.
 */
export type KnownValues = Map<string, WrittenValues>;

export interface LookOptions {
  signal?: AbortSignal | undefined;
  /** Different values of the columns, where they are gathered for others as well; left as they are. */
  values?: ValuesOnce | undefined;
  /** Gets what is found of columns whose different values alone are looked at. */
  known?: KnownValues | null;
}

interface LookInput {
  duck: Duck;
  relation: string;
  signal: AbortSignal | undefined;
  values: ValuesOnce;
  known: KnownValues | null;
}

type Row = Record<string, number>;

const ask = ({ duck, signal }: LookInput, list: readonly string[], from: string): Promise<Row[]> =>
  interruptible(duck, signal, () => duck.query<Row>(`SELECT ${list.join(', ')} FROM ${from}`));

/** How many cells have a value, and about how many different ones. */
async function sizesOf(input: LookInput, columns: readonly LookedColumn[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const some of someAtATime(columns)) {
    const [row] = await ask(
      input,
      some.flatMap(({ sql }, at) => [
        `count(nullif(${sql}, ''))::BIGINT AS f${at}`,
        `approx_count_distinct(${sql})::BIGINT AS d${at}`,
      ]),
      input.relation,
    );
    seen.push(
      ...some.map((column, at) => {
        const [filled, distinct] = [row![`f${at}`]!, row![`d${at}`]!];
        return { ...column, filled, distinct, candidates: filled > 0, words: filled > 0, values: null };
      }),
    );
  }
  return seen;
}

/**
 * Which columns can hold anything at all. Of many columns that is not asked: an expression of its own for each costs
 * more than it saves.
 */
async function firstLook(input: LookInput, columns: readonly LookedColumn[]): Promise<Seen[]> {
  if (columns.length > apartUpTo) return sizesOf(input, columns);
  const names = columns.map(({ sql }) => sql);
  const atFirst = await input.values.of(names);
  const sizes = new Map(
    (
      await sizesOf(
        input,
        columns.filter(({ sql }) => !atFirst.has(sql)),
      )
    ).map((seen) => [seen.sql, seen]),
  );
  // What repeats itself only in all of the rows is gathered now.
  const later = [...sizes.values()].filter(repeats).map(({ sql }) => sql);
  const gathered = new Map([...atFirst, ...(await input.values.of(later, new Set(later)))]);
  const seen = columns.map((column): Seen => {
    const values = gathered.get(column.sql);
    if (values === undefined) return sizes.get(column.sql)!;
    const { filled, distinct } = values;
    return { ...column, filled, distinct, candidates: filled > 0, words: filled > 0, values };
  });
  const asked = seen.filter(({ filled }) => filled > 0);
  const candidates = await input.values.any(asked, (_, sql) => candidateSql(sql));
  const words = await input.values.any(asked, (_, sql) => worded(sql));
  for (const [at, column] of asked.entries()) [column.candidates, column.words] = [candidates[at]!, words[at]!];
  return seen;
}

const groupsOf = (columns: readonly Seen[]): Seen[][] => {
  const size = columns.length <= apartUpTo ? 1 : together;
  return Array.from({ length: Math.ceil(columns.length / size) }, (_, at) => columns.slice(at * size, (at + 1) * size));
};

/** `c` (place in the group) and `v` (filled value) of every cell of the group; of different values `n`, their cells. */
function cellsSql(relation: string, group: readonly Seen[]): string {
  const [only] = group;
  if (group.length > 1)
    return (
      `(SELECT c, v FROM (SELECT unnest([${group.map((_, at) => at).join(', ')}]) AS c, ` +
      `unnest([${group.map(({ sql }) => sql).join(', ')}]) AS v FROM ${relation}) WHERE nullif(v, '') IS NOT NULL)`
    );
  return only!.values === null
    ? `(SELECT 0 AS c, ${only!.sql} AS v FROM ${relation} WHERE nullif(${only!.sql}, '') IS NOT NULL)`
    : `(SELECT 0 AS c, v, n FROM ${only!.values.table})`;
}

/** The different values of a group that `where` holds of, and how many cells each is in. */
const valuesSql = (relation: string, group: readonly Seen[], where: string): string => {
  const from = `FROM ${cellsSql(relation, group)} WHERE ${where}`;
  return group.length === 1 && group[0]!.values !== null
    ? `SELECT c, v, n ${from}`
    : `SELECT c, v, count(*) AS n ${from} GROUP BY 1, 2`;
};

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
  for await (const rows of streamRows<[number, string, bigint]>(duck, valuesSql(relation, group, candidateSql('v')))) {
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
  // Of the type that a hash has: against a narrower one every row is divided in 128 bits.
  const every = group.map(({ distinct }) => `${Math.max(1, Math.floor(distinct / judgedValues))}::UBIGINT`);
  const of = every.length === 1 ? every[0]! : `[${every.join(', ')}][c + 1]`;
  const rows = await interruptible(duck, signal, () =>
    duck.query<{ c: number; v: string; n: number }>(
      `${valuesSql(relation, group, `hash(v) % ${of} = 0`)} ORDER BY 1, 2`,
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

/** Values of which more are different take longer to be told by a digest than to be judged again. */
const mostDigested = 250_000;

const named = ({ identifiers, sentences }: WrittenValues, column: string): WrittenValues => ({
  identifiers: identifiers.map((one) => ({ ...one, column })),
  sentences: sentences.map((one) => ({ ...one, column })),
});

async function lookAtGroup(input: LookInput, group: readonly Seen[]): Promise<WrittenValues[]> {
  const [{ values, name, distinct }] = group as [Seen];
  if (input.known === null || values === null || distinct > mostDigested) return judgeGroup(input, group);
  const digest = await values.digest();
  const known = input.known.get(digest);
  if (known !== undefined) return [named(known, name)];
  const judged = await judgeGroup(input, group);
  input.known.set(digest, judged[0]!);
  return judged;
}

async function judgeGroup({ duck, relation, signal }: LookInput, group: readonly Seen[]): Promise<WrittenValues[]> {
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
  { signal, values: shared, known = null }: LookOptions = {},
): Promise<WrittenValues> {
  const found: WrittenValues = { ...nothingWritten, identifiers: [], sentences: [] };
  if (columns.length === 0) return found;
  const values = shared ?? new ValuesOnce({ duck, relation, signal });
  const input: LookInput = { duck, relation, values, known, signal };
  try {
    const worth = (await firstLook(input, columns)).filter(
      (column) => column.candidates || (column.words && column.distinct > 1),
    );
    for (const group of groupsOf(worth))
      for (const { identifiers, sentences } of await lookAtGroup(input, group)) {
        found.identifiers.push(...identifiers);
        found.sentences.push(...sentences);
      }
    return found;
  } finally {
    if (shared === undefined) await values.drop();
  }
}
