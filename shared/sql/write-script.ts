import type { Expression } from '#shared/plan/expression.ts';
import { columnsOf, nodesOf, type ColumnChange, type Plan } from '#shared/plan/plan-node.ts';
import { checksSql } from './script-checks.ts';
import type { Helper } from './portable/helper.ts';
import { writeExpression, type Dialect } from './write-sql.ts';

/** What a whole script of one engine needs beside its expressions. */
export interface ScriptDialect extends Dialect {
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

const kept = 'custos_kept';
const classSize = 'custos_class';
const flagOf = (index: number): string => `custos_unread_${index + 1}`;
const readOf = (index: number): string => `custos_read_${index + 1}`;

interface Part {
  name: string;
  comments: string[];
  select: string[];
  from: string;
}

const comment = (text: string): string => `-- ${text.replaceAll(/\s+/g, ' ')}`;

const partSql = ({ comments, select, from }: Part): string =>
  [...comments.map((line) => `  ${comment(line)}`), `  SELECT\n    ${select.join(',\n    ')}\n  FROM ${from}`].join(
    '\n',
  );

/** The steps of a node, with what each says. */
function saidOf(node: Extract<Plan, { kind: 'change' }>, comments: ScriptParts['comments']): string[] {
  const steps = [...new Set(node.changes.map(({ step }) => step ?? node.step))].sort((a, b) => a - b);
  return steps.flatMap((step) => comments.step(step) ?? []);
}

/** The plan as parts that follow each other, and the flags of what could not be read. */
function partsOf({ plan, keep, comments }: ScriptParts, dialect: ScriptDialect, relation: string) {
  const { identifier } = dialect;
  const parts: Part[] = [];
  const flags: { column: string; name: string }[] = [];
  let columns: string[] = [];
  const last = (): string => parts.at(-1)!.name;
  const write = (expression: Expression, bound?: string): string =>
    writeExpression(expression, dialect, (name) => name, bound);
  const beside = (): string[] => [kept, ...flags.map(({ name }) => name)].map(identifier);

  const change = (changes: readonly ColumnChange[], said: string[], name: string): void => {
    const reads = changes.flatMap(({ read }, index) => (read === undefined ? [] : [{ index, sql: write(read) }]));
    if (reads.length > 0)
      parts.push({
        name: `${name}_read`,
        comments: said,
        select: [
          ...columns.map(identifier),
          ...beside(),
          ...reads.map(({ index, sql }) => `${sql} AS ${identifier(readOf(index))}`),
        ],
        from: last(),
      });
    const bound = (index: number): string => identifier(readOf(index));
    const values = new Map(changes.map(({ column, value }, index) => [column, write(value, bound(index))]));
    const told = changes.flatMap(({ column, fails }, index) =>
      fails === undefined ? [] : [{ column, sql: write(fails, bound(index)) }],
    );
    const before = beside();
    const flagged = told.map(({ column, sql }, index) => {
      const flag = { column, name: flagOf(flags.length + index) };
      return { flag, sql: `${sql} AS ${identifier(flag.name)}` };
    });
    parts.push({
      name,
      comments: reads.length > 0 ? [] : said,
      select: [
        ...columns.map((column) =>
          values.has(column) ? `${values.get(column)} AS ${identifier(column)}` : identifier(column),
        ),
        ...before,
        ...flagged.map(({ sql }) => sql),
      ],
      from: last(),
    });
    flags.push(...flagged.map(({ flag }) => flag));
  };

  for (const node of nodesOf(plan)) {
    if (node.kind === 'source') {
      columns = node.columns.map(({ name }) => name);
      const source = columns.map((name) => `${dialect.asText(identifier(name))} AS ${identifier(name)}`);
      parts.push({ name: 'custos_read', comments: [], select: source, from: relation });
      const isKept = keep === null ? 'true' : `coalesce(${write(keep)}, false)`;
      parts.push({
        name: 'custos_chosen',
        comments: [],
        select: [...columns.map(identifier), `${isKept} AS ${identifier(kept)}`],
        from: last(),
      });
    } else if (node.kind === 'change') change(node.changes, saidOf(node, comments), `custos_pass_${parts.length}`);
    else if (node.kind === 'drop') columns = columns.filter((name) => !node.columns.includes(name));
    else throw new Error('A script is written of changes and drops alone.');
  }
  return { parts, flags };
}

/** The view of all rows as they are treated, each with whether it is chosen and how many of the chosen are like it. */
function preparedSql(script: ScriptParts, dialect: ScriptDialect, relation: string) {
  const { parts, flags } = partsOf(script, dialect, relation);
  const { identifier } = dialect;
  const by = [kept, ...script.counted].map(identifier).join(', ');
  const select = [
    ...columnsOf(script.plan).map(identifier),
    identifier(kept),
    ...flags.map(({ name }) => identifier(name)),
    `count(*) OVER (PARTITION BY ${by}) AS ${identifier(classSize)}`,
  ];
  const sql =
    `WITH\n${parts.map((part) => `${part.name} AS (\n${partSql(part)}\n)`).join(',\n')}\n` +
    `SELECT\n  ${select.join(',\n  ')}\nFROM ${parts.at(-1)!.name}`;
  return { sql, flags };
}

/**
 * A plan as a script of one engine: functions of the session, and three views of it. `custos_prepared` has every row as
 * it is treated, `custos_output` what may be written, `custos_checks` the figures of it. It reads the table or view
 * `custos_source`, and makes nothing that outlives the session.
 * @returns its statements, in order, each with what is said above it
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
