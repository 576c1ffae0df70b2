import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { readJsonArray } from '#engine/analysis/readers.ts';
import { jsonl, jsonTexts, largestObject } from './jsonl.ts';
import type { ReleaseFormat } from './release-format.ts';

/** Lines as the items of an array, one a line; an object holds no line break of its own. */
async function* asArray(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let before = '[\n';
  let open = false;
  for await (const piece of lines) {
    yield before + (open ? ',\n' : '') + piece.replace(/\n$/, '').replaceAll('\n', ',\n');
    [before, open] = ['', piece.endsWith('\n')];
  }
  yield `${before}\n]\n`;
}

/** One JSON array, an object a row. */
export const json: ReleaseFormat = {
  ...jsonl,
  id: 'json',
  async write(input) {
    const path = `${input.path}.lines`;
    try {
      await jsonl.write({ ...input, path });
      const lines = createReadStream(path, 'utf8');
      await pipeline(lines, asArray, createWriteStream(input.path, { mode: 0o600 }), { signal: input.signal });
    } finally {
      await rm(path, { force: true });
    }
  },
  readBack: async (_duck, { path, names, longestRow }) =>
    jsonTexts(names, readJsonArray(path, largestObject(longestRow))),
};
