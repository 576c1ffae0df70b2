import { isTest, type RepositoryFile } from './source-files.ts';
import { lineOf, visit, type SyntaxNode } from './read-module.ts';

/** A function is read in one go: longer ones are parted where a reader would. */
export const MOST_LINES = 80;
/** Even a pattern or a sentence ends somewhere. */
export const MOST_SIGNS = 160;

/** Whose modules are held to it. */
const FOLDERS = ['bin', 'electron', 'renderer', 'scripts', 'shared', 'test'];

const MODULE = /\.(?:tsx?|mjs)$/;
/** AssemblyScript's output is written by its compiler. */
const MADE = /\.wasm\.ts$/;

export const isHeldToLengths = (path: string): boolean =>
  FOLDERS.some((folder) => path.startsWith(`${folder}/`)) && MODULE.test(path) && !MADE.test(path);

const FUNCTION = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
const TELLS_A_TEST = new Set(['describe', 'it', 'test']);

/** The name a call begins with: `it` of `it.each(cases)(…)`. */
function rootOf(callee: unknown): unknown {
  const { type, name, object, callee: inner, tag } = callee as Record<string, unknown>;
  if (type === 'Identifier') return name;
  const next = object ?? inner ?? tag;
  return next === undefined ? undefined : rootOf(next);
}

/** What is handed to `describe` or `it` is a list of cases, not a function of the program. */
function toldTests(file: RepositoryFile): Set<unknown> {
  const told = new Set<unknown>();
  if (!isTest(file.path)) return told;
  visit(file, (node) => {
    if (node.type !== 'CallExpression' || !TELLS_A_TEST.has(String(rootOf(node['callee'])))) return;
    for (const argument of node['arguments'] as SyntaxNode[]) told.add(argument.start);
  });
  return told;
}

/** Functions that are too long, as `path:line is n lines long`. */
export function longFunctions(file: RepositoryFile): string[] {
  const told = toldTests(file);
  const found: string[] = [];
  visit(file, (node, line) => {
    if (!FUNCTION.test(node.type) || told.has(node.start)) return;
    const lines = lineOf(file.text, Number(node['end'])) - line() + 1;
    if (lines > MOST_LINES) found.push(`${file.path}:${line()} is ${lines} lines long`);
  });
  return found;
}

/** Lines that are too long, as `path:line has n signs`. */
export const longLines = (file: RepositoryFile): string[] =>
  file.text
    .split('\n')
    .flatMap((text, at) => (text.length > MOST_SIGNS ? [`${file.path}:${at + 1} has ${text.length} signs`] : []));
