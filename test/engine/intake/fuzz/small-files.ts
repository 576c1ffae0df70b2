import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { writeXlsx } from 'hucre/xlsx';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { writeZip } from '#test/support/write-zip.ts';

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
    'access.log': Buffer.from(
      rows
        .map(
          (row, at) =>
            `192.0.2.${at} - - [${10 + at}/Jan/2026:10:00:00 +0000] "GET /${row[1]}?u=${secret} HTTP/1.1" 200 ${at}`,
        )
        .join('\n'),
    ),
    'balancer.log': Buffer.from(
      rows
        .map(
          (_row, at) =>
            `https 2026-01-01T10:00:${10 + at}.000000Z app/lb/50dc 192.0.2.${at}:2817 10.0.0.1:80 0.001 0.002 0.000 200 ` +
            `200 34 366 "GET https://x.example:443/${secret} HTTP/1.1" "curl/7" ECDHE TLSv1.2 arn:aws:x "Root=1-58"`,
        )
        .join('\n'),
    ),
    vcf: Buffer.from(
      rows
        .map(
          (row) =>
            `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${row[0]}\r\nADR;TYPE=HOME:;;;${row[1]};;;\r\nBDAY:${row[3]}\r\nEND:VCARD`,
        )
        .join('\r\n'),
    ),
    'csv.gz': gzipSync(text(',')),
    'csv.zst': zstdCompressSync(text(',')),
    zip: writeZip({ 'people.csv': text(';'), 'people.json': JSON.stringify(objects) }),
    xlsx: Buffer.from(await writeXlsx({ sheets: [{ name: 'People', rows: [names, ...rows] }] })),
    parquet: await readFile(parquet),
    sqlite: await readFile(database),
    duckdb: await readFile(duckdb),
  };
  await Promise.all([database, parquet, duckdb].map((path) => rm(path)));
  return files;
}
