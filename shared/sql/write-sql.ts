import type { Expression, FunctionName } from '#shared/plan/expression.ts';
import { nodesOf, type Plan } from '#shared/plan/plan-node.ts';
import { quoteIdentifier } from './quote.ts';
import { partKey, repeatedParts } from './repeated-parts.ts';

/** What one engine writes differently. A function it has not considered is a type error, not a surprise at run time. */
export interface Dialect {
  identifier(name: string): string;
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
  const shared = known === undefined || known.size === 0 ? undefined : known.get(partKey(expression));
  if (shared !== undefined) return shared;
  const write = (part: Expression): string => writeExpression(part, dialect, physical, bound, known);
  switch (expression.kind) {
    case 'column':
      return dialect.identifier(physical(expression.name));
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

/** What is written so far: its SQL, the physical name of each column it yields, and its flags of failures. */
interface Written {
  sql: string;
  columns: Map<string, string>;
  flags: string[];
}

const physicalIn =
  ({ columns }: Written) =>
  (name: string): string => {
    const found = columns.get(name);
    if (found === undefined) throw new Error('A plan reads a column that is not there.');
    return found;
  };

/** What a SELECT over what is written yields: its columns, some with another value, and its flags. */
const selectList = ({ columns, flags }: Written, values?: ReadonlyMap<string, string>): string =>
  [
    ...[...columns.values()].map((name) =>
      values?.has(name) ? `${values.get(name)} AS ${quoteIdentifier(name)}` : quoteIdentifier(name),
    ),
    ...flags.map(quoteIdentifier),
  ].join(', ');

type Change = Extract<Plan, { kind: 'change' }>;

/**
 * Columns get new values. Parts that several of them need, and what their changes read, are computed in sub-selects
 * before.
 * @param failures names of the flags, of which the next ones are this node's
 * @param sharing whether repeated parts are computed once
 */
function writeChange(to: Written, { changes }: Change, dialect: Dialect, failures?: string[], sharing = true): void {
  const physical = physicalIn(to);
  const known = new Map<string, string>();
  const write = (expression: Expression, bound = 'NULL'): string =>
    writeExpression(expression, dialect, physical, bound, known);
  const readOf = (column: string): string => readName(physical(column));
  const wide = (): string => [selectList(to), ...known.values()].join(', ');

  for (const layer of sharing ? repeatedParts(changes) : []) {
    const parts = layer.map((part, index): [string, string, string] => [
      partKey(part),
      quoteIdentifier(`part_${known.size + index + 1}`),
      write(part),
    ]);
    to.sql = `SELECT ${[wide(), ...parts.map(([, name, value]) => `${value} AS ${name}`)].join(', ')} FROM (${to.sql})`;
    for (const [key, name] of parts) known.set(key, name);
  }
  const reads = changes.flatMap(({ column, read }) =>
    read === undefined ? [] : [`${write(read)} AS ${readOf(column)}`],
  );
  if (reads.length > 0) to.sql = `SELECT ${[wide(), ...reads].join(', ')} FROM (${to.sql})`;
  const values = new Map(changes.map(({ column, value }) => [physical(column), write(value, readOf(column))]));
  const failing = failures === undefined ? [] : changes.filter(({ fails }) => fails !== undefined);
  const flags = failing.map((_, at) => failures?.[to.flags.length + at] ?? '');
  const told = failing.map(
    ({ column, fails }, at) => `${write(fails!, readOf(column))} AS ${quoteIdentifier(flags[at]!)}`,
  );
  to.sql = `SELECT ${[selectList(to, values), ...told].join(', ')} FROM (${to.sql})`;
  to.flags.push(...flags);
}

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
  const to: Written = { sql: '', columns: new Map(), flags: [] };
  const nodes = nodesOf(plan);
  for (const node of nodes) {
    switch (node.kind) {
      case 'source': {
        to.columns = new Map(node.columns.map(({ name, physical }) => [name, physical]));
        to.sql = `SELECT ${selectList(to)} FROM ${relation}`;
        break;
      }
      case 'change': {
        writeChange(to, node, dialect, options.failures, nodes.length <= mostShared);
        break;
      }
      case 'drop': {
        for (const name of node.columns) to.columns.delete(name);
        break;
      }
      case 'keep-rows': {
        const keep = writeExpression(node.keep, dialect, physicalIn(to));
        to.sql = `SELECT ${selectList(to)} FROM (${to.sql}) WHERE ${keep}`;
        break;
      }
      case 'keep-large-classes': {
        const key = node.columns.map((name) => quoteIdentifier(physicalIn(to)(name)));
        const size = key.length === 0 ? 'count(*) OVER ()' : `count(*) OVER (PARTITION BY ${key.join(', ')})`;
        const sized = `SELECT *, ${size} AS class_size FROM (${to.sql})`;
        to.sql = `SELECT ${selectList(to)} FROM (${sized}) WHERE class_size >= ${node.k}`;
        break;
      }
      case 'whole-table':
        throw new Error('What works on the whole table is not SQL: it is taken out of a plan first.');
      default:
        unknownNode(node);
    }
  }
  const names = [...to.columns.values()].map(
    (name, index) => `${quoteIdentifier(name)} AS ${quoteIdentifier(outputs[index] ?? name)}`,
  );
  return `SELECT ${[...names, ...to.flags.map(quoteIdentifier)].join(', ')} FROM (${to.sql})`;
}
