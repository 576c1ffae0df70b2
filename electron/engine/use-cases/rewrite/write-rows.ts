import { Failure } from '#shared/contract/failure.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { appendNumbers, appendRows } from '#engine/analysis/append-rows.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { DatasetInHand } from '#engine/tables/from-dataset.ts';
import type { CellChange, RewriteChange } from './rewrite-change.ts';

/** Temporary tables of the connection that rows are rewritten on. */
const [goingTable, cellsTable] = ['rewrite_going', 'rewrite_cells'];

/** The rows of a dataset as they become, in a database of their own. */
export const rewrittenRelation = 'rewritten.main.data';

/** SQL of what holds for the rows that go; null where none does. */
async function goingSql(duck: Duck, rows: RewriteChange['rows']): Promise<string | null> {
  if (rows === undefined || typeof rows === 'string') return rows ?? null;
  const numbers = Uint32Array.from(new Set(rows));
  if (numbers.length === 0) return null;
  await appendNumbers(duck, goingTable, numbers);
  return `rowid IN (SELECT n FROM ${goingTable})`;
}

/** Puts the cells into a table. @returns names of the columns that any stand in */
async function placeCells(
  { duck, columns }: Pick<DatasetInHand, 'duck' | 'columns'>,
  cells: readonly CellChange[],
): Promise<Set<string>> {
  const physical = new Map(columns.map((column) => [column.name, column.physical]));
  const last = new Map(cells.map(({ row, column, value }) => [`${row} ${physical.get(column)}`, value]));
  if (last.size > 0)
    await appendRows(duck, cellsTable, ['r', 'c', 'v'], async (add) => {
      for (const [key, value] of last) add([...(key.split(' ') as [string, string]), value]);
    });
  return new Set(cells.map(({ column }) => column));
}

interface Changed {
  name: string;
  /** Quoted name in the dataset. */
  cell: string;
  /** What it holds afterwards. */
  anew: string;
  /** Of the table with its single cells; empty where it has none. */
  join: string;
}

function changedColumns(
  columns: DatasetInHand['columns'],
  expressions: ReadonlyMap<string, string>,
  single: ReadonlySet<string>,
): Changed[] {
  return columns.flatMap(({ name, physical }, at): Changed[] => {
    const expression = expressions.get(name);
    if (expression === undefined && !single.has(name)) return [];
    const cell = quoteIdentifier(physical);
    const whole = expression === undefined ? cell : `CAST((${expression}) AS VARCHAR)`;
    if (!single.has(name)) return [{ name, cell, anew: whole, join: '' }];
    const own = `rewrite_x${at}`;
    const join =
      ` LEFT JOIN (SELECT CAST(r AS BIGINT) AS r, v FROM ${cellsTable} WHERE c = ${quoteText(physical)}) AS ${own} ` +
      `ON ${own}.r = rewrite_from.rowid`;
    return [{ name, cell, anew: `CASE WHEN ${own}.r IS NULL THEN ${whole} ELSE ${own}.v END`, join }];
  });
}

/**
 * Writes the rows of a dataset as they become into the attached database `rewritten`, in their order: one scan writes,
 * and where cells become otherwise one more counts them.
 * @throws Failure COLUMN_UNKNOWN
 */
export async function writeRows(
  table: DatasetInHand,
  change: RewriteChange,
): Promise<{ rows: number; cells: number; changedColumns: string[] }> {
  const { duck, relation, columns, session } = table;
  const { rows, cells = [], columns: expressions = new Map<string, string>() } = change;
  const known = new Set(columns.map(({ name }) => name));
  for (const name of [...cells.map(({ column }) => column), ...expressions.keys()])
    if (!known.has(name)) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(session.record.summary.name, name));
  try {
    const going = await goingSql(duck, rows);
    const changed = changedColumns(columns, expressions, await placeCells(table, cells));
    const joins = changed.map(({ join }) => join).join('');
    const from = `FROM ${relation} AS rewrite_from${joins}` + (going === null ? '' : ` WHERE (${going}) IS NOT TRUE`);
    const counts = changed.map(
      ({ cell, anew }, at) => `count(*) FILTER (WHERE ${anew} IS DISTINCT FROM ${cell}) AS n${at}`,
    );
    const [counted = {}] =
      counts.length === 0 ? [] : await duck.query<Record<string, number>>(`SELECT ${counts.join(', ')} ${from}`);
    const anew = new Map(changed.map((one) => [one.cell, one.anew]));
    const selected = columns
      .map(({ physical }) => quoteIdentifier(physical))
      .map((cell) => `${anew.get(cell) ?? cell} AS ${cell}`);
    // A join need not keep the order.
    const order = joins === '' ? '' : ' ORDER BY rewrite_from.rowid';
    await duck.run(`CREATE TABLE ${rewrittenRelation} AS SELECT ${selected.join(', ')} ${from}${order}`);
    const [written] = await duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${rewrittenRelation}`);
    const numbers = changed.map(({ name }, at) => ({ name, cells: counted[`n${at}`] ?? 0 }));
    return {
      rows: written?.n ?? 0,
      cells: numbers.reduce((sum, one) => sum + one.cells, 0),
      changedColumns: numbers.filter((one) => one.cells > 0).map(({ name }) => name),
    };
  } finally {
    for (const own of [goingTable, cellsTable]) await duck.run(`DROP TABLE IF EXISTS temp.main.${own}`);
  }
}
