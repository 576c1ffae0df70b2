import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { gatherValues, type DifferentValues } from './different-values.ts';

/** Rows some of whose columns hold the numbers of their texts (ENUM): many cells are told apart by few numbers. */
export interface CodedRows {
  /** FROM-clause expression. */
  relation: string;
  /** Their SQL names. */
  columns: ReadonlySet<string>;
}

/** Of so many cells, with a quarter as many different values at most, only the different ones are looked at. */
const [manyCells, rarely] = [20_000, 4];
export const repeats = ({ filled, distinct }: { filled: number; distinct: number }): boolean =>
  filled >= manyCells && distinct * rarely <= filled;

/** Rows that are asked before all are. */
const firstRows = 2048;

/** From so many columns on they are read together: a statement costs more than its values. */
export const apartUpTo = 60;

export interface RowsLookedAt {
  duck: Duck;
  /** FROM-clause expression; its columns are text. */
  relation: string;
  /** The same rows with some columns as the numbers of their texts: quicker read. */
  coded?: CodedRows | null;
  signal?: AbortSignal | undefined;
}

/**
 * The different values of columns that repeat themselves, gathered once for everybody who asks something of every value.
 * They hold as long as the rows stay as they are.
 */
export class ValuesOnce {
  readonly rows: RowsLookedAt;
  /** By SQL name; null of a column that does not repeat itself. */
  readonly #gathered = new Map<string, DifferentValues | null>();

  constructor(rows: RowsLookedAt) {
    this.rows = rows;
  }

  /**
   * The values of those columns that are worth it, by their SQL names. Of many columns none is.
   * @param likely those whose values may be worth it; absent: the first rows tell
   * @throws Failure JOB_CANCELLED
   */
  async of(columns: readonly string[], likely?: ReadonlySet<string>): Promise<ReadonlyMap<string, DifferentValues>> {
    if (columns.length > apartUpTo) return new Map();
    const { duck, relation, coded, signal } = this.rows;
    const isCoded = (sql: string): boolean => coded?.columns.has(sql) ?? false;
    const asked = columns.filter(
      (sql) => !(this.#gathered.get(sql) || (likely === undefined && this.#gathered.has(sql))),
    );
    const texts = asked.filter((sql) => !isCoded(sql));
    const worth = likely ?? (await this.#repeatAtFirst(texts));
    for (const sql of asked) {
      if (!isCoded(sql) && !worth.has(sql)) {
        this.#gathered.set(sql, null);
        continue;
      }
      const values = await gatherValues(duck, isCoded(sql) ? coded!.relation : relation, sql, signal);
      const keeps = isCoded(sql) || repeats(values);
      this.#gathered.set(sql, keeps ? values : null);
      if (!keeps) await values.drop();
    }
    return new Map(columns.flatMap((sql) => (this.#gathered.get(sql) ? [[sql, this.#gathered.get(sql)!]] : [])));
  }

  /** Columns that repeat themselves in the first rows; none of a relation that has no more of them. */
  async #repeatAtFirst(columns: readonly string[]): Promise<ReadonlySet<string>> {
    if (columns.length === 0) return new Set();
    const { duck, relation, signal } = this.rows;
    const sizes = columns.flatMap((sql, at) => [
      `count(nullif(${sql}, ''))::BIGINT AS f${at}`,
      `approx_count_distinct(${sql})::BIGINT AS d${at}`,
    ]);
    const [row = {}] = await interruptible(duck, signal, () =>
      duck.query<Record<string, number>>(
        `SELECT ${sizes.join(', ')} FROM (SELECT ${columns.join(', ')} FROM ${relation} LIMIT ${manyCells})`,
      ),
    );
    return new Set(
      columns.filter((_, at) => {
        const [filled, distinct] = [row[`f${at}`] ?? 0, row[`d${at}`] ?? 0];
        return filled * rarely >= manyCells && distinct * rarely <= filled;
      }),
    );
  }

  /**
   * Aggregates over the values of each column that do not depend on how often a value is there: over its different
   * values where they are gathered, over all rows in as few readings as can be where they are not.
   * @param aggregates SQL by the name that the answer has it under, of a column's SQL
   * @returns an answer a column, in their order
   * @throws Failure JOB_CANCELLED
   */
  async ask<Column extends { sql: string }, Answer extends Record<string, unknown>>(
    columns: readonly Column[],
    aggregates: (column: Column, sql: string) => Record<string, string>,
  ): Promise<Answer[]> {
    const { duck, relation, signal } = this.rows;
    const gathered = await this.of([...new Set(columns.map(({ sql }) => sql))]);
    const answers = new Map<Column, Answer>();
    const query = async (sql: string): Promise<Record<string, unknown>[]> =>
      interruptible(duck, signal, () => duck.query(sql));
    const others = columns.filter(({ sql }) => !gathered.has(sql));
    // Columns of which the same is asked are asked in one statement: it is planned longer than it takes.
    const alike = new Map<string, Column[]>();
    for (const column of columns) {
      if (!gathered.has(column.sql)) continue;
      const list = Object.entries(aggregates(column, 'v')).map(([name, sql]) => `${sql} AS ${name}`);
      alike.set(list.join(', '), [...(alike.get(list.join(', ')) ?? []), column]);
    }
    for (const [list, own] of alike) {
      const from = own.map(({ sql }, at) => `SELECT ${at} AS place, v FROM ${gathered.get(sql)!.texts}`);
      const rows = await query(`SELECT place, ${list} FROM (${from.join(' UNION ALL ')}) GROUP BY place`);
      const byPlace = new Map(rows.map(({ place, ...answer }) => [place, answer]));
      for (const [at, column] of own.entries()) {
        const answer = byPlace.get(at) ?? (await query(`SELECT ${list} FROM ${gathered.get(column.sql)!.texts}`))[0];
        answers.set(column, answer as Answer);
      }
    }
    for (const some of someAtATime(others)) {
      const asked = some.map((column) => Object.entries(aggregates(column, column.sql)));
      const list = asked.flatMap((own, at) => own.map(([name, sql]) => `${sql} AS ${name}_${at}`));
      const [row = {}] = await query(`SELECT ${list.join(', ')} FROM ${relation}`);
      for (const [at, column] of some.entries())
        answers.set(column, Object.fromEntries(asked[at]!.map(([name]) => [name, row[`${name}_${at}`]])) as Answer);
    }
    return columns.map((column) => answers.get(column)!);
  }

  /**
   * Whether any value of each column passes a test. Most that do show it in the first rows, and are asked no further;
   * of many columns a second statement is planned longer than it saves.
   * @param test SQL of it, of a column's SQL
   * @throws Failure JOB_CANCELLED
   */
  async any<Column extends { sql: string }>(
    columns: readonly Column[],
    test: (column: Column, sql: string) => string,
  ): Promise<boolean[]> {
    const { duck, relation, signal } = this.rows;
    const passes = (column: Column, sql: string) => ({ passes: `coalesce(bool_or(${test(column, sql)}), false)` });
    const gathered = await this.of([...new Set(columns.map(({ sql }) => sql))]);
    const passed = new Set<Column>();
    const some = columns.length > apartUpTo ? [] : columns.filter(({ sql }) => !gathered.has(sql));
    if (some.length > 0) {
      const list = some.map((column, at) => `${passes(column, column.sql).passes} AS p${at}`);
      const names = [...new Set(some.map(({ sql }) => sql))];
      const [row = {}] = await interruptible(duck, signal, () =>
        duck.query(`SELECT ${list.join(', ')} FROM (SELECT ${names.join(', ')} FROM ${relation} LIMIT ${firstRows})`),
      );
      for (const [at, column] of some.entries()) if (row[`p${at}`] === true) passed.add(column);
    }
    const left = columns.filter((column) => !passed.has(column));
    const told = await this.ask<Column, { passes: boolean }>(left, passes);
    for (const [at, column] of left.entries()) if (told[at]!.passes) passed.add(column);
    return columns.map((column) => passed.has(column));
  }

  async drop(): Promise<void> {
    for (const values of this.#gathered.values()) await values?.drop();
    this.#gathered.clear();
  }
}
