import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { checkValues } from '../check-values.ts';
import { best, support, type ColumnState, type Hypothesis } from '../hypothesis.ts';

/** What the header claims and the values deny. */
const denied = (column: ColumnState | undefined): Hypothesis | undefined =>
  [...(column?.hypotheses.values() ?? [])]
    .filter((hypothesis) => hypothesis.header > 0.8)
    .sort((left, right) => right.header - left.header)
    .find((hypothesis) => hypothesis.vetoed);

/**
 * Headers may have slipped by one column (an unquoted separator in a cell). Where two neighbours both deny their own
 * header and the second one's values are what the first header says, that header counts for the second column.
 */
export function shiftedHeaderRules(columns: readonly ColumnState[], tools: ValueTools): void {
  for (const [at, column] of columns.entries()) {
    const claimed = denied(columns[at - 1]);
    const type = claimed && semanticTypeById(claimed.type);
    if (!claimed || !type?.valueCheck || !denied(column)) continue;
    if (checkValues(type, column.facts, tools).share >= (type.columnRule?.minShare ?? 0.8))
      support(column, claimed.type, Math.max(0.8, (best(column)?.score ?? 0) + 0.1), {
        kind: 'neighbour',
        detail: evidenceText.table.shiftedHeader,
      });
  }
}
