/**
 * The yardsticks, each in a process of its own as `custos` is:  plain.mjs copy FILE OUT | parse FILE
 * Same engine, same number of threads and memory limit as the product opens it with, nothing else done.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { availableParallelism } from 'node:os';

const [task, file, out] = process.argv.slice(2);
const quoted = (path) => `'${path.replaceAll("'", "''")}'`;
const instance = await DuckDBInstance.create(':memory:', {
  threads: String(Math.max(2, availableParallelism() - 1)),
  memory_limit: '1024MB',
});
const connection = await instance.connect();
if (task === 'copy') await connection.run(`COPY (FROM read_csv(${quoted(file)})) TO ${quoted(out)} (FORMAT parquet)`);
else {
  // One full parse: the count, and the longest value of every column read as text.
  const reader = await connection.runAndReadAll(`DESCRIBE FROM read_csv(${quoted(file)}, all_varchar = true)`);
  const columns = reader
    .getRowObjects()
    .map((row) => `max(length("${String(row.column_name).replaceAll('"', '""')}"))`);
  await connection.run(`SELECT count(*), ${columns.join(', ')} FROM read_csv(${quoted(file)}, all_varchar = true)`);
}
connection.closeSync();
instance.closeSync();
