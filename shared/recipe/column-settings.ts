import { z } from 'zod';
import { columnsOf, type ColumnChange, type Plan } from '#shared/plan/plan-node.ts';
import type { FormField, SettingProblem, StepContext } from './operation.ts';

/** The setting nearly every operation has: display names of the columns it works on. */
export const columnNames = z.array(z.string()).min(1).max(100_000);

export const columnsField: FormField = { setting: 'columns', label: 'Columns', control: 'columns', help: 'The columns this step works on.' };

/** A column's name in a sentence: quoted, cut where a header is longer than a person reads. */
export const shortName = (name: string): string => `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”`;

/** “a”, “b” and “c”: every name, so that a description leaves none out. */
export function listNames(names: string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** Problems every list of columns can have: one that is not there, one named twice. */
export function checkColumns(names: string[], columns: string[], setting = 'columns'): SettingProblem[] {
  const known = new Set(columns);
  const seen = new Set<string>();
  return names.flatMap((name): SettingProblem[] => {
    if (seen.has(name)) return [{ setting, code: 'column-twice', sentence: `The column ${shortName(name)} is named twice.` }];
    seen.add(name);
    return known.has(name) ? [] : [{ setting, code: 'column-missing', sentence: `There is no column ${shortName(name)} at this step.` }];
  });
}

/** The plan node that changes each of the columns in the same way. */
export function changeEach(names: string[], from: Plan, context: StepContext, change: (name: string) => Omit<ColumnChange, 'column'>): Plan {
  const known = new Set(columnsOf(from));
  return { kind: 'change', from, step: context.step, changes: names.filter((name) => known.has(name)).map((name) => ({ column: name, ...change(name) })) };
}
