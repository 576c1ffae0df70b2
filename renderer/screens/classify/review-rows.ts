import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import type { ColumnGroup, ReviewPart } from './group-columns.ts';

/** A group as it stands: those of its columns that are shown, and what a decision about it would be about. */
export interface ShownGroup extends ColumnGroup {
  open: boolean;
  members: ClassifiedColumn[];
  /** Undecided and not left out. */
  pending: ClassifiedColumn[];
}
export type ReviewRow =
  | { kind: 'group'; key: string; group: ShownGroup }
  | { kind: 'column'; key: string; column: ClassifiedColumn; group: ShownGroup | null; leftOut: boolean };

/** What of the review is to be seen. */
export interface RowView {
  byName: ReadonlyMap<string, ClassifiedColumn>;
  isShown(column: ClassifiedColumn): boolean;
  isOpen(group: ColumnGroup): boolean;
  leftOut: ReadonlySet<string>;
}

function groupRows(group: ColumnGroup, { byName, isShown, isOpen, leftOut }: RowView): ReviewRow[] {
  const members = group.columns.flatMap((name) => byName.get(name) ?? []).filter(isShown);
  if (members.length === 0) return [];
  const pending = members.filter(({ decision, suggestion }) => decision === null && !leftOut.has(suggestion.name));
  const shown: ShownGroup = { ...group, open: isOpen(group), members, pending };
  return [
    { kind: 'group', key: group.id, group: shown },
    ...(shown.open ? members : []).map((column): ReviewRow => {
      const { name } = column.suggestion;
      return { kind: 'column', key: name, column, group: shown, leftOut: leftOut.has(name) };
    }),
  ];
}

/** The rows of the list: groups, the columns of open ones, and columns that stand for themselves. */
export const reviewRows = (parts: readonly ReviewPart[], view: RowView): ReviewRow[] =>
  parts.flatMap((part): ReviewRow[] => {
    if (typeof part !== 'string') return groupRows(part, view);
    const column = view.byName.get(part);
    return column && view.isShown(column) ? [{ kind: 'column', key: part, column, group: null, leftOut: false }] : [];
  });
