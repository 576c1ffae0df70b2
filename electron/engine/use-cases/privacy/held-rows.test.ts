// How often a check of a file parses it, and that the answer is that of asking the file itself each time.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openSource } from '#engine/intake/open-source.ts';
import { riskOfFile } from '#engine/privacy/risk-of-file.ts';
import { heldRows } from './held-rows.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'custos-held-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const cells = ['Ulm', '', 'NULL', ' Ulm', '"Ulm"', '007', '7', 'é', 'e\u0301', 'two\nlines'];
const quoted = (cell: string): string => (cell === 'NULL' ? '' : `"${cell.replaceAll('"', '""')}"`);

it('reads a file once for all its questions, and answers as if each had read it', async () => {
  const path = join(directory, 'people.csv');
  const lines = Array.from({ length: 600 }, (_, at) =>
    [cells[at % 10]!, cells[(at * at) % 7]!, String(1950 + (at % 37)), cells[(at * 3) % 10]!].map(quoted).join(','),
  );
  writeFileSync(path, `town,street,born,illness\n${lines.join('\n')}\n`);
  const source = await openSource(path, { directory });
  try {
    const asked: string[] = [];
    const duck: Duck = {
      ...source.duck,
      query: (sql, parameters) => (asked.push(sql), source.duck.query(sql, parameters)),
      run: (sql, parameters) => (asked.push(sql), source.duck.run(sql, parameters)),
    };
    const check = (relation: string) =>
      riskOfFile({
        source: { duck, relation, columns: source.columns, fileName: 'people.csv' },
        findings: [],
        qi: ['town', 'street', 'born'],
        sensitive: ['illness'],
        person: undefined,
        k: undefined,
      });
    const parsed = (): number => asked.filter((sql) => sql.includes(source.relation)).length;
    const itself = await check(source.relation);
    expect(parsed()).toBeGreaterThan(5);
    asked.length = 0;
    const { signal } = new AbortController();
    const held = await heldRows({ duck, relation: source.relation, columns: source.columns, directory }, signal);
    expect(await check(held)).toEqual(itself);
    expect(parsed()).toBe(1);
  } finally {
    await source.close();
  }
});

it('is stopped before anything is stored', async () => {
  const path = join(directory, 'stopped.csv');
  writeFileSync(path, 'town,born\nUlm,1950\nBonn,1951\n');
  const source = await openSource(path, { directory });
  try {
    const own = mkdtempSync(join(directory, 'own-'));
    const stopped = heldRows({ ...source, directory: own }, AbortSignal.abort());
    await expect(stopped).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
    expect(readdirSync(own)).toEqual([]);
  } finally {
    await source.close();
  }
});
