import { stabilityIndex, type StepCounts } from '#shared/editions/stability-index.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';

/** One edition of a dataset. */
export interface EditionTable {
  duck: Duck;
  relation: string;
  columns: readonly SourceColumn[];
  profiles: readonly ColumnProfile[];
}

/** How a column's values stand against those of the edition before. */
export interface MovedColumn {
  column: string;
  /** Population stability index. */
  index: number;
  /** Values that the edition before did not have; null where values are not counted one by one. */
  newValues: number | null;
}

/** Columns of no more values than these are compared value by value; others of text are not compared. */
const fewValues = 50;
const steps = 10;

const cellOf = ({ physical }: SourceColumn): string =>
  duckDialect.functions['blank-to-null']([quoteIdentifier(physical)], []);
const isNumber = ({ valueType, numberMark }: ColumnProfile): boolean =>
  numberMark === null && (valueType === 'integer' || valueType === 'decimal');

/** Rows by value; NULL is a value. */
async function byValue({ duck, relation }: EditionTable, cell: string): Promise<Map<string | null, number>> {
  const rows = await duck.query<{ value: string | null; many: number }>(
    `SELECT ${cell} AS value, count(*) AS many FROM ${relation} GROUP BY 1`,
  );
  return new Map(rows.map(({ value, many }) => [value, many]));
}

/** Rows by step of a scale, those without a number apart. */
async function byStep(table: EditionTable, cell: string, cuts: readonly number[]): Promise<Map<number, number>> {
  const above = cuts.map((cut) => `CAST(x > CAST(${quoteText(String(cut))} AS DOUBLE) AS INTEGER)`);
  const rows = await table.duck.query<{ step: number; many: number }>(
    `SELECT coalesce(${above.length === 0 ? '0 * x' : above.join(' + ')}, -1) AS step, count(*) AS many ` +
      `FROM (SELECT TRY_CAST(${cell} AS DOUBLE) AS x FROM ${table.relation}) GROUP BY 1`,
  );
  return new Map(rows.map(({ step, many }) => [step, many]));
}

function paired<Key>(before: ReadonlyMap<Key, number>, after: ReadonlyMap<Key, number>): StepCounts[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].map((key) => ({ before: before.get(key) ?? 0, after: after.get(key) ?? 0 }));
}

/** By tenths of the rows of the edition before. */
async function movedNumbers(before: EditionTable, after: EditionTable, cells: [string, string]): Promise<number> {
  const shares = Array.from({ length: steps - 1 }, (_, at) => (at + 1) / steps).join(', ');
  const found = await before.duck.query<{ cut: number | null }>(
    `SELECT DISTINCT unnest(quantile_disc(TRY_CAST(${cells[0]} AS DOUBLE), [${shares}])) AS cut FROM ${before.relation}`,
  );
  const cuts = found.flatMap(({ cut }) => (cut === null || !Number.isFinite(cut) ? [] : [cut]));
  return stabilityIndex(paired(await byStep(before, cells[0], cuts), await byStep(after, cells[1], cuts)));
}

/**
 * How the values of each column that both editions have are spread against the edition before: numbers by its tenths,
 * columns of few values by value. Dates move with the calendar and are not compared, nor are texts of many values.
 * @throws Failure JOB_CANCELLED
 */
export async function movedColumns(
  before: EditionTable,
  after: EditionTable,
  signal: AbortSignal | undefined,
): Promise<MovedColumn[]> {
  const found: MovedColumn[] = [];
  for (const column of after.columns) {
    const was = before.columns.find(({ name }) => name === column.name);
    const [old, now] = [before, after].map(({ profiles }) => profiles.find(({ name }) => name === column.name));
    if (was === undefined || old === undefined || now === undefined || old.rows === 0 || now.rows === 0) continue;
    const cells: [string, string] = [cellOf(was), cellOf(column)];
    const ask = <T>(work: () => Promise<T>): Promise<T> =>
      interruptible(before.duck, signal, () => interruptible(after.duck, signal, work));
    if (old.distinct <= fewValues && now.distinct <= 20 * fewValues) {
      const [values, ones] = await ask(async () => [await byValue(before, cells[0]), await byValue(after, cells[1])]);
      found.push({
        column: column.name,
        index: stabilityIndex(paired(values, ones)),
        newValues: [...ones.keys()].filter((value) => value !== null && !values.has(value)).length,
      });
    } else if (isNumber(old) && isNumber(now))
      found.push({
        column: column.name,
        index: await ask(() => movedNumbers(before, after, cells)),
        newValues: null,
      });
  }
  return found;
}
