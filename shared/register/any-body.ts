import type { ListItem, Origin } from './answer.ts';

/** An answer of whatever field, for what treats all fields alike. */
export type AnyAnswer =
  | { state: 'stated'; value: unknown; origin: Origin }
  | { state: 'stated'; items: ListItem<unknown>[] }
  | { state: 'none'; reason?: string | undefined; origin: Origin }
  | { state: 'not-applicable'; reason: string; origin: Origin }
  | { state: 'unknown'; ask: string; reason?: string | undefined; origin: Origin };

/** A body of whatever kind: an answer per field, absent where nothing is stated. */
export type AnyBody = Readonly<Record<string, AnyAnswer | undefined>>;

export const itemsOf = (answer: AnyAnswer | undefined): readonly ListItem<unknown>[] =>
  answer?.state === 'stated' && 'items' in answer ? answer.items : [];

/** One text per value, whatever the order of its keys; undefined keys count as absent. */
export const sameText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

/** What an answer says, without who says it: two answers with the same text say the same. */
export const saidBy = (answer: AnyAnswer): string => {
  if (answer.state !== 'stated' || !('items' in answer)) return sameText({ ...answer, origin: null });
  return sameText({ ...answer, items: answer.items.map((item) => ({ ...item, origin: null })) });
};
