import { writeFile, readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();

async function written(select: string, options = ''): Promise<string> {
  const path = bench.place('a.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet${options})`);
  connection.closeSync();
  return path;
}

test('nested fields are columns, as in JSON; lists and variants are JSON text', async () => {
  const table = await bench.readPath(
    await written(
      `SELECT 1 AS id, {'city': 'Ulm', 'geo': {'lat': 1.5}} AS home, [{'sku': 'A'}] AS items, ` +
        `'{"a":1,"b":[2]}'::JSON::VARIANT AS v`,
    ),
  );
  expect(table.names).toEqual(['id', 'home.city', 'home.geo.lat', 'items', 'v']);
  expect(table.cells).toEqual([['1', 'Ulm', '1.5', '[{"sku":"A"}]', '{"a":1,"b":[2]}']]);
});

test('a way of packing that nobody here knows is said by name', async () => {
  const path = await written(`SELECT range AS id FROM range(50)`, ', COMPRESSION lz4_raw');
  const bytes = await readFile(path);
  // In the footer the codec follows the column's name as a number of one byte: 7 (as 14) is LZ4_RAW, 5 (as 10) the old LZ4.
  const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
  const at = bytes.indexOf(Buffer.from([0x69, 0x64, 0x15, 0x0e]), footer);
  bytes[at + 3] = 0x0a;
  await writeFile(path, bytes);
  const { code, message } = await bench.failure(path);
  expect([code, message]).toEqual(['FORMAT_UNKNOWN', expect.stringContaining('old LZ4')]);
});

test('one that is encrypted whole is said to be', async () => {
  const path = await bench.file(Buffer.from(`PARE${'\x01'.repeat(40)}PARE`, 'latin1'), 'a.parquet');
  expect((await bench.failure(path)).message).toContain('encrypted');
});

test('a DuckDB database is refused by name', async () => {
  const path = await bench.file(Buffer.concat([Buffer.alloc(8, 1), Buffer.from('DUCK'), Buffer.alloc(100)]), 'a.db');
  expect((await bench.failure(path)).message).toContain('DuckDB database');
});
