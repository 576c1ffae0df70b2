import { z } from 'zod';
import { columnsOf, nameSet, type ColumnChange, type Plan } from '#shared/plan/plan-node.ts';
import { operationsText } from '#shared/text/operations.ts';
import type { FormField, SettingProblem, StepContext } from './operation.ts';

const text = operationsText.common;

/** The setting nearly every operation has: display names of the columns it works on. */
export const columnNames = z.array(z.string()).min(1).max(100_000);

export const columnsField: FormField = { setting: 'columns', control: 'columns', ...text.columns };

/** Problems every list of columns can have: one that is not there, one named twice. */
export function checkColumns(names: string[], columns: readonly string[], setting = 'columns'): SettingProblem[] {
  const known = nameSet(columns);
  const seen = new Set<string>();
  return names.flatMap((name): SettingProblem[] => {
    if (seen.has(name)) return [{ setting, code: 'column-twice', sentence: text.columnTwice(name) }];
    seen.add(name);
    return known.has(name) ? [] : [{ setting, code: 'column-missing', sentence: text.columnMissing(name) }];
  });
}

/** The plan node that changes each of the columns in the same way. */
export function changeEach(
  names: string[],
  from: Plan,
  context: StepContext,
  change: (name: string) => Omit<ColumnChange, 'column'>,
): Plan {
  const known = nameSet(columnsOf(from));
  return {
    kind: 'change',
    from,
    step: context.step,
    changes: names.filter((name) => known.has(name)).map((name) => ({ column: name, ...change(name) })),
  };
}
