// Small files of every kind of the intake, damaged at random by a seed. A longer run, of other files:
//   CUSTOS_FUZZ_SEED=7 CUSTOS_FUZZ_COUNT=500 vitest run test/engine/intake/fuzz
// Each case goes by the seed, its kind and its number alone, so that a failure that is reported comes again.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failureCodes } from '#shared/contract/failure.ts';
import type { OpenSource } from '#engine/intake/context.ts';
import { openSource } from '#engine/intake/open-source.ts';
import { seeded } from '#test/support/seeded.ts';
import { changesOfDelimited, changesOfJson, damaged, withChanges, type LineChange } from './mutations.ts';
import { secret, smallFiles } from './small-files.ts';

const seed = Number(process.env.CUSTOS_FUZZ_SEED ?? 1);
const asked = process.env.CUSTOS_FUZZ_COUNT === undefined ? null : Number(process.env.CUSTOS_FUZZ_COUNT);
const longest = 30_000;
const timeout = asked === null ? 60_000 : 3_600_000;
const mostMemory = 1024 ** 3;
/** No crash is a failure of the program itself. */
const codes = new Set(Object.keys(failureCodes).filter((code) => code !== 'INTERNAL'));

let root: string;
let files: Record<string, Buffer>;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'custos-fuzz-'));
  files = await smallFiles(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** What is found of a file: the number of rows that were read and set aside, or the sentence that refuses it. */
interface Outcome {
  source: OpenSource | null;
  refused: string | null;
}

/** Reads every row of a file. @throws where it crashes, hangs, quotes a cell, or gives other rows than it says */
async function outcomeOf(bytes: Buffer, ending: string): Promise<Outcome> {
  const path = join(root, `case.${ending}`);
  await writeFile(path, bytes);
  const began = performance.now();
  let source: OpenSource | null = null;
  try {
    source = await openSource(path, { directory: join(root, 'work') });
    const read = await source.duck.raw.runAndReadAll(`SELECT * FROM ${source.relation}`);
    expect(read.currentRowCount).toBe(source.rows);
    expect(new Set(read.columnTypes().map(String))).toEqual(new Set(['VARCHAR']));
    expect(read.columnCount).toBe(source.columns.length);
    for (const sentence of [...source.warnings, ...source.rejects.listed.map(({ detail }) => detail)])
      expect(sentence).not.toContain(secret);
    return { source, refused: null };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined) throw error;
    expect([...codes], message).toContain(code);
    expect(message.length).toBeGreaterThan(10);
    expect(message).not.toContain(secret);
    return { source: null, refused: message };
  } finally {
    await source?.close();
    expect(performance.now() - began).toBeLessThan(longest);
    expect(process.memoryUsage.rss()).toBeLessThan(mostMemory + 600 * 1024 ** 2);
  }
}

const named = (kind: string, at: number): string => `${kind}, case ${at} of seed ${seed}`;
const chanceOf = (kind: string, at: number) =>
  seeded([...kind].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), seed * 1_000_003 + at));

it('undamaged, each gives all its rows', { timeout }, async () => {
  for (const [kind, bytes] of Object.entries(files))
    expect([kind, (await outcomeOf(bytes, kind)).source?.rows]).toEqual([kind, 24]);
});

it.each([
  ['csv', 10],
  ['tsv', 6],
  ['txt', 6],
  ['dat', 6],
  ['jsonl', 8],
  ['json', 8],
  ['log', 4],
  ['access.log', 4],
  ['balancer.log', 4],
  ['vcf', 4],
  ['csv.gz', 4],
  ['csv.zst', 4],
  ['zip', 4],
  ['parquet', 8],
  ['xlsx', 4],
  ['sqlite', 2],
  ['duckdb', 2],
] as const)(
  'damaged bytes of %s are read as far as they go, or refused in one sentence',
  { timeout },
  async (kind, usual) => {
    for (let at = 0; at < (asked ?? usual); at += 1) {
      const bytes = damaged(files[kind]!, chanceOf(kind, at));
      await outcomeOf(bytes, kind).catch((error: unknown) => {
        throw new Error(named(kind, at), { cause: error });
      });
    }
  },
);

/** Rows of a text that are neither read nor set aside: names, and what stands before the table. */
function notRows({ options, columns }: OpenSource, lines: readonly Buffer[]): number {
  const above = lines.slice(0, options.skipLines ?? 0).length;
  return above + (options.header === true && columns.length > 0 ? (options.headerRows ?? 1) : 0);
}

const lineKinds: [kind: string, changes: LineChange[], usual: number][] = [
  ['csv', changesOfDelimited(','), 10],
  ['tsv', changesOfDelimited('\t'), 6],
  ['jsonl', changesOfJson, 8],
];

it.each(lineKinds)('of %s every line is a row, set aside or told', { timeout }, async (kind, changes, usual) => {
  const lines = files[kind]!.toString('utf8')
    .split('\n')
    .map((line) => Buffer.from(line));
  for (let at = 0; at < (asked ?? usual); at += 1) {
    const changed = withChanges(lines, changes, chanceOf(`${kind} lines`, at), kind === 'jsonl' ? 0 : 1);
    const bytes = Buffer.concat(changed.flatMap((line) => [line, Buffer.from('\n')]));
    try {
      const { source, refused } = await outcomeOf(bytes, kind);
      if (source === null) expect(refused).not.toBeNull();
      else {
        const found = source.rows + source.rejects.total + notRows(source, changed);
        // Lines that a quote took into a cell are told, not counted.
        if (found < changed.length && source.warnings.some((told) => told.includes('within quotes'))) continue;
        expect(found).toBe(changed.length);
      }
    } catch (error) {
      throw new Error(named(`${kind} lines`, at), { cause: error });
    }
  }
});
