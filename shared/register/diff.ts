import { itemsOf, sameText, saidBy, type AnyAnswer, type AnyBody } from './any-body.ts';
import type { ListItem } from './answer.ts';
import type { Fields } from './field.ts';
import { recordKinds, type RecordKind } from './record-kinds/index.ts';

/** An item whose value is another; `parts`: which of its parts, for values that are made of parts. */
export interface ChangedItem {
  id: string;
  before: ListItem<unknown>;
  after: ListItem<unknown>;
  parts: string[];
}

/** What differs in one field between two bodies. */
export interface Difference {
  field: string;
  /**
   * `added`: stated now and not before; `removed`: the other way round; `changed`: another answer; `items`: other items
   * of a list; `origin`: the same words, said by somebody else.
   */
  change: 'added' | 'removed' | 'changed' | 'items' | 'origin';
  /** The whole answers. */
  before: AnyAnswer | null;
  after: AnyAnswer | null;
  /** Where items of a list differ. The order of items says nothing. */
  items: { added: ListItem<unknown>[]; removed: ListItem<unknown>[]; changed: ChangedItem[] } | null;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Parts in which two values differ; none where a value has no parts. */
function changedParts(before: unknown, after: unknown): string[] {
  if (!isPlain(before) || !isPlain(after)) return [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => sameText(before[name]) !== sameText(after[name]));
}

function itemDifferences(before: AnyAnswer, after: AnyAnswer): NonNullable<Difference['items']> {
  const was = new Map(itemsOf(before).map((item) => [item.id, item]));
  const is = new Map(itemsOf(after).map((item) => [item.id, item]));
  return {
    added: [...is.values()].filter(({ id }) => !was.has(id)),
    removed: [...was.values()].filter(({ id }) => !is.has(id)),
    changed: [...is.values()].flatMap((item): ChangedItem[] => {
      const earlier = was.get(item.id);
      if (earlier === undefined || sameText(earlier.value) === sameText(item.value)) return [];
      return [{ id: item.id, before: earlier, after: item, parts: changedParts(earlier.value, item.value) }];
    }),
  };
}

const origins = (answer: AnyAnswer): string =>
  sameText(
    'origin' in answer
      ? answer.origin
      : answer.items.map(({ id, origin }) => sameText([id, origin])).toSorted((a, b) => (a < b ? -1 : 1)),
  );

function differenceOf(field: string, before: AnyAnswer | undefined, after: AnyAnswer | undefined): Difference | null {
  if (before === undefined && after === undefined) return null;
  if (before === undefined || after === undefined) {
    const change = before === undefined ? 'added' : 'removed';
    return { field, change, before: before ?? null, after: after ?? null, items: null };
  }
  if ('items' in before && 'items' in after) {
    const items = itemDifferences(before, after);
    if (items.added.length + items.removed.length + items.changed.length > 0)
      return { field, change: 'items', before, after, items };
  } else if (saidBy(before) !== saidBy(after)) return { field, change: 'changed', before, after, items: null };
  return origins(before) === origins(after) ? null : { field, change: 'origin', before, after, items: null };
}

/** What differs between two bodies of one kind, field by field, in the order of the kind's fields. */
export function diffBodies(kind: RecordKind, before: AnyBody, after: AnyBody): Difference[] {
  const fields: Fields = recordKinds[kind].fields;
  return Object.keys(fields).flatMap((field) => differenceOf(field, before[field], after[field]) ?? []);
}
