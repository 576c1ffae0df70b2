import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatOfEnding, outputFormats } from '#shared/domain/output-formats.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseInput, testFolders } from '../engine/release/release-fixture.ts';

let folders: ReturnType<typeof testFolders>;
beforeEach(() => (folders = testFolders()));
afterEach(() => folders.remove());

describe('every format that releases are written in', () => {
  it('has endings of its own', () => {
    const endings = outputFormats.flatMap((format) => format.endings as readonly string[]);
    expect(new Set(endings).size).toBe(endings.length);
    for (const { id, endings: own } of outputFormats) expect(own.map(formatOfEnding)).toEqual(own.map(() => id));
  });

  it.each(outputFormats.flatMap(({ id, endings }) => endings.map((ending) => [id, ending] as const)))(
    '%s is written to out.%s, read back, and named in the certificate',
    async (id, ending) => {
      const input = await releaseInput(folders, 'city,note\nBonn,"a, b"\nBonn,\nUlm,ä"ß\nUlm,=1+1\n', {
        recipe: recipeOf([], { release: 'pseudonymised', target: { k: 1, suppression: 1 } }),
        findings: [finding('city', 'city'), finding('note', 'contract_type')],
      });
      try {
        const outputPath = `${input.outputPath}.${ending}`;
        const { result } = await runRelease({ ...input, outputPath });
        expect(result.rowsOut).toBe(4);
        const certificate = JSON.parse(readFileSync(`${outputPath}.certificate.json`, 'utf8')) as {
          output: { format: string; rows: number };
        };
        expect(certificate.output).toMatchObject({ format: id, rows: 4 });
      } finally {
        await input.close();
      }
    },
  );
});
