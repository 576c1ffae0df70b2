import { columnsIn, type Expression } from '#shared/plan/expression.ts';
import { columnsOf, nodesOf, type ColumnChange, type Plan } from '#shared/plan/plan-node.ts';
import { partKey } from './repeated-parts.ts';
import { partsOfScript } from './script-parts.ts';
import type { ScriptDialect, ScriptParts } from './write-script.ts';
import { writeExpression } from './write-sql.ts';

/** A column of truth: whether the recipe chooses the row. */
export const kept = 'custos_kept';

/** A line above a part of the script. */
export const comment = (text: string): string => `-- ${text.replaceAll(/[\s\p{Cc}]+/gu, ' ')}`.trimEnd();

/** A query that reads the one before it: some columns are added, or all are made anew. */
interface Pass {
  name: string;
  sql: string;
}

/** An output, and the column that says whether a value of it could not be read. */
interface Flag {
  column: string;
  name: string;
}

/** The steps of a node, with what each says. */
function saidOf(node: Extract<Plan, { kind: 'change' }>, comments: ScriptParts['comments']): string[] {
  const steps = [...new Set(node.changes.map(({ step }) => step ?? node.step))].sort((a, b) => a - b);
  return steps.flatMap((step) => comments.step(step) ?? []);
}

class Passes {
  readonly passes: Pass[] = [];
  /** Columns of the widest pass. */
  widest = 0;
  readonly flags: Flag[] = [];
  columns: string[] = [];
  /** Columns of the last pass. */
  #width = 0;
  readonly #dialect: ScriptDialect;
  /** What is said above the next pass. */
  #said: string[] = [];
  /** Columns that hold a part, by its key. They are there until columns are made anew. */
  #known = new Map<string, string>();
  #parts = 0;

  constructor(dialect: ScriptDialect) {
    this.#dialect = dialect;
  }

  say(lines: string[]): void {
    this.#said = lines;
  }

  write(expression: Expression, bound?: string, known: ReadonlyMap<string, string> = this.#known): string {
    return writeExpression(expression, this.#dialect, (name) => name, bound, known);
  }

  as(sql: string, name: string): string {
    return `${sql} AS ${this.#dialect.identifier(name)}`;
  }

  /** A pass of these columns. */
  select(name: string, select: readonly string[], from = this.passes.at(-1)!.name): void {
    this.#width = select[0] === '*' ? this.#width + select.length - 1 : select.length;
    this.widest = Math.max(this.widest, this.#width);
    const said = this.#said.map((line) => `  ${comment(line)}\n`).join('');
    this.passes.push({ name, sql: `${said}  SELECT\n    ${select.join(',\n    ')}\n  FROM ${from}` });
    this.#said = [];
  }

  /** Passes that compute once what these expressions have in common. */
  share(name: string, expressions: readonly Expression[]): void {
    this.#layers(`${name}_parts`, [{ layers: partsOfScript(expressions), known: this.#known }]);
  }

  /** The same of what expressions over what a change reads have in common, each of `all` by itself. */
  shareBound(name: string, all: readonly { expressions: Expression[]; bound: string }[]): Map<string, string>[] {
    const each = all.map(({ expressions, bound }) => ({
      layers: partsOfScript(expressions, true),
      known: new Map(this.#known),
      bound,
    }));
    this.#layers(`${name}_more`, each);
    return each.map(({ known }) => known);
  }

  #layers(name: string, all: readonly { layers: Expression[][]; known: Map<string, string>; bound?: string }[]): void {
    const deepest = Math.max(0, ...all.map(({ layers }) => layers.length));
    for (let depth = 0; depth < deepest; depth += 1) {
      const found = all.flatMap(({ layers, known, bound }) =>
        (layers[depth] ?? []).map((part) => ({ part, known, sql: this.write(part, bound, known) })),
      );
      const named = found.map((one) => ({ ...one, name: `custos_part_${(this.#parts += 1)}` }));
      this.select(depth === 0 ? name : `${name}_${depth + 1}`, [
        '*',
        ...named.map((one) => this.as(one.sql, one.name)),
      ]);
      for (const one of named) one.known.set(partKey(one.part), this.#dialect.identifier(one.name));
    }
  }

  /** After columns were made anew, no part is there any more. */
  forget(): void {
    this.#known.clear();
  }
}

function writeChange(to: Passes, changes: readonly ColumnChange[], identifier: ScriptDialect['identifier']): void {
  const name = `custos_pass_${to.passes.length}`;
  const readOf = (index: number): string => `custos_read_${index + 1}`;
  const bound = (index: number): string => identifier(readOf(index));
  to.share(
    name,
    changes.flatMap(({ read, value, fails }) => [read, value, fails].filter((one) => one !== undefined)),
  );
  const reads = changes.flatMap(({ read }, index) =>
    read === undefined ? [] : [to.as(to.write(read), readOf(index))],
  );
  if (reads.length > 0) to.select(`${name}_read`, ['*', ...reads]);
  const known = to.shareBound(
    name,
    changes.map(({ value, fails }, index) => ({
      expressions: [value, ...(fails === undefined ? [] : [fails])],
      bound: bound(index),
    })),
  );
  const write = (expression: Expression, index: number): string => to.write(expression, bound(index), known[index]);
  const values = new Map(changes.map(({ column, value }, index) => [column, write(value, index)]));
  const before = [kept, ...to.flags.map((flag) => flag.name)].map(identifier);
  const told = changes.flatMap(({ column, fails }, index) => {
    if (fails === undefined) return [];
    const flag = { column, name: `custos_unread_${to.flags.length + 1}` };
    to.flags.push(flag);
    return [to.as(write(fails, index), flag.name)];
  });
  to.select(name, [
    ...to.columns.map((column) => (values.has(column) ? to.as(values.get(column)!, column) : identifier(column))),
    ...before,
    ...told,
  ]);
  to.forget();
}

/** Columns of the source that are written, or that something is made of. */
function columnsRead({ plan, keep }: ScriptParts): Set<string> {
  const found = new Set(columnsOf(plan));
  if (keep !== null) columnsIn(keep, found);
  for (const node of nodesOf(plan))
    if (node.kind === 'change')
      for (const { read, value, fails } of node.changes)
        for (const expression of [read, value, fails]) if (expression !== undefined) columnsIn(expression, found);
  return found;
}

/** The plan as queries that follow each other, the columns of the widest, and the flags of what could not be read. */
export function passesOf(
  script: ScriptParts,
  dialect: ScriptDialect,
  relation: string,
): { passes: Pass[]; flags: Flag[]; widest: number } {
  const { plan, keep, comments } = script;
  const { identifier } = dialect;
  const isRead = columnsRead(script);
  const to = new Passes(dialect);
  for (const node of nodesOf(plan)) {
    if (node.kind === 'source') {
      to.columns = node.columns.map(({ name }) => name).filter((name) => isRead.has(name));
      to.select(
        'custos_read',
        to.columns.map((name) => to.as(dialect.asText(identifier(name)), name)),
        relation,
      );
      if (keep !== null) to.share('custos_chosen', [keep]);
      to.select('custos_chosen', ['*', to.as(keep === null ? 'true' : `coalesce(${to.write(keep)}, false)`, kept)]);
    } else if (node.kind === 'change') {
      to.say(saidOf(node, comments));
      writeChange(to, node.changes, identifier);
    } else if (node.kind === 'drop') to.columns = to.columns.filter((name) => !node.columns.includes(name));
    else throw new Error('A script is written of changes and drops alone.');
  }
  return { passes: to.passes, flags: to.flags, widest: to.widest };
}
