import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';

/**
 * Beside the number of a sale, its price and its quantity, an income is what the shop takes, not what a person earns.
 */
export function takingsRules(columns: readonly ColumnState[]): void {
  const ofSale: readonly SemanticTypeId[] = ['order_id', 'price', 'quantity'];
  const sold = ofSale.every((type) => columns.some((column) => leads(column, type)));
  if (!sold) return;
  for (const column of columns)
    if (leads(column, 'salary_income'))
      support(column, 'purchase_amount', (best(column)?.score ?? 0) + 0.2, {
        kind: 'table',
        detail: evidenceText.table.takings,
      });
}
