import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import type { ColumnCategory, ColumnFlag } from '#shared/domain/column-class.ts';
import { surenessOf } from '#shared/domain/confidence.ts';
import { columnMark, shownClass, type ColumnMark } from '#shared/domain/shown-class.ts';
import { gravestFlags } from '#shared/policy/gravest-flags.ts';
import { orderColumns } from './order-columns.ts';

/**
 * Why columns stand together: `special` what the law or the ethics rules guard, `text` free text, `doubt` in doubt,
 * `plain` sure but personal, `nobody` sure and harmless.
 */
export type GroupKind = 'special' | 'text' | 'doubt' | 'plain' | 'nobody';

/** Columns that one decision is made for. */
export interface ColumnGroup {
  id: string;
  kind: GroupKind;
  /** Its members' class, or that nothing tells what they are. */
  shown: ColumnMark;
  /** What its members share beyond the class; at most one of these is said. */
  flag: ColumnFlag | null;
  type: string | null;
  prefix: string | null;
  category: ColumnCategory | null;
  /** Names, in the order of doubt. */
  columns: string[];
}

/** A group of two and more, or a column that stands for itself. */
export type ReviewPart = ColumnGroup | string;

export const groupsOf = (parts: readonly ReviewPart[]): ColumnGroup[] =>
  parts.filter((part) => typeof part !== 'string');

/** In doubt and of different types, more than these of one class are gathered under one head. */
const lonelyAtMost = 8;

const kinds: readonly GroupKind[] = ['special', 'text', 'doubt', 'plain', 'nobody'];
const classes: readonly ColumnMark[] = ['linked', 'linkable', 'online', 'undecided', 'non'];
const isText = (type: string): boolean => type.endsWith('_text');
const gravest = ({ suggestion }: ClassifiedColumn): ColumnFlag | null =>
  suggestion.flags.find((flag) => gravestFlags.has(flag)) ?? null;

/** Groups that may be accepted before anybody looked inside. */
export const acceptedUnopened = ({ kind }: ColumnGroup): boolean => kind === 'plain' || kind === 'nobody';

function kindOf(column: ClassifiedColumn): GroupKind {
  const { suggestion } = column;
  if (isText(suggestion.type)) return 'text';
  if (gravest(column) !== null) return 'special';
  if (suggestion.needsReview) return 'doubt';
  return shownClass(suggestion) === 'non' && surenessOf(suggestion.confidence) === 'certain' ? 'nobody' : 'plain';
}

/** The first word of a name, as far as a separator, a digit or a capital: `q12_a`, `Q12b` and `Q-1` are of `q`. */
export const familyOf = (name: string): string | null =>
  /^\p{Lu}*\p{Ll}+|^\p{L}+/u.exec(name.trim())?.[0].toLowerCase() ?? null;

type Shared = Pick<ColumnGroup, 'flag' | 'type' | 'prefix' | 'category'>;
const nothing: Shared = { flag: null, type: null, prefix: null, category: null };

/** What a column of this kind is first held together by. */
function sharedBy(column: ClassifiedColumn, kind: GroupKind): Shared {
  if (kind === 'special') return { ...nothing, flag: gravest(column) };
  if (kind === 'text' || kind === 'doubt') return { ...nothing, type: column.suggestion.type };
  return { ...nothing, category: column.suggestion.category };
}

/** Columns by kind, class and what they share, in the order they are met. */
function gather(
  columns: readonly ClassifiedColumn[],
  sharing: (column: ClassifiedColumn, kind: GroupKind) => Shared,
): ColumnGroup[] {
  const groups = new Map<string, ColumnGroup>();
  for (const column of columns) {
    const kind = kindOf(column);
    const shown = columnMark(column.suggestion);
    const shared = sharing(column, kind);
    const id = JSON.stringify([kind, shown, shared.flag, shared.type, shared.prefix, shared.category]);
    const group = groups.get(id) ?? { id, kind, shown, ...shared, columns: [] };
    group.columns.push(column.suggestion.name);
    groups.set(id, group);
  }
  return [...groups.values()];
}

const many = ({ columns }: ColumnGroup): boolean => columns.length > 1;

/** Those in doubt that share no type: by the first word of the name, and where many are left by class alone. */
function gatherLonely(lonely: readonly ClassifiedColumn[]): ColumnGroup[] {
  const byPrefix = gather(lonely, ({ suggestion }) => ({ ...nothing, prefix: familyOf(suggestion.name) }));
  const left = new Set(byPrefix.filter((group) => !many(group)).flatMap(({ columns }) => columns));
  const byClass = gather(
    lonely.filter(({ suggestion }) => left.has(suggestion.name)),
    () => nothing,
  );
  const apart = byClass.flatMap((group) =>
    group.columns.length > lonelyAtMost
      ? [group]
      : group.columns.map((name) => ({ ...group, id: `${group.id}${name}`, columns: [name] })),
  );
  return [...byPrefix.filter(many), ...apart];
}

const rank = ({ kind, shown }: ColumnGroup): number => kinds.indexOf(kind) * classes.length + classes.indexOf(shown);

/**
 * The columns of a review in groups that one decision can be made for: what is guarded and free text first, then what is
 * in doubt, then what is sure, and last what needs nobody. It goes by what was suggested alone, so that nothing moves
 * while columns are decided. Columns that share nothing with another stand first among their kind.
 */
export function groupColumns(columns: readonly ClassifiedColumn[]): ReviewPart[] {
  const byName = new Map(columns.map((column) => [column.suggestion.name, column]));
  // Of a decided column, only what was suggested counts here.
  const ordered = orderColumns(
    columns.map((column) => ({ ...column, decision: null })),
    'doubt',
  ).map((name) => byName.get(name)!);
  const first = gather(ordered, sharedBy);
  const alone = new Set(first.filter((group) => group.kind === 'doubt' && !many(group)).flatMap((one) => one.columns));
  const groups = [
    ...first.filter((group) => group.kind !== 'doubt' || many(group)),
    ...gatherLonely(ordered.filter(({ suggestion }) => alone.has(suggestion.name))),
  ];
  return groups
    .toSorted(
      (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || Number(many(a)) - Number(many(b)) || rank(a) - rank(b),
    )
    .map((group) => (many(group) ? group : group.columns[0]!));
}

/** How many decisions are still to be made: one for a group or a column that is open and needs somebody. */
export function decisionsLeft(parts: readonly ReviewPart[], columns: readonly ClassifiedColumn[]): number {
  const open = new Map(columns.filter(({ decision }) => decision === null).map((one) => [one.suggestion.name, one]));
  return parts.filter((part) => {
    if (typeof part !== 'string') return part.kind !== 'nobody' && part.columns.some((name) => open.has(name));
    const column = open.get(part);
    return column !== undefined && kindOf(column) !== 'nobody';
  }).length;
}
