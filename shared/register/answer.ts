import { z } from 'zod';

const person = z.string().min(1).max(200);
const moment = z.iso.datetime();
const entry = z.int().min(1);

/**
 * Who says a thing: a person; the log, whose entry proves it (generated, until a person takes it over); or a person who
 * took over what the log said, which no later entry changes.
 */
export const origin = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('person'), by: person, at: moment }),
  z.strictObject({ from: z.literal('log'), entry }),
  z.strictObject({ from: z.literal('taken-over'), entry, by: person, at: moment }),
]);
export type Origin = z.infer<typeof origin>;

const reason = z.string().max(2000);

/**
 * Answers without a value. `none`: there are none, which is an answer. `not-applicable` and `unknown` are told with a
 * reason, or who must answer; neither is taken for a filled field. A field without any answer is *not stated*: its key
 * is absent.
 */
const withoutValue = [
  z.strictObject({ state: z.literal('none'), reason: reason.optional(), origin }),
  z.strictObject({ state: z.literal('not-applicable'), reason: reason.min(1), origin }),
  z.strictObject({ state: z.literal('unknown'), ask: z.string().max(200), reason: reason.optional(), origin }),
] as const;

/** An answer to a field with one value. */
export const singleAnswer = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion('state', [z.strictObject({ state: z.literal('stated'), value, origin }), ...withoutValue]);

/** One of several values; its id stays the same while its value changes, so that a change can be told from a swap. */
export const listItem = <S extends z.ZodType>(value: S) =>
  z.strictObject({ id: z.string().min(1).max(100), value, origin });

/** An answer to a field with several values, each with an origin of its own. At least one: no item is `none`. */
export const listAnswer = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('stated'), items: z.array(listItem(value)).min(1).max(2000) }),
    ...withoutValue,
  ]);

export type SingleAnswer<T> = { state: 'stated'; value: T; origin: Origin } | z.infer<(typeof withoutValue)[number]>;
export interface ListItem<T> {
  id: string;
  value: T;
  origin: Origin;
}
export type ListAnswer<T> = { state: 'stated'; items: ListItem<T>[] } | z.infer<(typeof withoutValue)[number]>;

/** The stated value, or undefined. */
export const valueOf = <T>(answer: SingleAnswer<T> | undefined): T | undefined =>
  answer?.state === 'stated' ? answer.value : undefined;

/** The stated values; empty where none is stated. */
export const valuesOf = <T>(answer: ListAnswer<T> | undefined): T[] =>
  answer?.state === 'stated' ? answer.items.map(({ value }) => value) : [];
