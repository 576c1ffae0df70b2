import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { suspectSql, suspectsOf, withSuspicion, type Suspicion } from '../values/identifiers/suspicion-sql.ts';
import { readEarliest, sampleRows, type Cells, type WholeScan } from './read-sample.ts';

/**
 * What `scanWhole` measures, of a table too wide for one statement: some columns at a time. The sample is the rows with
 * the smallest hashes, in the table's order; combinations are not counted.
 * @param keys column positions whose hashes pick the sample
 */
export async function scanWide(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  request: {
    keys: number[];
    earliest: ReadonlyMap<number, string>;
    suspects: ReadonlyMap<number, Suspicion>;
    signal?: AbortSignal | undefined;
  },
): Promise<Omit<WholeScan, 'alone'>> {
  const list = columns.map((column) => quoteIdentifier(column.physical));
  const wanted = sampleRows(columns.length);
  const place = `hash(${request.keys.map((at) => `hash(coalesce(${list[at]}, ''))`).join(', ')})`;
  const [bound] = await duck.query<{ rows: number; largest: string | null }>(
    `SELECT (SELECT count(*) FROM ${relation}) AS rows, (SELECT max(h)::VARCHAR FROM (SELECT ${place} AS h FROM ` +
      `${relation} ORDER BY h LIMIT ${wanted})) AS largest`,
  );
  const rows = Number(bound?.rows ?? 0);
  const cells: Cells = [];
  const nulls: number[] = [];
  for (const some of someAtATime(list)) {
    throwIfCancelled(request.signal);
    const [counts = {}] = await duck.query(
      `SELECT ${some.map((column, at) => `count(${column}) AS f${at}`).join(', ')} FROM ${relation}`,
    );
    nulls.push(...some.map((_, at) => rows - Number(counts[`f${at}`])));
    cells.push(
      ...(await duck.texts(
        `SELECT ${some.join(', ')} FROM ${relation} WHERE ${place} <= ${bound?.largest ?? '0'} LIMIT ${wanted}`,
      )),
    );
  }
  const suspects: WholeScan['suspects'] = new Map();
  for (const some of someAtATime([...request.suspects])) {
    throwIfCancelled(request.signal);
    const asked = new Map(some);
    const suspected = withSuspicion(relation, list, asked);
    const [found = {}] = await duck.query(
      `SELECT ${suspectSql(list, asked).join(', ')} FROM (SELECT *, ${suspected.columns.join(', ')} ` +
        `FROM ${suspected.from})`,
    );
    for (const [at, values] of suspectsOf(found, asked)) suspects.set(at, values);
  }
  return {
    rows,
    cells,
    nulls,
    suspects,
    earliest: await readEarliest(duck, relation, request.earliest, request.signal),
  };
}
