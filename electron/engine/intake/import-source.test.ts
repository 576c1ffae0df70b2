import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { importSource } from './import-source.ts';
import { openSource } from './open-source.ts';

const directory = mkdtempSync(join(tmpdir(), 'custos-import-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** More rows than the head that is looked at; a column that is all one value there and then never again. */
const rows = Array.from({ length: 26_000 }, (_, at) => [
  `id-${(at * 7919) % 26_000}`,
  ['red', 'green', 'blue'][at % 3]!,
  at < 21_000 ? 'always' : `later ${at}`,
  at % 5 === 0 ? '' : String((at * at) % 977),
  at === 25_999 ? 'ü'.repeat(6000) : 'ß',
]);
const lines = rows.map((cells) => cells.join(','));

test('every row of a long file is stored as it is, in its order', async () => {
  const path = join(directory, 'long.csv');
  writeFileSync(path, `id,colour,state,amount,note\n${lines.join('\n')}\n`);
  const source = await openSource(path, { directory });
  const database = join(directory, 'rows.duckdb');
  try {
    expect(await importSource(source, { database, rejects: join(directory, 'rejects.jsonl') })).toMatchObject({
      rows: rows.length,
      rejected: 0,
    });
  } finally {
    await source.close();
  }
  const duck = await openDuck({ directory });
  try {
    await duck.run(`ATTACH '${database}' AS stored (READ_ONLY)`);
    const columns = await duck.texts('SELECT c1, c2, c3, c4, c5 FROM stored.main.data ORDER BY rowid');
    const hash = (all: string[]): string => createHash('sha256').update(all.join('\n')).digest('hex');
    const read = rows.map((_, at) => columns.map((column) => column[at] ?? '').join(','));
    expect(hash(read)).toBe(hash(lines));
    // Nothing is `''` that was an empty field.
    expect(columns[3]!.filter((cell) => cell === null)).toHaveLength(rows.length / 5);
  } finally {
    duck.close();
  }
});
