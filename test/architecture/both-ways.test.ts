import { expect, it } from 'vitest';
import { importsOf, resolveImport } from './read-module.ts';
import { isTest, sourceFiles } from './source-files.ts';

/** Folders whose subfolders are rooms of their own. */
const FLOORS = ['electron/engine', 'electron/cli', 'electron/main', 'renderer/screens', 'renderer', 'shared'];

/** The room of a file: `electron/engine/intake`, `renderer/screens/risk`, `shared/domain`. */
function roomOf(path: string): string {
  const floor = FLOORS.find((folder) => path.startsWith(`${folder}/`)) ?? '';
  const inside = path.slice(floor.length + 1).split('/');
  return inside.length > 1 ? `${floor}/${inside[0]}` : floor;
}

/** Pairs of rooms with what each runs of the other, one import of either side. */
function bothWays(files: ReturnType<typeof sourceFiles>): string[] {
  const first = new Map<string, string>();
  for (const file of files) {
    for (const { specifier, typesOnly } of importsOf(file)) {
      const { kind, name } = resolveImport(file.path, specifier);
      if (kind !== 'file' || typesOnly || roomOf(name) === roomOf(file.path)) continue;
      const pair = `${roomOf(file.path)} → ${roomOf(name)}`;
      if (!first.has(pair)) first.set(pair, `${file.path} → ${name}`);
    }
  }
  return [...first].flatMap(([pair, line]) => {
    const [here = '', there = ''] = pair.split(' → ');
    const back = first.get(`${there} → ${here}`);
    return back !== undefined && here < there ? [`${line}, and back: ${back}`] : [];
  });
}

it('no two rooms run code of each other', () => {
  expect(bothWays(sourceFiles().filter(({ path }) => !isTest(path) && !path.startsWith('test/')))).toEqual([]);
});

it('a pair of rooms that does is found, and types alone are not', () => {
  const file = (path: string, text: string) => ({ path, text });
  const there = file('electron/engine/a/one.ts', "import { x } from '#engine/b/two.ts';");
  expect(bothWays([there, file('electron/engine/b/two.ts', "import { y } from '../a/one.ts';")])).toHaveLength(1);
  expect(bothWays([there, file('electron/engine/b/two.ts', "import type { Y } from '../a/one.ts';")])).toEqual([]);
});
