import type { Codebook } from '#shared/codebooks/codebook.ts';
import type { Classification } from '#shared/domain/finding.ts';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import type { TableInHand } from './table-in-hand.ts';

/** Suggests what the columns of a table hold, with all that is known of how it was read. */
export function classifyColumns(
  table: Pick<TableInHand, 'duck' | 'relation' | 'columns' | 'rows' | 'layout' | 'policy'>,
  options: {
    today: string;
    /** Age in years under which nobody is targeted. */
    majority: number;
    signal: AbortSignal;
    codebook?: Codebook | undefined;
    findingsOnly?: boolean;
    onProgress?: (done: number, total: number) => void;
  },
): Promise<Classification> {
  const { layout, rows, policy } = table;
  return classifyRelation(table.duck, table.relation, table.columns, { layout, rows, policy, ...options });
}
