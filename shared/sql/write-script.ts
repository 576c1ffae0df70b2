import type { Expression } from '#shared/plan/expression.ts';
import { columnsOf, type Plan } from '#shared/plan/plan-node.ts';
import { checksSql } from './script-checks.ts';
import { CannotWrite } from './portable/cannot-write.ts';
import type { Helper } from './portable/helper.ts';
import { comment, kept, passesOf } from './script-passes.ts';
import type { Dialect } from './write-sql.ts';

/** What a whole script of one engine needs beside its expressions. */
export interface ScriptDialect extends Dialect {
  /** Columns that a query, and that a view may have. */
  mostColumns: { query: number; view: number };
  /** The type of texts and of doubles. */
  types: { text: string; double: string };
  /** Settings of the session that the script relies on. */
  settings: readonly string[];
  /** A column of the user's table: text, compared by its bytes; anything else stops the query. */
  asText(identifier: string): string;
  /** Functions of the session that this text calls. @param keyNames of the keys it hashes under */
  helpers(text: string, keyNames: readonly string[]): Helper[];
  /** What whoever runs it types before the script: pads of keys from the file pads.jsonl, and the table it reads. */
  begin: { pads: readonly string[]; source: readonly string[] };
}

/** What a script is written from. Columns have their display names throughout, the user's table has them, too. */
export interface ScriptParts {
  /** Changes and drops over the source, nothing else. */
  plan: Plan;
  /** True for a row that the recipe chooses; null: all are. */
  keep: Expression | null;
  /** Outputs that classes are made of; empty: none are counted. */
  counted: readonly string[];
  /** Rows of classes below it are left out; null: none are. */
  k: number | null;
  /** Outputs that l and t are told of. */
  sensitive: readonly string[];
  keyNames: readonly string[];
  /** What is said above a part of the script; without line breaks. */
  comments: { step(step: number): string | null; prepared: string; output: string; checks: string };
}

/** Names that the script makes; no column may begin like them. */
export const scriptPrefix = 'custos_';

const classSize = 'custos_class';
/** The view of all rows as they are treated, each with whether it is chosen and how many of the chosen are like it. */
function preparedSql(script: ScriptParts, dialect: ScriptDialect, relation: string) {
  const { passes, flags, widest } = passesOf(script, dialect, relation);
  const { identifier } = dialect;
  const by = [kept, ...script.counted].map(identifier).join(', ');
  const select = [
    ...columnsOf(script.plan).map(identifier),
    identifier(kept),
    ...flags.map(({ name }) => identifier(name)),
    `count(*) OVER (PARTITION BY ${by}) AS ${identifier(classSize)}`,
  ];
  const { query, view } = dialect.mostColumns;
  if (select.length > view) throw new CannotWrite({ kind: 'width', columns: select.length, most: view });
  if (widest > query) throw new CannotWrite({ kind: 'width', columns: widest, most: query });
  const sql =
    `WITH\n${passes.map(({ name, sql: pass }) => `${name} AS (\n${pass}\n)`).join(',\n')}\n` +
    `SELECT\n  ${select.join(',\n  ')}\nFROM ${passes.at(-1)!.name}`;
  return { sql, flags };
}

/**
 * A plan as a script of one engine: functions of the session, and three views of it. `custos_prepared` has every row as
 * it is treated, `custos_output` what may be written, `custos_checks` the figures of it. It reads the table or view
 * `custos_source`, and makes nothing that outlives the session.
 * @returns its statements, in order, each with what is said above it
 * @throws CannotWrite where a query has more columns than the engine takes
 */
export function writeScript(script: ScriptParts, dialect: ScriptDialect): { comment: string | null; sql: string }[] {
  const { identifier } = dialect;
  const { sql: prepared, flags } = preparedSql(script, dialect, 'custos_source');
  const columns = columnsOf(script.plan);
  const large = script.k === null ? '' : ` AND ${identifier(classSize)} >= ${script.k}`;
  const output = `SELECT\n  ${columns.map(identifier).join(',\n  ')}\nFROM custos_prepared\nWHERE ${identifier(kept)}${large}`;
  const checks = checksSql({ columns, ...script, flags, kept, classSize }, dialect);
  const view = (name: string, sql: string): string => `CREATE OR REPLACE TEMPORARY VIEW ${name} AS\n${sql}`;
  return [
    ...dialect.settings.map((sql) => ({ comment: null, sql })),
    ...dialect.helpers(`${prepared}\n${checks}`, script.keyNames).map(({ sql }) => ({ comment: null, sql })),
    { comment: script.comments.prepared, sql: view('custos_prepared', prepared) },
    { comment: script.comments.output, sql: view('custos_output', output) },
    { comment: script.comments.checks, sql: view('custos_checks', checks) },
  ];
}

/** The statements as one text. */
export const scriptText = (statements: readonly { comment: string | null; sql: string }[]): string =>
  statements.map(({ comment: said, sql }) => `${said === null ? '' : `${comment(said)}\n`}${sql};\n`).join('\n');
