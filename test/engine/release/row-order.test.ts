import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSource } from '#engine/intake/open-source.ts';
import { orderKey } from '#engine/run-recipe/plan-hash.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { keys, recipeOf, releaseInput, step, testFolders } from './release-fixture.ts';

let folders: ReturnType<typeof testFolders>;
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  folders = testFolders();
});
afterEach(async () => {
  for (const end of closing.splice(0)) await end();
  folders.remove();
});

const towns = ['Köln', 'a "b"', '', 'x,y', 'plain', 'tab\tbed'];
const rows = 400;
const line = (row: number): string =>
  `${row},"${towns[(row * 7919) % 6]!.replaceAll('"', '""')}",${row % 3 === 0 ? '' : `p${row % 3}`}`;
const text = `id,town,plan\n${Array.from({ length: rows }, (_, row) => line(row)).join('\n')}\n`;
const findings = [
  finding('id', 'record_id'),
  finding('town', 'city', { class: 'linkable' }),
  finding('plan', 'purchase_amount'),
];
const anonymous = recipeOf([
  step('drop-columns', { columns: ['id'] }),
  step('suppress-small-classes', { columns: ['town', 'plan'] }),
]);

/** The rows as another reader of the format finds them: with the engine's own intake, which no release goes through. */
async function readBack(path: string): Promise<(string | null)[][]> {
  const source = await openSource(path, { directory: folders.work });
  try {
    const columns = await source.duck.texts(
      `SELECT ${source.columns.map(({ physical }) => physical).join(', ')} FROM ${source.relation}`,
    );
    return columns[0]!.map((_, row) => columns.map((cells) => cells[row] ?? null));
  } finally {
    await source.close();
  }
}

describe('the order of the rows', () => {
  it.each(
    ['csv', 'tsv', 'jsonl', 'parquet', 'xlsx'].flatMap((format) =>
      [keys, null].map((held) => [format, held === null ? 'without a key' : 'with a key', held] as const),
    ),
  )('of an anonymised %s %s follows from what they say', async (format, _, held) => {
    const input = await releaseInput(folders, text, {
      recipe: anonymous,
      findings,
      keys: held,
      outputPath: join(folders.out, `a.${format}`),
    });
    closing.push(() => input.close());
    const { result, certificate } = await runRelease(input);
    const written = await readBack(result.output);
    expect(written.length).toBe(result.rowsOut);
    const key = orderKey(held?.orderKey() ?? null, input.source.sha256, certificate.planHash);
    // A table of this size has the cells exactly as written; a workbook has no empty text, and reading one gives
    // nothing.
    const place = (row: (string | null)[]): string =>
      createHash('sha256').update(key).update(JSON.stringify(row)).digest('hex').slice(0, 16);
    const asWritten = (row: (string | null)[]): string[] =>
      [row, row.map((cell) => cell ?? ''), [row[0] ?? '', row[1] ?? null]].map(place);
    let before = '';
    for (const row of written) {
      const next = asWritten(row)
        .filter((each) => each >= before)
        .sort()[0];
      expect(next, JSON.stringify(row)).toBeDefined();
      before = next!;
    }
    // Equal rows stand together: there are no more changes than kinds of rows.
    const texts = written.map((row) => JSON.stringify(row));
    expect(texts.filter((row, at) => row !== texts[at - 1]).length).toBe(new Set(texts).size);
  });

  it('is never the source’s in an anonymised release, and nothing is written', async () => {
    const input = await releaseInput(folders, text, { recipe: anonymous, findings, keepOrder: true });
    closing.push(() => input.close());
    await expect(runRelease(input)).rejects.toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringContaining('--keep-order') as string,
    });
    expect(readdirSync(folders.out)).toEqual([]);
  });

  it('of the source is told in any other release, which then is not called k-anonymous', async () => {
    const input = await releaseInput(folders, text, {
      recipe: { ...anonymous, release: 'pseudonymised' },
      findings,
      keepOrder: true,
    });
    closing.push(() => input.close());
    const { result } = await runRelease(input);
    const linkability = result.tests.find(({ test }) => test === 'linkability');
    expect([result.label, linkability?.result, linkability?.detail.includes('order of the source')]).toEqual([
      'pseudonymised',
      'fail',
      true,
    ]);
    const mixed = await runRelease({ ...input, keepOrder: false, force: true });
    expect(mixed.result.tests.find(({ test }) => test === 'linkability')?.detail).not.toContain('order of the source');
  });
});
