import { importsOf, resolveImport } from './read-module.ts';
import type { RepositoryFile } from './source-files.ts';

/**
 * Circles of files that import each other, each as `a → b → a`. Type-only imports are erased before the program runs,
 * and a lazy `import()` waits until everything is loaded: neither closes a circle.
 */
export function importCycles(files: RepositoryFile[]): string[] {
  const edges = new Map<string, string[]>();
  for (const file of files) {
    edges.set(
      file.path,
      importsOf(file)
        .filter((one) => !one.typesOnly && !one.lazy)
        .map((one) => resolveImport(file.path, one.specifier))
        .filter((target) => target.kind === 'file')
        .map((target) => target.name),
    );
  }
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) follow(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) follow(path, []);
  return found;
}
