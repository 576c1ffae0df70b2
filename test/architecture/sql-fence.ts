import { longPattern } from '#shared/domain/long-pattern.ts';
import { visit } from './read-module.ts';
import type { RepositoryFile } from './source-files.ts';

/**
 * Where SQL may be written: the printer, and the engine's folders that hold a connection. Everything else asks them.
 */
export const SQL_ROOMS = [
  'shared/sql',
  ...[
    'analysis',
    'intake',
    'profile',
    'classify',
    'values',
    'written-values',
    'facts',
    'consent',
    'run-recipe',
    'anonymise/coded',
    'fairness',
    'quality',
    'segments',
    'editions',
    'privacy',
    'join',
    'release',
    'recommend',
    'catalog',
    'journal',
    'workspace',
    'session',
    'tables',
    'use-cases',
  ].map((folder) => `electron/engine/${folder}`),
];

// A statement, not a sentence: the verb and the word SQL puts behind it. "Select rows from …" in prose is lower-case or
// has no column list.
const STATEMENT = longPattern('')`
  \b(?:SELECT\b[\s\S]*\bFROM|INSERT INTO|UPDATE\b[\s\S]*\bSET|DELETE FROM
  |CREATE (?:TEMP |OR REPLACE |TABLE|VIEW|INDEX)|DROP TABLE|ALTER TABLE
  |COPY\b[\s\S]*\b(?:TO|FROM)|ATTACH\b|PRAGMA\b)\b`;

export const isSqlRoom = (path: string): boolean => SQL_ROOMS.some((folder) => path.startsWith(`${folder}/`));

/** Strings and templates with SQL in a file outside the fence, as `file:line: sentence`. */
export function sqlOutsideTheFence(file: RepositoryFile): string[] {
  if (isSqlRoom(file.path)) return [];
  const problems: string[] = [];
  const check = (text: string, line: () => number) => {
    if (STATEMENT.test(text))
      problems.push(`${file.path}:${line()}: SQL is written in shared/sql or in the engine's data folders only`);
  };
  visit(file, (node, line) => {
    if (node.type === 'TemplateLiteral')
      check((node['quasis'] as { value: { raw: string } }[]).map((part) => part.value.raw).join(' x '), line);
    else if (node.type === 'Literal' && typeof node['value'] === 'string') check(node['value'], line);
  });
  return problems;
}
