import type { Expression, FunctionName } from '#shared/plan/expression.ts';
import { nodesOf, type Plan } from '#shared/plan/plan-node.ts';
import { quoteIdentifier } from './quote.ts';
import { partKey, repeatedParts } from './repeated-parts.ts';

/** What one engine writes differently. A function it has not considered is a type error, not a surprise at run time. */
export interface Dialect {
  functions: Record<FunctionName, (args: string[], expressions: Expression[]) => string>;
  text(value: string): string;
  number(value: number): string;
  lookup(value: string, entries: [string, string][], otherwise: string): string;
}

/**
 * One expression as SQL.
 * @param bound SQL of what the expression's change reads, where it refers to it
 * @param known SQL of parts that a sub-select has computed already, by `partKey`
 */
export function writeExpression(
  expression: Expression,
  dialect: Dialect,
  physical: (name: string) => string,
  bound = 'NULL',
  known?: ReadonlyMap<string, string>,
): string {
  const shared = known === undefined || expression.kind !== 'call' ? undefined : known.get(partKey(expression));
  if (shared !== undefined) return shared;
  const write = (part: Expression): string => writeExpression(part, dialect, physical, bound, known);
  switch (expression.kind) {
    case 'column':
      return quoteIdentifier(physical(expression.name));
    case 'bound':
      return bound;
    case 'text':
      return dialect.text(expression.value);
    case 'number':
      return dialect.number(expression.value);
    case 'null':
      return 'NULL';
    case 'call':
      return dialect.functions[expression.name](expression.args.map(write), expression.args);
    case 'choose':
      return (
        `CASE ${expression.cases.map(({ when, then }) => `WHEN ${write(when)} THEN ${write(then)}`).join(' ')} ELSE ` +
        `${write(expression.otherwise)} END`
      );
    case 'lookup':
      return dialect.lookup(write(expression.value), expression.entries, write(expression.otherwise));
  }
}

export interface WriteOptions {
  /** Also yield one boolean column per failing conversion, named as given here, in the order of `failuresOf(plan)`. */
  failures?: string[] | undefined;
}

/** The conversions of a plan that can fail, in the order in which they are written. */
export const failuresOf = (plan: Plan): { step: number; column: string }[] =>
  nodesOf(plan).flatMap((node) =>
    node.kind === 'change'
      ? node.changes
          .filter(({ fails }) => fails !== undefined)
          .map(({ column, step }) => ({ step: step ?? node.step, column }))
      : [],
  );

/** A kind of node that is not written above does not compile. */
function unknownNode(node: never): never {
  throw new Error(`A plan node cannot be written: ${JSON.stringify(node)}`);
}

/**
 * Longer plans compute repeated parts where they stand: each sub-select is a level of nesting, and engines stop at a
 * few hundred.
 */
const mostShared = 40;

const readName = (physical: string): string => quoteIdentifier(`${physical}_read`);

/**
 * The plan as one SELECT over `relation` (a FROM-clause expression with the source's physical columns). Inside it the
 * physical names are used throughout, so that no header, however odd, becomes an identifier; `outputs` gives the names
 * it yields.
 */
export function writeSql(
  plan: Plan,
  relation: string,
  outputs: string[],
  dialect: Dialect,
  options: WriteOptions = {},
): string {
  let sql = '';
  let columns = new Map<string, string>();
  const flags: string[] = [];
  const physical = (name: string): string => {
    const found = columns.get(name);
    if (found === undefined) throw new Error('A plan reads a column that is not there.');
    return found;
  };
  const selectList = (values: Map<string, string>, newFlags: string[] = []): string =>
    [
      ...[...columns.values()].map((name) =>
        values.has(name) ? `${values.get(name)} AS ${quoteIdentifier(name)}` : quoteIdentifier(name),
      ),
      ...flags.map(quoteIdentifier),
      ...newFlags,
    ].join(', ');
  const nodes = nodesOf(plan);
  const sharing = nodes.length <= mostShared;
  for (const node of nodes) {
    switch (node.kind) {
      case 'source': {
        columns = new Map(node.columns.map(({ name, physical: id }) => [name, id]));
        sql = `SELECT ${selectList(new Map())} FROM ${relation}`;
        break;
      }
      case 'change': {
        const known = new Map<string, string>();
        const wide = (): string => [selectList(new Map()), ...known.values()].join(', ');
        for (const layer of sharing ? repeatedParts(node.changes) : []) {
          const parts = layer.map((part, index): [string, string, string] => [
            partKey(part),
            quoteIdentifier(`part_${known.size + index + 1}`),
            writeExpression(part, dialect, physical, 'NULL', known),
          ]);
          sql = `SELECT ${[wide(), ...parts.map(([, name, value]) => `${value} AS ${name}`)].join(', ')} FROM (${sql})`;
          for (const [key, name] of parts) known.set(key, name);
        }
        const reads = node.changes.flatMap(({ column, read }) =>
          read === undefined
            ? []
            : [`${writeExpression(read, dialect, physical, 'NULL', known)} AS ${readName(physical(column))}`],
        );
        if (reads.length > 0) sql = `SELECT ${[wide(), ...reads].join(', ')} FROM (${sql})`;
        const values = new Map(
          node.changes.map(({ column, value }) => [
            physical(column),
            writeExpression(value, dialect, physical, readName(physical(column)), known),
          ]),
        );
        const written: string[] = [];
        const newFlags: string[] = [];
        for (const { column, fails } of options.failures === undefined ? [] : node.changes) {
          if (fails === undefined) continue;
          const flag = options.failures?.[flags.length + written.length] ?? '';
          written.push(flag);
          newFlags.push(
            `${writeExpression(fails, dialect, physical, readName(physical(column)), known)} AS ` +
              `${quoteIdentifier(flag)}`,
          );
        }
        sql = `SELECT ${selectList(values, newFlags)} FROM (${sql})`;
        flags.push(...written);
        break;
      }
      case 'drop': {
        for (const name of node.columns) columns.delete(name);
        break;
      }
      case 'keep-large-classes': {
        const key = node.columns.map((name) => quoteIdentifier(physical(name)));
        const size = key.length === 0 ? 'count(*) OVER ()' : `count(*) OVER (PARTITION BY ${key.join(', ')})`;
        sql =
          `SELECT ${selectList(new Map())} FROM (SELECT *, ${size} AS class_size FROM (${sql})) WHERE class_size >= ` +
          `${node.k}`;
        break;
      }
      default:
        unknownNode(node);
    }
  }
  const names = [...columns.values()].map(
    (name, index) => `${quoteIdentifier(name)} AS ${quoteIdentifier(outputs[index] ?? name)}`,
  );
  return `SELECT ${[...names, ...flags.map(quoteIdentifier)].join(', ')} FROM (${sql})`;
}
