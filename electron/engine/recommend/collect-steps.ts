import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { findOperation, operations } from '#shared/recipe/operations/index.ts';
import type { StepSpec } from './step-spec.ts';

export interface ColumnStep {
  column: string;
  step: StepSpec | 'drop' | null;
  reason: string;
}

const order = new Map(operations.map(({ id }, index) => [id, index]));

/**
 * One step for all columns that get the same treatment for the same reason, in the order in which operations are
 * listed.
 */
export function collectSteps(columns: ColumnStep[]): RecipeStep[] {
  const groups = new Map<string, { spec: StepSpec; reason: string; columns: string[] }>();
  for (const { column, step, reason } of columns) {
    if (step === null) continue;
    const spec: StepSpec = step === 'drop' ? { op: 'drop-columns', settings: {} } : step;
    const key = JSON.stringify([spec, reason]);
    const group = groups.get(key) ?? { spec, reason, columns: [] };
    group.columns.push(column);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => (order.get(a.spec.op) ?? 0) - (order.get(b.spec.op) ?? 0))
    .map(({ spec, reason, columns: named }) => ({
      op: spec.op,
      version: findOperation(spec.op)?.version ?? 1,
      settings: { columns: named, ...spec.settings },
      reason,
      enabled: true,
    }));
}
