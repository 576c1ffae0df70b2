import type { Finding } from '#shared/domain/finding.ts';
import type { SegmentColumnPart } from '#shared/domain/segments.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/** Types that say when somebody bought last, how often and for how much, the surest first. */
const types: Record<Exclude<SegmentColumnPart, 'person'>, readonly SemanticTypeId[]> = {
  recency: ['order_date', 'recency'],
  frequency: ['purchase_count', 'purchase_frequency'],
  monetary: ['total_spent', 'lifetime_value', 'purchase_amount', 'price'],
};

/**
 * The columns that a segmentation would take, by what the classification found them to be; a person may name others.
 * Where every row is an order, orders are counted and no column says how many there are.
 */
export function suggestedColumns(
  findings: readonly Finding[],
  rowsAre: 'customers' | 'orders',
): Record<Exclude<SegmentColumnPart, 'person'>, string | null> {
  const first = (wanted: readonly SemanticTypeId[]): string | null =>
    wanted.flatMap((type) => findings.filter((finding) => finding.type === type))[0]?.name ?? null;
  const ofOrders = ['purchase_amount', 'price', 'total_spent'] as const satisfies readonly SemanticTypeId[];
  return {
    recency: first(types.recency),
    frequency: rowsAre === 'orders' ? null : first(types.frequency),
    monetary: first(rowsAre === 'orders' ? ofOrders : types.monetary),
  };
}
