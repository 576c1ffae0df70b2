import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobEvent } from '#shared/contract/job.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { importSource } from '#engine/intake/import-source.ts';
import { openSource } from '#engine/intake/open-source.ts';
import { makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { intakeBench } from './open-table.ts';

const rows = Array.from({ length: 30_000 }, (_, at) => `${at},Person ${at},plan ${at % 7}`);
const text = `id,name,plan\n${rows.join('\n')}\n`;
const sentence = /^The file changed while it was read: “people\.csv”/;

/** Writes a few bytes over others of the same length, in place, half-way into the file. */
function overwrite(path: string): void {
  const file = openSync(path, 'r+');
  const middle = Buffer.from(text).indexOf('Person 15000');
  writeSync(file, 'Robber', middle);
  closeSync(file);
  expect(statSync(path).size).toBe(Buffer.byteLength(text));
}

describe('a source file that changes after it was opened', () => {
  const bench = intakeBench();
  const changes: Record<string, (path: string) => void> = {
    'in place, with as many rows': overwrite,
    'by another file of the same size and time': (path) => {
      const { atime, mtime } = statSync(path);
      writeFileSync(`${path}.new`, text.replace('Person 15000', 'Robber 15000'));
      utimesSync(`${path}.new`, atime, mtime);
      renameSync(`${path}.new`, path);
    },
  };
  it.each(Object.keys(changes))('is refused: %s', async (how) => {
    const path = join(bench.root(), 'people.csv');
    writeFileSync(path, text);
    const source = await openSource(path, { directory: bench.work() });
    const target = { database: join(bench.work(), 'rows.duckdb'), rejects: join(bench.work(), 'rejects.jsonl') };
    try {
      changes[how]!(path);
      await expect(importSource(source, target)).rejects.toMatchObject({
        code: 'FILE_DAMAGED',
        message: expect.stringMatching(sentence),
      });
    } finally {
      await source.close();
    }
    expect([target.database, target.rejects].filter((made) => existsSync(made))).toEqual([]);
  });
});

describe('a job whose source file is written to meanwhile', () => {
  let made: TestEngine;
  const path = () => made.path('people.csv');
  const grant = (name: string, use: 'read' | 'write') => made.engine.grants.add(made.path(name), use).grantId;
  beforeAll(async () => {
    made = makeEngine('in memory');
    await made.client.workspaces.createTemporary({ name: 'Changed', operator: 'Ada' });
  });
  afterAll(() => made.close());

  /** Changes the file as soon as the job reports that it reads, and follows the job to its failure. */
  async function changed(start: Promise<AsyncIterable<JobEvent<unknown>>>): Promise<void> {
    let done = false;
    await expect(
      (async () => {
        for await (const event of await start)
          if (event.type === 'progress' && !done) {
            done = true;
            overwrite(path());
          }
      })(),
    ).rejects.toMatchObject({ code: 'FILE_DAMAGED', data: { detail: expect.stringMatching(sentence) } });
  }

  const recipe: Recipe = {
    format: 'custos-recipe',
    formatVersion: 2,
    purpose: 'P1',
    release: 'pseudonymised',
    referenceDate: '2026-01-01',
    target: kTarget(1, 1),
    steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['name'] }, reason: '', enabled: true }],
  };
  const jobs: Record<string, () => Promise<AsyncIterable<JobEvent<unknown>>>> = {
    import: () => made.client.datasets.import({ grantId: grant('people.csv', 'read') }),
    profile: () => made.client.files.profile({ grantId: grant('people.csv', 'read') }),
    classify: () => made.client.files.classify({ grantId: grant('people.csv', 'read') }),
    risk: () => made.client.files.risk({ grantId: grant('people.csv', 'read'), qi: ['plan'] }),
    apply: () =>
      made.client.files.apply({
        grantId: grant('people.csv', 'read'),
        recipe,
        outputGrantId: grant('out.csv', 'write'),
      }),
  };
  it.each(Object.keys(jobs))('%s says so and leaves nothing', async (job) => {
    writeFileSync(path(), text);
    await changed(jobs[job]!());
    expect(await made.client.datasets.list({})).toEqual([]);
    expect(
      (await made.client.register.list({})).entries.filter(
        ({ kind }) => kind.startsWith('dataset') || kind.startsWith('release'),
      ),
    ).toEqual([]);
    expect(readdirSync(made.directory).filter((name) => name.startsWith('out') || name.endsWith('.part'))).toEqual([]);
    expect(readFileSync(path(), 'utf8')).toContain('Robber');
  });
});
