import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { best, type ColumnState } from './hypothesis.ts';

/** From where on a column is recognised: by its name, or by all that speaks for it. */
const recognisedFrom = { header: 0.5, score: 0.6 };
/** Nobody can say from these names what a column is. */
const untold = typeSet('unknown', 'person_attribute', 'technical_attribute');

/**
 * Columns of one kind stand together: of those that nothing names, one in three was personal behind a personal column,
 * and one in twenty-five behind a recognised one that is not (docs/decisions/0072). Tells each column what stands before it.
 */
export function tellWhatStandsBefore(columns: readonly ColumnState[]): void {
  for (const [at, column] of columns.entries()) {
    const before = columns[at - 1];
    const first = before && best(before);
    if (!first || untold.has(first.type)) continue;
    if (first.header < recognisedFrom.header && first.score < recognisedFrom.score) continue;
    column.after = { personal: semanticTypeById(first.type)?.class !== 'non_pii' };
  }
}
