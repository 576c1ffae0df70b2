import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { KnownValues } from '../written-values/look-at-values.ts';

/** The table that a recipe's rows lie in. */
export interface RowTable {
  duck: Duck;
  /** Quoted name; the rowid is the source's row number from 0. */
  table: string;
  /** Columns of it that hold the numbers of texts (ENUM). */
  coded?: ReadonlySet<string>;
}

/** Rows with some columns as the numbers of their texts (ENUM). */
export interface StoredRows {
  /** FROM-clause expression. */
  relation: string;
  coded: ReadonlySet<string>;
  /** Column whose number tells rows apart that may differ in `columns`: rows of one number read the same there. */
  line: StoredLine | null;
}

export interface StoredLine {
  name: string;
  columns: ReadonlySet<string>;
}

/**
 * Which of the transformed rows may be written. Rows are listed as gone rather than deleted: a row's id must stay its
 * number in the source.
 */
export class KeptRows {
  readonly table: string;
  /** Quoted name of the list of those that may not: `rid`. */
  readonly gone: string;
  readonly duck: Duck;
  readonly signal: AbortSignal | undefined;
  /** What was found of the values that may be written, by their digest. */
  readonly looked: KnownValues = new Map();
  #all = true;
  /** Columns that hold numbers of texts; whoever reads the rows sees the texts. */
  #coded: ReadonlySet<string>;
  #line: StoredLine | null = null;

  private constructor({ table, duck, coded = new Set() }: RowTable, signal: AbortSignal | undefined) {
    this.table = table;
    this.#coded = coded;
    this.duck = duck;
    this.signal = signal;
    this.gone = `${table.slice(0, -1)}_gone"`;
  }

  static async of(rows: RowTable, signal: AbortSignal | undefined): Promise<KeptRows> {
    const kept = new KeptRows(rows, signal);
    await kept.run(`CREATE OR REPLACE TEMP TABLE ${kept.gone} (rid BIGINT)`);
    return kept;
  }

  /** FROM-clause expression of the rows that may be written. */
  get relation(): string {
    return this.#all ? this.#rows('') : this.#rows(`ANTI JOIN ${this.gone} g ON t.rowid = g.rid`);
  }

  /** The rows that are not among the first listed as gone, whatever is listed after them. */
  relationBut(first: number): string {
    const gone = `(SELECT rid FROM ${this.gone} WHERE rowid < ${first})`;
    return this.#rows(first === 0 ? '' : `ANTI JOIN ${gone} g ON t.rowid = g.rid`);
  }

  /** The rows that may not; null where all may. */
  get leftOut(): string | null {
    return this.#all ? null : this.#rows(`SEMI JOIN ${this.gone} g ON t.rowid = g.rid`);
  }

  /** The rows that may be written as they lie in the table: to move them is cheaper than to move their texts. */
  get stored(): StoredRows {
    const join = this.#all ? '' : `ANTI JOIN ${this.gone} g ON t.rowid = g.rid`;
    return {
      relation: `(SELECT t.rowid AS rid, t.* FROM ${this.table} t ${join})`,
      coded: this.#coded,
      line: this.#line,
    };
  }

  #rows(join: string): string {
    const texts = [...this.#coded].map((name) => `t.${name}::VARCHAR AS ${name}`).join(', ');
    return `(SELECT t.rowid AS rid, t.*${texts === '' ? '' : ` REPLACE (${texts})`} FROM ${this.table} t ${join})`;
  }

  /**
   * Puts another table in the place of this one, row for row.
   * @param coded names of columns that hold the numbers of texts (ENUM) in it
   */
  async replaceBy(table: string, coded: ReadonlySet<string>, line: StoredLine | null): Promise<void> {
    await this.run(`DROP TABLE ${this.table}`);
    await this.run(`ALTER TABLE ${table} RENAME TO ${this.table}`);
    this.#coded = new Set([...this.#coded, ...coded]);
    this.#line = line;
  }

  /** Changes cells where they lie. @param set what follows the name of the table: `SET …` */
  async update(set: string): Promise<void> {
    this.#line = null;
    await this.run(`UPDATE ${this.table} ${set}`);
  }

  /** From now on what is listed as gone is left out. */
  leaveOut(): void {
    this.#all = false;
  }

  run(sql: string): Promise<void> {
    return interruptible(this.duck, this.signal, () => this.duck.run(sql));
  }

  async count(relation: string): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`);
    return row!.n;
  }

  query<Row extends Record<string, unknown>>(sql: string): Promise<Row[]> {
    return interruptible(this.duck, this.signal, () => this.duck.query<Row>(sql));
  }
}
