import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { RepositoryFile } from './source-files.ts';

/** One import, export-from, dynamic import or require of a module. */
export interface ImportOf {
  specifier: string;
  /** Only types are taken: nothing of the other module runs. */
  typesOnly: boolean;
  /** `import()`: the other module runs when the line is reached, not when the file is loaded. */
  lazy: boolean;
  line: number;
}

/** Any node of the syntax tree, as the parser gives it. */
export interface SyntaxNode {
  type: string;
  start: number;
  [key: string]: unknown;
}

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Calls `see` with every node of a file, parents first. */
export function visit(file: RepositoryFile, see: (node: SyntaxNode, line: () => number) => void): void {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path} does not parse: ${errors[0]?.message}`);
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (value !== null && typeof value === 'object') {
      const node = value as SyntaxNode;
      if (typeof node.type === 'string') see(node, () => lineOf(file.text, node.start));
      for (const key in node) if (key !== 'type' && key !== 'start' && key !== 'end') walk(node[key]);
    }
  };
  walk(program);
}

const read = new Map<string, { text: string; imports: readonly ImportOf[] }>();

/** What a module asks for by name. A dynamic import of anything but a literal has no name here. Read once. */
export function importsOf(file: RepositoryFile): readonly ImportOf[] {
  const known = read.get(file.path);
  if (known?.text === file.text) return known.imports;
  const imports = readImports(file);
  read.set(file.path, { text: file.text, imports });
  return imports;
}

function readImports(file: RepositoryFile): ImportOf[] {
  const found: ImportOf[] = [];
  const add = (specifier: unknown, typesOnly: boolean, line: number, lazy = false) =>
    typeof specifier === 'string' && found.push({ specifier, typesOnly, lazy, line });
  visit(file, (node, line) => {
    const value = (child: unknown) => (child as { value?: unknown } | null | undefined)?.value;
    if (node.type === 'ImportDeclaration') {
      const specifiers = node['specifiers'] as { importKind?: string }[];
      add(
        value(node['source']),
        node['importKind'] === 'type' ||
          (specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type')),
        line(),
      );
    } else if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration')
      add(value(node['source']), node['exportKind'] === 'type', line());
    else if (node.type === 'ImportExpression') add(value(node['source']), false, line(), true);
    else if (node.type === 'TSImportType') add(value(node['argument'] ?? node['source']), true, line());
    else if (node.type === 'CallExpression') {
      const callee = node['callee'] as { type?: string; name?: string };
      if (callee.type === 'Identifier' && callee.name === 'require')
        add(value((node['arguments'] as unknown[])[0]), false, line());
    }
  });
  return found;
}

const ALIASES: Record<string, string> = {
  '#shared/': 'shared/',
  '#engine/': 'electron/engine/',
  '#cli/': 'electron/cli/',
  '#main/': 'electron/main/',
  '#renderer/': 'renderer/',
  '#resources/': 'resources/',
  '#scripts/': 'scripts/',
  '#test/': 'test/',
};

/**
 * Where an import leads: a file of the repository (path from the root), a built-in module of Node, or a package (its
 * name without a subpath).
 */
export function resolveImport(from: string, specifier: string): { kind: 'file' | 'node' | 'package'; name: string } {
  const clean = specifier.split('?')[0]!;
  if (clean.startsWith('.')) return { kind: 'file', name: posix.normalize(posix.join(posix.dirname(from), clean)) };
  for (const [alias, folder] of Object.entries(ALIASES))
    if (clean.startsWith(alias)) return { kind: 'file', name: folder + clean.slice(alias.length) };
  if (clean.startsWith('node:')) return { kind: 'node', name: clean.slice(5) };
  const parts = clean.split('/');
  return { kind: 'package', name: clean.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]! };
}
