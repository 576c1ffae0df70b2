import type { ClassifiedColumn, ClassifiedDataset } from '#shared/contract/classify.ts';
import type { ColumnClass } from '#shared/domain/column-class.ts';

/** What a person says about a column; the engine adds who and when. */
export type Wish =
  | { column: string; action: 'accept' }
  | { column: string; action: 'withdraw' }
  | { column: string; action: 'override'; type?: string; class: ColumnClass; reason: string };

/** The wish that brings a column back to where it stands now. */
export function inverse({ decision, suggestion }: ClassifiedColumn): Wish {
  if (decision === null) return { column: suggestion.name, action: 'withdraw' };
  return decision.action === 'accepted'
    ? { column: suggestion.name, action: 'accept' }
    : {
        column: suggestion.name,
        action: 'override',
        type: decision.type,
        class: decision.class,
        reason: decision.reason ?? '',
      };
}
const classes = (dataset: ClassifiedDataset): string =>
  dataset.columns.map(({ effective }) => `${effective.class}/${effective.type}`).join();
/** Only a changed class changes what can be measured or must be masked. */
export const sameClasses = (one: ClassifiedDataset, other: ClassifiedDataset): boolean =>
  classes(one) === classes(other);

/** The columns as they will be when the engine has recorded that these suggestions were accepted. */
export function accepted(dataset: ClassifiedDataset, names: ReadonlySet<string>): ClassifiedDataset {
  if (names.size === 0) return dataset;
  const at = new Date().toISOString();
  const columns = dataset.columns.map((column): ClassifiedColumn => {
    const { suggestion, decision } = column;
    if (decision !== null || !names.has(suggestion.name)) return column;
    return {
      ...column,
      decision: {
        column: suggestion.name,
        action: 'accepted',
        type: suggestion.type,
        class: suggestion.class,
        reason: null,
        actor: '',
        at,
      },
    };
  });
  return { ...dataset, columns, open: columns.filter(({ decision }) => decision === null).length };
}

/** What can be taken back and what can be done again: per deed the wishes that do so, the newest last. */
export interface WishHistory {
  past: Wish[][];
  future: Wish[][];
}

/** After something new was done there is nothing to be done again. */
export const remembered = ({ past }: WishHistory, backs: Wish[][]): WishHistory => ({
  past: [...past, ...backs],
  future: [],
});

/** After one step back or forth: `back` undoes the step itself. */
export const stepped = (
  history: WishHistory,
  from: keyof WishHistory,
  to: keyof WishHistory,
  back: Wish[],
): WishHistory => ({
  ...history,
  [from]: history[from].slice(0, -1),
  [to]: [...history[to], back],
});
