import { expect, it } from 'vitest';
import { isTest, sourceFiles } from './source-files.ts';

const LIMIT = 400;
/** A test is a list of cases; its file may be longer. */
const TEST_LIMIT = 700;

/** Long because they are lists, not because they do much. */
const LISTS: { path: string; because: string }[] = [];

it(`no source file is longer than ${LIMIT} lines, no test than ${TEST_LIMIT}`, () => {
  const listed = new Set(LISTS.map((list) => list.path));
  const long = sourceFiles()
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
    .filter((file) => file.lines > (isTest(file.path) ? TEST_LIMIT : LIMIT) && !listed.has(file.path));
  expect(long).toEqual([]);
});
