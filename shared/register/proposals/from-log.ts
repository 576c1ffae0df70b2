import type { ListAnswer, SingleAnswer } from '../answer.ts';

/** Answers whose origin is one entry of the log. @param entry its number */
export const fromLog = (entry: number) => ({
  one: <const T>(value: T): SingleAnswer<T> => ({ state: 'stated', value, origin: { from: 'log', entry } }),
  /** @param field keeps ids of items apart within a record */
  many: <const T>(field: string, values: readonly T[]): ListAnswer<T> => ({
    state: 'stated',
    items: values.map((value, at) => ({ id: `${field}-${entry}-${at + 1}`, value, origin: { from: 'log', entry } })),
  }),
});
