import type { SemanticType, ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { checkValues } from '#engine/classify/check-values.ts';
import type { ColumnFacts } from '#engine/classify/column-facts.ts';

/**
 * Whether the values fail the type's own check so often that they outrank what a system or codebook calls the column:
 * it was changed since.
 */
export function contradicted(type: SemanticType, facts: ColumnFacts, tools: ValueTools): boolean {
  const vetoBelow = facts.hashed ? 0 : (type.columnRule?.vetoBelow ?? 0);
  return vetoBelow > 0 && checkValues(type, facts, tools).share < vetoBelow;
}
