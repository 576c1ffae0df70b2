import type { DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';
import type { filterTerm, sortKey, WithinTerm } from '#shared/contract/datasets.ts';
import type { WrittenForm } from '#shared/domain/written-form.ts';
import type { NumberMark, ValueType } from '#shared/domain/profile.ts';
import type { Duck } from '../analysis/open-duck.ts';
import { shapeValue } from '#engine/profile/shape-value.ts';
import { numberSql } from '../profile/written-numbers.ts';
import { writtenDates, type WrittenDates } from '../profile/written-dates.ts';

export interface WindowColumn {
  physical: string;
  valueType: ValueType;
  /** How its dates are written, where it is otherwise than ISO. */
  dateForms?: readonly WrittenForm[];
  numberMark?: NumberMark | null;
}
export interface WindowRequest {
  columns: string[];
  sort: z.infer<typeof sortKey>[];
  filter: z.infer<typeof filterTerm>[];
  /** Bars of columns' charts whose rows are wanted alone. */
  within?: WithinTerm[];
  offset: number;
  limit: number;
}

const numeric = (column: WindowColumn) => column.valueType === 'integer' || column.valueType === 'decimal';

function condition(term: WindowRequest['filter'][number], column: WindowColumn, parameters: DuckDBValue[]): string {
  const c = column.physical;
  const parameter = (value: DuckDBValue) => `$${parameters.push(value)}`;
  switch (term.op) {
    case 'blank':
      return `(${c} IS NULL OR ${c} = '')`;
    case 'notBlank':
      return `(${c} IS NOT NULL AND ${c} <> '')`;
    case 'contains':
      return `contains(lower(${c}), lower(${parameter(term.value)}))`;
    case 'startsWith':
      return `starts_with(lower(${c}), lower(${parameter(term.value)}))`;
    case 'equals':
      return `lower(${c}) = lower(${parameter(term.value)})`;
    case 'notEqual':
      return `lower(${c}) IS DISTINCT FROM lower(${parameter(term.value)})`;
    case 'greaterThan':
    case 'lessThan': {
      const sign = term.op === 'greaterThan' ? '>' : '<';
      const number = Number(term.value);
      if (numeric(column) && Number.isFinite(number) && term.value.trim() !== '')
        return `${numberSql(c, column.numberMark ?? null)} ${sign} ${parameter(number)}`;
      return `${c} ${sign} ${parameter(term.value)}`;
    }
  }
}

function inBar({ of, from, to }: WithinTerm, column: WindowColumn, parameters: DuckDBValue[]): string {
  const value = shapeValue(of, column);
  const bounds = [
    from === null ? [] : [`${value} >= $${parameters.push(from)}`],
    to === null ? [] : [`${value} < $${parameters.push(to)}`],
  ].flat();
  return `(${value} IS NOT NULL AND isfinite(${value})${bounds.map((bound) => ` AND ${bound}`).join('')})`;
}

/**
 * Reads pages of one table whose columns are c1…cn. A sorted or filtered view is materialised once as a list of row
 * ids, so that every further page is a range join; the row id is the last sort key because DuckDB's parallel sort is
 * not stable.
 */
export class WindowReader {
  #views = new Map<string, Promise<{ table: string; total: number }>>();
  #dates = new Map<string, Promise<WrittenDates | null>>();
  #made = 0;
  readonly #duck: Duck;
  readonly #relation: string;
  readonly #rows: number;
  readonly #columns: Map<string, WindowColumn>;

  /** @param columns by display name */
  constructor(duck: Duck, relation: string, rows: number, columns: Map<string, WindowColumn>) {
    this.#duck = duck;
    this.#relation = relation;
    this.#rows = rows;
    this.#columns = columns;
  }

  /** The days a column of texts holds, however they are written; null where it holds none. Looked for once. */
  dates(column: string): Promise<WrittenDates | null> {
    const { physical, valueType, dateForms = [] } = this.#columns.get(column)!;
    if (valueType !== 'text' && dateForms.length === 0) return Promise.resolve(null);
    let found = this.#dates.get(column);
    if (!found) {
      found = writtenDates(this.#duck, this.#relation, physical);
      found.catch(() => this.#dates.delete(column));
      this.#dates.set(column, found);
    }
    return found;
  }

  #view(request: WindowRequest): Promise<{ table: string; total: number }> {
    const { within = [] } = request;
    const key = JSON.stringify([request.sort, request.filter, within]);
    const existing = this.#views.get(key);
    if (existing) return existing;
    const table = `temp.main.view_${++this.#made}`;
    const view = (async () => {
      const parameters: DuckDBValue[] = [];
      const where = [
        ...request.filter.map((term) => condition(term, this.#columns.get(term.column)!, parameters)),
        ...within.map((term) => inBar(term, this.#columns.get(term.column)!, parameters)),
      ];
      const order: string[] = [];
      for (const { column, direction } of request.sort) {
        const { physical, ...rest } = this.#columns.get(column)!;
        const first = numeric({ physical, ...rest })
          ? numberSql(physical, rest.numberMark ?? null)
          : (await this.dates(column))?.moment;
        order.push(
          ...[first, physical].filter((sql) => sql !== undefined).map((sql) => `${sql} ${direction} NULLS LAST`),
        );
      }
      await this.#duck.run(
        `CREATE TEMP TABLE ${table.replace('temp.main.', '')} AS SELECT rowid AS rid FROM ` +
          `${this.#relation}${where.length ? ` WHERE ${where.join(' AND ')}` : ''} ORDER BY ` +
          `${[...order, 'rowid'].join(', ')}`,
        parameters,
      );
      const [count] = await this.#duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
      return { table, total: count!.n };
    })();
    this.#views.set(key, view);
    view.catch(() => this.#views.delete(key));
    if (this.#views.size > 8) {
      const [oldest, old] = this.#views.entries().next().value!;
      this.#views.delete(oldest);
      void old.then(({ table: name }) => this.#duck.run(`DROP TABLE ${name}`)).catch(() => {});
    }
    return view;
  }

  /**
   * @returns rows in the asked order; `row` is the 0-based position in the source table, `cells` in the order of
   *   `columns`
   */
  async read(request: WindowRequest): Promise<{ total: number; rows: { row: number; cells: (string | null)[] }[] }> {
    const selected = request.columns.map((name) => this.#columns.get(name)!.physical);
    const list = ['rowid AS rid', ...selected.map((c) => c)].map((c) => (c.startsWith('rowid') ? c : `t.${c}`));
    const from = request.offset;
    const to = request.offset + request.limit;
    let sql: string;
    let total = this.#rows;
    if (request.sort.length + request.filter.length + (request.within ?? []).length === 0) {
      sql =
        `SELECT t.${list.join(', ')} FROM ${this.#relation} t WHERE t.rowid >= ${from} AND t.rowid < ${to} ORDER BY ` +
        't.rowid';
    } else {
      const view = await this.#view(request);
      total = view.total;
      sql =
        `SELECT t.${list.join(', ')} FROM ${view.table} v JOIN ${this.#relation} t ON t.rowid = v.rid WHERE v.rowid ` +
        `>= ${from} AND v.rowid < ${to} ORDER BY v.rowid`;
    }
    const rows = await this.#duck.query<Record<string, string | number | null>>(sql);
    return {
      total,
      rows: rows.map((row) => ({ row: row.rid as number, cells: selected.map((c) => row[c] as string | null) })),
    };
  }
}
