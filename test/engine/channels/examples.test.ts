import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channels } from '#shared/channels/index.ts';
import { exampleBytes, openAndClassify } from './open-example.ts';

let root = '';
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-channels-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));

describe.each(channels.map((channel) => [channel.id, channel] as const))('%s', (_id, channel) => {
  const { example } = channel;

  it('reads its own example: system, channel, rows, totals and what the columns are', async () => {
    const path = join(root, example.fileName);
    await writeFile(path, exampleBytes(example));
    const { source, classification } = await openAndClassify(path, join(root, 'work'));
    expect(classification.source?.preset).toBe(channel.id);
    expect(classification.channel).toBe(channel.family);
    expect({ rows: source.rows, classified: classification.rows, totals: source.rejects.total }).toEqual({
      rows: example.rows,
      classified: example.rows,
      totals: example.totals ?? 0,
    });
    expect(source.rejects.listed.every(({ kind }) => kind === 'TOTAL')).toBe(true);
    if (example.totals)
      expect(source.warnings.join(' ')).toContain(
        example.totals === 1
          ? '1 row of totals sums up the others and was left out'
          : `${example.totals} rows of totals sum up the others and were left out`,
      );
    const found = Object.fromEntries(classification.columns.map(({ name, type }) => [name, type]));
    expect(Object.fromEntries(Object.keys(example.expect).map((name) => [name, found[name]]))).toEqual(example.expect);
  });
});
