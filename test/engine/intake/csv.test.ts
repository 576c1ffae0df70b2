import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSource } from '#engine/intake/import-source.ts';
import { openSource } from '#engine/intake/open-source.ts';
import type { OpenContext } from '#engine/intake/context.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';

let root: string;
let count = 0;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-intake-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));

const file = async (content: string | Uint8Array, name = 'table.csv') => {
  count += 1;
  const path = join(root, `${count}-${name}`);
  await writeFile(path, content);
  return path;
};
const read = async (content: string | Uint8Array, context: Partial<OpenContext> = {}, name?: string) => {
  const path = await file(content, name);
  const source = await openSource(path, { directory: join(root, 'work'), ...context });
  try {
    const rows = await source.duck.query(`SELECT * FROM ${source.relation}`);
    return { ...source, cells: rows.map((row) => Object.values(row)) };
  } finally {
    await source.close();
  }
};

test('a clean file keeps long ids, leading zeros, "" beside nothing and words that look like null', async () => {
  const content = 'id,zip,note\n12345678901234567890,00123,""\n9007199254740993,01234,\n# 3,NULL,NA\n';
  const source = await read(content);
  expect(source.columns.map((column) => column.name)).toEqual(['id', 'zip', 'note']);
  expect(source.cells).toEqual([['12345678901234567890', '00123', ''], ['9007199254740993', '01234', null], ['# 3', 'NULL', 'NA']]);
  expect(source.rows).toBe(3);
  expect(source.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  expect(source.rejects).toEqual({ total: 0, listed: [] });
});

test('ragged rows and stray quotes are set aside with their line numbers and the rest is read', async () => {
  const source = await read('a,b\n1,"x\ny"\n2\n3,4,5\n"6,7\n8,9\n');
  expect(source.cells).toEqual([['1', 'x\ny'], ['8', '9']]);
  expect(source.rejects.listed.map(({ line, kind }) => [line, kind])).toEqual([[4, 'MISSING COLUMNS'], [5, 'TOO MANY COLUMNS'], [6, 'QUOTES']]);
});

test('importing writes the rows to a database and the rejected ones with their text to a side file', async () => {
  const path = await file('a,b\r\n1,2\r\n3\r\n');
  const source = await openSource(path, { directory: join(root, 'work') });
  const target = { database: join(root, 'work', 'one.duckdb'), rejects: join(root, 'work', 'one.jsonl') };
  expect(await importSource(source, target)).toEqual({ rows: 1, rejected: 1 });
  await source.close();
  expect(JSON.parse(await readFile(target.rejects, 'utf8'))).toMatchObject({ line: 3, kind: 'MISSING COLUMNS', raw: '3' });
  expect((await readdir(join(root, 'work'))).filter((name) => name.startsWith('intake-'))).toEqual([]);
});

test('sniffing names every option with its reason', async () => {
  const sniffed = await sniffSource(await file('name;price\nx;1,5\ny;2,5\n'), { directory: root });
  expect(sniffed.options).toEqual({ format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', escape: '"', header: true, skipLines: 0 });
  expect(sniffed.detections.map((item) => item.option)).toEqual(['format', 'encoding', 'delimiter', 'quote', 'escape', 'skipLines', 'header']);
  for (const item of sniffed.detections) expect(item.reason).not.toBe('');
});
