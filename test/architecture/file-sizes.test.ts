import { expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const LIMIT = 400;

/** Long because they are lists, not because they do much. */
const LISTS: { path: string; because: string }[] = [];

it(`no source file is longer than ${LIMIT} lines`, () => {
  const listed = new Set(LISTS.map((list) => list.path));
  const long = sourceFiles()
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
    .filter((file) => file.lines > LIMIT && !listed.has(file.path));
  expect(long).toEqual([]);
});
