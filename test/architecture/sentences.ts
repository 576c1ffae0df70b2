import { lineOf, visit, type SyntaxNode } from './read-module.ts';
import type { RepositoryFile } from './source-files.ts';
import { isSqlRoom } from './sql-fence.ts';

/**
 * Where words for people stand: the one place, and the catalogues that keep one file per item with all there is to say
 * about it (decision 0011).
 */
const HOMES: { path: RegExp; because: string }[] = [
  { path: /^shared\/text\//, because: 'the one place' },
  {
    path: /^shared\/semantic-types\//,
    because: 'a semantic type has one file: its label and what its values look like',
  },
  { path: /^shared\/header-language\//, because: 'vocabularies that column names are read with, in many languages' },
  { path: /^shared\/channels\/presets\//, because: 'a system’s export has one file' },
  { path: /^shared\/purposes\/p\d/, because: 'a purpose preset has one file' },
  { path: /^shared\/policy\//, because: 'a policy row has one file: its value, its source and what to know of it' },
  { path: /^shared\/register\/layouts\//, because: 'an authority’s layout has one file: its headings, as published' },
  { path: /^shared\/recipe\/platforms\//, because: 'names of platforms are the same in every language' },
  { path: /^shared\/(guardrails\/example-input|register\/rules\/example-view)\.ts$/, because: 'invented worked cases' },
  {
    path: /^shared\/(pages|register\/document)\/page-style\.ts$/,
    because: 'a style sheet: no word of it is read',
  },
  {
    path: /^electron\/engine\/values\/(countries|dates)\.ts$/,
    because: 'vocabularies that files are read with, in many languages',
  },
];

/**
 * Fields that hold no wording, and the folder where that is so: citations, worked cases with their invented data, names
 * of fonts.
 */
const NOT_WORDING: Record<string, string> = {
  source: 'shared/',
  examples: 'shared/',
  problems: 'shared/recipe/operations/',
  fontFamily: 'renderer/design/',
  fontFamilyMonospace: 'renderer/design/',
};

/** Fields and attributes that a person reads, however short they are. */
const READ = new Set([
  'label',
  'title',
  'summary',
  'description',
  'message',
  'sentence',
  'detail',
  'evidence',
  'fix',
  'help',
  'hint',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'nothingFoundMessage',
]);

/** Errors of broken invariants: a developer sees them. What a person is told is a Failure. */
const INVARIANTS = new Set(['Error', 'TypeError', 'RangeError', 'SyntaxError']);

// Capitals throughout are codes and SQL, not prose.
const WORD = /^[(“‘]?\p{L}[\p{Ll}’'-]*[)”’]?[.,:;?!…]*$/u;
const wordsIn = (text: string): number => text.split(/\s+/).filter((part) => WORD.test(part)).length;
const SQL =
  /\b(?:SELECT|FROM|WHERE|WHEN|AS|IS|CASE|OVER|FILTER|CREATE|INSERT INTO|ORDER BY|GROUP BY|JOIN|QUALIFY)\b|\w = |\w\(\w+\(|lambda \w:/;
/** What a program reads: `rows`, `go.home`, `#dialogs`, `12 px`. */
const isCode = (text: string): boolean => /^[\p{Ll}\d._:/#%-]*$/u.test(text) || !/\p{L}{2}/u.test(text);

const nameOf = (node: unknown): string => {
  const { type, name, value } = (node ?? {}) as { type?: string; name?: unknown; value?: unknown };
  return type === 'Identifier' || type === 'JSXIdentifier' ? String(name) : typeof value === 'string' ? value : '';
};

/** The text of a literal or template, its gaps as ` … `; null for anything else. */
function textOf(node: SyntaxNode): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type === 'TemplateLiteral')
    return (node['quasis'] as { value: { cooked: string } }[]).map((part) => part.value.cooked).join(' … ');
  return null;
}

/** The texts an expression is written out of: 'a', `a`, x ? 'a' : b, 'a' + b, {'a'}. */
function writtenIn(node: SyntaxNode | null | undefined): string[] {
  if (node === null || node === undefined) return [];
  const text = textOf(node);
  if (text !== null) return [text];
  const parts: Record<string, string[]> = {
    ConditionalExpression: ['consequent', 'alternate'],
    'BinaryExpression +': ['left', 'right'],
    'LogicalExpression &&': ['right'],
    'LogicalExpression ||': ['left', 'right'],
    'LogicalExpression ??': ['left', 'right'],
    JSXExpressionContainer: ['expression'],
  };
  return (parts[node['operator'] === undefined ? node.type : `${node.type} ${String(node['operator'])}`] ?? []).flatMap(
    (part) => writtenIn(node[part] as SyntaxNode),
  );
}

/**
 * Texts for people that stand outside `shared/text`, as `file:line: sentence`: three words or more in one literal,
 * template or piece of JSX; any word in the text of JSX or in a field that people read (a label, a message …); every
 * Failure that brings its sentence along.
 */
export function sentencesOutside(file: RepositoryFile): string[] {
  if (HOMES.some(({ path }) => path.test(file.path))) return [];
  const spared: { start: number; end: number }[] = [];
  const found = new Map<number, string>();
  const spare = (node: unknown) => spared.push(node as { start: number; end: number });
  const report = (node: SyntaxNode, line: () => number, text: string) => {
    if (spared.some(({ start, end }) => node.start >= start && node.start < end)) return;
    const at = line();
    if (!found.has(at))
      found.set(
        at,
        `${file.path}:${at}: what people read stands in shared/text: ` +
          `${JSON.stringify(text.replaceAll(/\s+/g, ' ').trim().slice(0, 80))}`,
      );
  };
  visit(file, (node, line) => {
    if (node.type === 'ImportDeclaration') spare(node);
    else if (node.type === 'NewExpression') {
      const callee = nameOf(node['callee']);
      // What an expression looks for is read from a text, not told to anybody.
      if (INVARIANTS.has(callee) || callee === 'RegExp') spare(node);
      const [sentence] = callee === 'Failure' ? writtenIn((node['arguments'] as SyntaxNode[])[1]) : [];
      if (sentence !== undefined) report(node, line, sentence);
    } else if (node.type === 'CallExpression') {
      // 'yes no true false'.split(' ') is a list, not a sentence.
      const { object, property } = node['callee'] as { object?: SyntaxNode; property?: unknown };
      if (object?.type === 'Literal' && nameOf(property) === 'split') spare(object);
      if (nameOf(node['callee']) === 'wordList') spare(node);
    } else if (node.type === 'Property' || node.type === 'JSXAttribute' || node.type === 'AssignmentPattern') {
      const field = nameOf(node['key'] ?? node['name'] ?? node['left']);
      const value = (node['value'] ?? node['right']) as SyntaxNode;
      if (Object.hasOwn(NOT_WORDING, field) && file.path.startsWith(NOT_WORDING[field]!)) spare(value);
      const text = READ.has(field) ? writtenIn(value).find((part) => !isCode(part)) : undefined;
      if (text !== undefined) report(node, line, text);
    } else if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node['children'] as SyntaxNode[]) {
        const text = child.type === 'JSXText' ? String(child['value']) : writtenIn(child).join(' ');
        if (/\p{L}{2}/u.test(text)) report(child, () => lineOf(file.text, child.start), text);
      }
    } else {
      const text = textOf(node);
      if (text !== null && wordsIn(text) >= 3 && !(isSqlRoom(file.path) && SQL.test(text))) report(node, line, text);
    }
  });
  return [...found.values()];
}
