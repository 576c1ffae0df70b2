import { children, type Expression, type FunctionName } from '#shared/plan/expression.ts';
import { partKey } from './repeated-parts.ts';

/** An expression that can be a column of its own. */
type Part = Extract<Expression, { kind: 'call' | 'choose' | 'lookup' }>;

/** Not worth a column, however often they are used. */
const cheap: readonly FunctionName[] = ['and', 'or', 'not', 'equals', 'less', 'at-least', 'is-null', 'length'];

/** Functions that answer all texts and dates, if with NULL: ahead of a condition that guards them they never fail. */
const total: readonly FunctionName[] = [
  ...cheap,
  ...(['lower', 'trim', 'nfc', 'concat', 'replace', 'regex-replace', 'regex-extract', 'blank-to-null'] as const),
  ...(['parse-number', 'parse-date', 'full-years', 'year-of', 'truncate-date', 'format-date'] as const),
  ...(['regex-matches', 'starts-with', 'sha256', 'keyed-hash', 'truncate-ip'] as const),
];
const cutting: readonly FunctionName[] = ['left', 'right'];

interface Seen {
  expression: Expression;
  /** Whether it, with all it is made of, never fails. */
  total: boolean;
  readsBound: boolean;
  /** Different expressions that it is a part of, and places where it stands by itself. */
  uses: number;
  below: string[];
}

function isTotal(expression: Expression, parts: readonly Seen[]): boolean {
  if (!parts.every((part) => part.total)) return false;
  if (expression.kind !== 'call' || total.includes(expression.name)) return true;
  return cutting.includes(expression.name) && expression.args[1]?.kind === 'number' && expression.args[1].value >= 0;
}

/** Every expression that these are made of, by its key, each after what it is made of. */
function seenIn(expressions: readonly Expression[]): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const visit = (expression: Expression): string => {
    const key = partKey(expression);
    const before = seen.get(key);
    if (before !== undefined) {
      before.uses += 1;
      return key;
    }
    const below = [...new Set(children(expression).map(partKey))];
    for (const child of new Map(children(expression).map((one) => [partKey(one), one])).values()) visit(child);
    const parts = below.map((one) => seen.get(one)!);
    seen.set(key, {
      expression,
      total: isTotal(expression, parts),
      readsBound: expression.kind === 'bound' || parts.some(({ readsBound }) => readsBound),
      uses: 1,
      below,
    });
    return key;
  };
  for (const expression of expressions) visit(expression);
  return seen;
}

const isPart = (expression: Expression): expression is Part =>
  expression.kind === 'choose' ||
  expression.kind === 'lookup' ||
  (expression.kind === 'call' && !cheap.includes(expression.name));

/**
 * Parts that a script computes once, as columns, because they stand in more than one place: engines that do not look
 * for repeats would compute them as often, and some plan for minutes. In layers: a part may use those of the layers
 * before it.
 * @param withBound those that read what the change of these expressions reads; otherwise those that do not
 */
export function partsOfScript(expressions: readonly Expression[], withBound = false): Part[][] {
  const seen = seenIn(expressions);
  const layerOf = new Map<string, number>();
  const layers: Part[][] = [];
  const within = new Set([...seen.values()].flatMap(({ below }) => below));
  // The pads of a key are looked up by a query, which Spark allows in no lambda: within something it is a column, too.
  const isApart = (key: string, expression: Expression): boolean =>
    expression.kind === 'call' && expression.name === 'keyed-hash' && within.has(key);
  for (const [key, { expression, uses, below, ...part }] of seen) {
    const after = Math.max(0, ...below.map((one) => layerOf.get(one) ?? 0));
    const isWanted =
      (uses > 1 || isApart(key, expression)) && part.total && part.readsBound === withBound && isPart(expression);
    layerOf.set(key, isWanted ? after + 1 : after);
    if (isWanted) (layers[after] ??= []).push(expression);
  }
  return layers;
}
