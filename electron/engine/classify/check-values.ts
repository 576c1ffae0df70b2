import type { SemanticType, ValueTools } from '#shared/semantic-types/semantic-type.ts';
import type { ColumnFacts } from './column-facts.ts';

/** Distinct values a check is run on; the first ones decide whether the rest are worth it. */
const looked = 400;
const probe = 40;

/** Values spread evenly over the distinct ones. */
function spread(values: readonly string[], count: number): readonly string[] {
  if (values.length <= count) return values;
  const step = values.length / count;
  return Array.from({ length: count }, (_, at) => values[Math.floor(at * step)] ?? '');
}

export interface CheckedShare {
  passed: number;
  of: number;
  share: number;
}

/** Share of the column's distinct values that pass the type's check. */
export function checkValues(type: SemanticType, facts: ColumnFacts, tools: ValueTools): CheckedShare {
  const check = type.valueCheck;
  if (!check || facts.values.length === 0) return { passed: 0, of: 0, share: 0 };
  const first = spread(facts.values, probe);
  const passedFirst = first.filter((value) => check(value, tools)).length;
  const hopeless = passedFirst / first.length < 0.5 * Math.min(type.columnRule?.minShare ?? 0.5, type.columnRule?.vetoBelow ?? 1);
  if (facts.values.length <= probe || hopeless) return { passed: passedFirst, of: first.length, share: passedFirst / first.length };
  const all = spread(facts.values, looked);
  const passed = all.filter((value) => check(value, tools)).length;
  return { passed, of: all.length, share: passed / all.length };
}
