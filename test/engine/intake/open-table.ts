import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { OpenContext, OpenSource } from '#engine/intake/context.ts';
import { openSource } from '#engine/intake/open-source.ts';

export interface OpenedTable extends OpenSource {
  cells: (string | null)[][];
  names: string[];
}

/** A private directory for one test file, with helpers that write a file there and read it back through the intake. */
export function intakeBench() {
  let root = '';
  let count = 0;
  beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-intake-'))));
  afterAll(async () => rm(root, { recursive: true, force: true }));
  const bench = {
    root: () => root,
    work: () => join(root, 'work'),
    place: (name: string) => join(root, `${(count += 1)}-${name}`),
    file: async (content: string | Uint8Array, name = 'table.csv') => {
      const path = bench.place(name);
      await writeFile(path, content);
      return path;
    },
    readPath: async (path: string, context: Partial<OpenContext> = {}): Promise<OpenedTable> => {
      const source = await openSource(path, { directory: bench.work(), ...context });
      try {
        const rows = await source.duck.raw.runAndReadAll(`SELECT * FROM ${source.relation}`);
        return {
          ...source,
          names: source.columns.map((column) => column.name),
          cells: rows.getRowsJson() as (string | null)[][],
        };
      } finally {
        await source.close();
      }
    },
    read: async (content: string | Uint8Array, context: Partial<OpenContext> = {}, name?: string) =>
      bench.readPath(await bench.file(content, name), context),
    /** The failure's code and sentence; throws when the file opens. */
    failure: async (path: string, context: Partial<OpenContext> = {}): Promise<{ code: string; message: string }> => {
      try {
        await (await openSource(path, { directory: bench.work(), ...context })).close();
      } catch (error) {
        return { code: (error as { code: string }).code, message: (error as Error).message };
      }
      throw new Error('the file opened');
    },
  };
  return bench;
}
