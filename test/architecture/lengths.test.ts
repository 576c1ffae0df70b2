import { describe, expect, it } from 'vitest';
import { isHeldToLengths, longFunctions, longLines, MOST_LINES, MOST_SIGNS } from './lengths.ts';
import { readRepositoryFile, repositoryPaths } from './source-files.ts';

const files = repositoryPaths().filter(isHeldToLengths).map(readRepositoryFile);

it(`no function is longer than ${MOST_LINES} lines`, () => {
  expect(files.flatMap(longFunctions)).toEqual([]);
});

it(`no line is longer than ${MOST_SIGNS} signs`, () => {
  expect(files.flatMap(longLines)).toEqual([]);
});

describe('the rules bite', () => {
  const body = (lines: number): string => 'work();\n'.repeat(lines - 2);
  const broken = (path: string, text: string): string[] => longFunctions({ path, text });

  it.each([
    ['a function', (lines: number) => `function long() {\n${body(lines)}}\n`],
    ['an arrow', (lines: number) => `export const long = () => {\n${body(lines)}};\n`],
    ['a method', (lines: number) => `export class Long {\n  act() {\n${body(lines)}}\n}\n`],
    ['what is handed to a call', (lines: number) => `useMemo(() => {\n${body(lines)}}, []);\n`],
  ])('%s of a line too many', (_, written) => {
    expect(broken('renderer/long.tsx', written(MOST_LINES))).toEqual([]);
    expect(broken('renderer/long.tsx', written(MOST_LINES + 1))).toEqual([
      expect.stringMatching(new RegExp(`^renderer/long\\.tsx:[12] is ${MOST_LINES + 1} lines long$`)),
    ]);
  });

  it('a list of cases in a test may be longer, a helper among them may not', () => {
    const cases = (name: string): string => `${name}('says so', () => {\n${body(MOST_LINES + 9)}});\n`;
    for (const name of ['describe', 'it', 'test', 'it.each([1, 2])', 'describe.skipIf(no)'])
      expect(broken('shared/long.test.ts', cases(name))).toEqual([]);
    expect(broken('shared/long.ts', cases('it'))).toHaveLength(1);
    expect(broken('shared/long.test.ts', `const help = () => {\n${body(MOST_LINES + 1)}};\n`)).toHaveLength(1);
  });

  it('a line of a sign too many', () => {
    const line = (signs: number): string => `// ${'x'.repeat(signs - 3)}\n`;
    expect(longLines({ path: 'shared/long.ts', text: line(MOST_SIGNS) })).toEqual([]);
    expect(longLines({ path: 'shared/long.ts', text: line(MOST_SIGNS + 1) })).toEqual([
      `shared/long.ts:1 has ${MOST_SIGNS + 1} signs`,
    ]);
  });

  it('in every folder of the product that is named', () => {
    for (const path of ['renderer/app/app.tsx', 'electron/cli/index.ts', 'scripts/build.mjs', 'shared/text/names.ts'])
      expect(files.map((file) => file.path)).toContain(path);
    expect(isHeldToLengths('electron/engine/intake/csv/wasm/clean-records.wasm.ts')).toBe(false);
  });
});
