/**
 * The closed list of functions an operation may use. A dialect that has not considered one of them does not compile
 * (`Record<FunctionName, …>` in shared/sql). Every value of a dataset is text until a `parse-` function says otherwise;
 * a `parse-` function answers NULL for what it cannot read and never fails.
 */
export const functionNames = [
  // text
  'lower',
  'trim',
  'left',
  'right',
  'length',
  'concat',
  'repeat',
  'replace',
  'nfc',
  'regex-replace',
  'regex-extract',
  'blank-to-null',
  // numbers
  'parse-number',
  'add',
  'subtract',
  'multiply',
  'divide',
  'floor',
  'round',
  'format-number',
  // dates: instants without a zone
  'parse-date',
  'full-years',
  'year-of',
  'truncate-date',
  'format-date',
  'add-days',
  // truth
  'and',
  'or',
  'not',
  'equals',
  'less',
  'at-least',
  'is-null',
  'regex-matches',
  'starts-with',
  // identifiers
  'sha256',
  'keyed-hash',
  'token',
  'encrypt-format',
  'number-below',
  'truncate-ip',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** An expression as plain tagged data: it can be stored, compared, hashed and walked. */
export type Expression =
  | { kind: 'column'; name: string }
  /** What the change's own `read` gives: computed once, however often it is used. */
  | { kind: 'bound' }
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'null' }
  | { kind: 'call'; name: FunctionName; args: Expression[] }
  | { kind: 'choose'; cases: { when: Expression; then: Expression }[]; otherwise: Expression }
  | { kind: 'lookup'; value: Expression; entries: [from: string, to: string][]; otherwise: Expression };

export const column = (name: string): Expression => ({ kind: 'column', name });
export const text = (value: string): Expression => ({ kind: 'text', value });
export const number = (value: number): Expression => ({ kind: 'number', value });
export const bound: Expression = { kind: 'bound' };
export const nothing: Expression = { kind: 'null' };
export const call = (name: FunctionName, ...args: Expression[]): Expression => ({ kind: 'call', name, args });
export const choose = (
  cases: { when: Expression; then: Expression }[],
  otherwise: Expression = nothing,
): Expression => ({ kind: 'choose', cases, otherwise });
export const lookup = (value: Expression, entries: [string, string][], otherwise: Expression): Expression => ({
  kind: 'lookup',
  value,
  entries,
  otherwise,
});

/** NULL where `value` is NULL or only white space, else `value`. */
export const blankToNull = (value: Expression): Expression => call('blank-to-null', value);

/** True for a row whose value is there but came out as NULL: it could not be read. */
export const unread = (value: Expression, result: Expression): Expression =>
  call('and', call('not', call('is-null', blankToNull(value))), call('is-null', result));

/** The parts of an expression, one level down. */
export function children(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.args;
    case 'choose':
      return [...expression.cases.flatMap(({ when, then }) => [when, then]), expression.otherwise];
    case 'lookup':
      return [expression.value, expression.otherwise];
    default:
      return [];
  }
}

/** Names of the columns an expression reads, without repeats. */
export function columnsIn(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === 'column') found.add(expression.name);
  for (const child of children(expression)) columnsIn(child, found);
  return found;
}

/** How many nodes an expression has; rewrites use it so that merging never makes SQL explode. */
export const sizeOf = (expression: Expression): number =>
  children(expression).reduce((sum, child) => sum + sizeOf(child), 1);
