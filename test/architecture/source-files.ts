import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root as a path that ends in a slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A text file of the repository: path from the root with `/`, and its text. */
export interface RepositoryFile {
  path: string;
  text: string;
}

// What .gitignore names, and the repository's own bookkeeping. A folder called release further down is ours.
const NOT_OURS = new Set(['node_modules', 'dist', 'test-results', 'coverage', '.cache', '.git']);
const NOT_OURS_AT_THE_ROOT = new Set(['release']);
const SOURCE = /\.(ts|tsx|mts|mjs)$/;

function walk(folder: string, found: string[]): string[] {
  for (const entry of readdirSync(root + folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name) || (folder === '' && NOT_OURS_AT_THE_ROOT.has(entry.name))) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path, found);
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/** Every file that belongs to the repository, whether committed yet or not. */
export const repositoryPaths = (): string[] => walk('', []).sort();

export const readRepositoryFile = (path: string): RepositoryFile => ({ path, text: readFileSync(root + path, 'utf8') });

/** The program's own modules: everything the import table speaks of. */
export function sourceFiles(): RepositoryFile[] {
  return ['shared', 'electron', 'renderer', 'test']
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) => walk(folder, []))
    .filter((path) => SOURCE.test(path))
    .sort()
    .map(readRepositoryFile);
}

/** Tests may reach everywhere, wherever they lie. */
export const isTest = (path: string): boolean => path.startsWith('test/') || /\.test\.tsx?$/.test(path);
