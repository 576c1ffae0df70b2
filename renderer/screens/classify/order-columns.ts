import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import { columnMark, type ColumnMark } from '#shared/domain/shown-class.ts';
import { gravestFlags } from '#shared/policy/gravest-flags.ts';

export type ColumnOrder = 'doubt' | 'danger' | 'file';

/** What a wrong class would cost: direct identifiers first. */
const weight: Record<ColumnMark, number> = { linked: 3, linkable: 2, online: 2, undecided: 1, non: 0 };
export const danger = ({ effective }: ClassifiedColumn): number =>
  weight[columnMark(effective)] + (effective.flags.some((flag) => gravestFlags.has(flag)) ? 2 : 0);

/** 2: in doubt and undecided, 1: undecided, 0: decided. */
const need = ({ decision, suggestion }: ClassifiedColumn): number =>
  decision !== null ? 0 : suggestion.needsReview ? 2 : 1;

/** Names in the order of review. Equal columns keep the order of the file. */
export function orderColumns(columns: readonly ClassifiedColumn[], order: ColumnOrder): string[] {
  const sorted = [...columns];
  if (order === 'doubt')
    sorted.sort(
      (a, b) => need(b) - need(a) || a.suggestion.confidence - b.suggestion.confidence || danger(b) - danger(a),
    );
  if (order === 'danger')
    sorted.sort(
      (a, b) => danger(b) - danger(a) || need(b) - need(a) || a.suggestion.confidence - b.suggestion.confidence,
    );
  return sorted.map(({ suggestion }) => suggestion.name);
}
