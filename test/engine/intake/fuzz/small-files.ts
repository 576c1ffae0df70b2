import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { writeXlsx } from 'hucre/xlsx';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { quoteText } from '#shared/sql/quote.ts';

/** Stands in every row and in no name: no failure may quote it. */
export const secret = 'Quixotewald';

const names = ['name', 'town', 'amount', 'day'];
const rows = Array.from({ length: 24 }, (_, at) => [
  `${secret} ${at}`,
  ['Bonn', 'Łódź', 'São Paulo'][at % 3]!,
  at % 7 === 0 ? '' : `${at}.5`,
  `2026-01-${String(1 + at).padStart(2, '0')}`,
]);
const objects = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]!])));

/** A small file of each kind of the intake, by its ending. */
export async function smallFiles(folder: string): Promise<Record<string, Buffer>> {
  const text = (delimiter: string): Buffer =>
    Buffer.from([names, ...rows].map((row) => row.join(delimiter)).join('\n'));
  const database = join(folder, 'small.sqlite');
  const sqlite = new Database(database);
  sqlite.exec('CREATE TABLE t (name TEXT, town TEXT, amount REAL, day TEXT)');
  for (const row of rows) sqlite.prepare('INSERT INTO t VALUES (?, ?, ?, ?)').run(...row);
  sqlite.close();
  const parquet = join(folder, 'small.parquet');
  const duck = await openDuck({ directory: folder, readable: [] });
  const values = rows.map((row) => `(${row.map(quoteText).join(', ')})`).join(', ');
  await duck.run(`COPY (SELECT * FROM (VALUES ${values}) AS t(name, town, amount, day)) TO ${quoteText(parquet)}`);
  const duckdb = join(folder, 'small.duckdb');
  await duck.run(
    `ATTACH ${quoteText(duckdb)} AS small; CREATE TABLE small.t AS SELECT * FROM ${quoteText(parquet)}; ` +
      'CHECKPOINT small; DETACH small',
  );
  duck.close();
  const files = {
    csv: text(','),
    tsv: text('\t'),
    txt: Buffer.from(`\ufeff${text(';').toString('utf8')}`, 'utf16le'),
    dat: Buffer.from(
      [names, ...rows].map((row) => row.map((cell, at) => cell.padEnd([22, 14, 8, 10][at]!)).join('')).join('\r\n'),
    ),
    jsonl: Buffer.from(objects.map((row) => JSON.stringify(row)).join('\n')),
    json: Buffer.from(JSON.stringify(objects, null, 1)),
    log: Buffer.from(
      ['#Version: 1.0', '#Fields: date time c-ip cs-uri-stem sc-status']
        .concat(rows.map((row, at) => `${row[3]} 10:00:${10 + at} 192.0.2.${at} /${secret} 200`))
        .join('\n'),
    ),
    xlsx: Buffer.from(await writeXlsx({ sheets: [{ name: 'People', rows: [names, ...rows] }] })),
    parquet: await readFile(parquet),
    sqlite: await readFile(database),
    duckdb: await readFile(duckdb),
  };
  await Promise.all([database, parquet, duckdb].map((path) => rm(path)));
  return files;
}
