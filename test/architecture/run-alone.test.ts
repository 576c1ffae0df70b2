import { expect, it } from 'vitest';
import { runAlone } from '#test/support/run-alone.ts';
import { readRepositoryFile, repositoryPaths } from './source-files.ts';

/** Putting something else in the place of a module, a clock, or what a process has one of. */
const ways = [
  /\bvi\.(?:mock|doMock|hoisted|spyOn|stub\w+|useFakeTimers|setSystemTime)\(/,
  /\bObject\.defineProperty\((?:globalThis|process)\b/,
  /\bprocess\.(?:chdir\(|env(?:\.\w+|\[[^\]]+\])\s*=[^=])/,
];
const replaces = (text: string): boolean => ways.some((way) => way.test(text));

it('tests that replace what others share run alone, and no others do', () => {
  const found = repositoryPaths()
    .filter((path) => /\.test\.tsx?$/.test(path) && path !== 'test/architecture/run-alone.test.ts')
    .filter((path) => replaces(readRepositoryFile(path).text));
  expect(found, 'test/support/run-alone.ts names every test that replaces what others share').toEqual(runAlone);
});

it('bites', () => {
  const taking = ["vi.mock('electron')", 'vi.useFakeTimers()', "process.env.HOME = '/x'", "process.env['A'] = ''"];
  expect(taking.filter((text) => !replaces(text))).toEqual([]);
  expect(['process.env.HOME', 'process.env.A === one', 'vi.fn()'].filter(replaces)).toEqual([]);
});
