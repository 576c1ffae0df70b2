import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { appendCodes } from './append-codes.ts';
import { readablePaths } from './file-literal.ts';
import { openDuck } from './open-duck.ts';

const directory = mkdtempSync(join(tmpdir(), 'custos-codes-'));
afterAll(() => rmSync(directory, { recursive: true }));

it('holds every number at its place, over more rows than one batch', async () => {
  const rows = 5000;
  const duck = await openDuck({ directory, readable: readablePaths(directory), columns: 2 });
  try {
    const squares = Uint32Array.from({ length: rows }, (_, row) => row * row);
    await appendCodes(duck, 'numbers', [Uint16Array.from({ length: rows }, (_, row) => row % 7), squares], undefined);
    const [found] = await duck.query(
      'SELECT count(*)::INTEGER AS n, count(*) FILTER (c0 = rowid % 7 AND c1 = rowid * rowid)::INTEGER AS same FROM numbers',
    );
    expect(found).toEqual({ n: rows, same: rows });
  } finally {
    duck.close();
  }
});
