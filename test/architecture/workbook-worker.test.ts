import { expect, it } from 'vitest';
import { importsOf, resolveImport } from './read-module.ts';
import { sourceFiles, type RepositoryFile } from './source-files.ts';

/** What takes a workbook apart; the writers are the same package as a reader and stand elsewhere. */
const unpacking = new Set(['yauzl', 'saxes', 'hucre']);
const writers = ['electron/engine/release/formats/xlsx.ts', 'electron/engine/register-files/write-sheets.ts'];
/** Reads evidence packs, whose files are stored as they are: it unpacks nothing. */
const packs = 'electron/engine/evidence/read-zip.ts';
/** Takes no workbook apart: it copies one member of an archive to a file, piece by piece, and counts what comes out. */
const archives = 'electron/engine/intake/packed/zip-members.ts';

/** Every package that runs once a file is loaded, with the file that asks for it. */
function loaded(files: RepositoryFile[], start: string): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const packages: string[] = [];
  const follow = (path: string): void => {
    const file = byPath.get(path);
    if (seen.has(path) || file === undefined) return;
    seen.add(path);
    for (const one of importsOf(file)) {
      if (one.typesOnly) continue;
      const target = resolveImport(path, one.specifier);
      if (target.kind === 'file') follow(target.name);
      else packages.push(`${path}: ${target.name}`);
    }
  };
  follow(start);
  return packages;
}

const unpackers = (packages: string[]): string[] =>
  packages.filter(
    (one) =>
      unpacking.has(one.split(': ')[1]!.split('/')[0]!) &&
      ![...writers, packs, archives].some((path) => one.startsWith(path)),
  );

it('a workbook is taken apart in its worker and nowhere else: the engine loads nothing that could', () => {
  const files = sourceFiles();
  expect(unpackers(loaded(files, 'electron/engine/index.ts'))).toEqual([]);
  expect(unpackers(loaded(files, 'electron/cli/index.ts'))).toEqual([]);
  expect(unpackers(loaded(files, 'electron/engine/intake/xlsx/worker.ts')).length).toBeGreaterThan(3);
});

it('bites: a reader called from the engine', () => {
  const files = [
    { path: 'electron/engine/a.ts', text: "import { b } from './b.ts';\nimport type { ZipFile } from 'yauzl';" },
    { path: 'electron/engine/b.ts', text: "export { openPromise } from 'yauzl';" },
  ];
  expect(unpackers(loaded(files, 'electron/engine/a.ts'))).toEqual(['electron/engine/b.ts: yauzl']);
});
