import { itemsOf, sameText, saidBy, type AnyAnswer, type AnyBody } from './any-body.ts';
import type { ListItem, Origin } from './answer.ts';
import type { Statement } from './register-snapshot.ts';

/** Who speaks now, and when (ISO 8601). */
export interface Speaker {
  by: string;
  at: string;
}

const ofWhole = (answer: AnyAnswer | undefined): Origin | null =>
  answer !== undefined && 'origin' in answer ? answer.origin : null;

/** Statements that the log made and nobody has taken over yet (◇), in the order of the body. */
export const generatedStatements = (body: AnyBody): Statement[] =>
  Object.entries(body).flatMap(([field, answer]): Statement[] => [
    ...(ofWhole(answer)?.from === 'log' ? [{ field, item: null }] : []),
    ...itemsOf(answer).flatMap(({ id, origin }) => (origin.from === 'log' ? [{ field, item: id }] : [])),
  ]);

const key = ({ field, item }: Statement): string => JSON.stringify([field, item]);

/** The same statements, those named taken over by a person. What is not generated stays as it is. */
export function takeOver<B extends AnyBody>(body: B, statements: readonly Statement[], speaker: Speaker): B {
  const named = new Set(statements.map(key));
  return withOrigins(body, (field, item, origin) =>
    origin.from === 'log' && named.has(key({ field, item }))
      ? { from: 'taken-over', entry: origin.entry, ...speaker }
      : origin,
  );
}

/** The same statements as they were before that person took those named over at that moment: what `takeOver` did, undone. */
export function beforeTakenOver<B extends AnyBody>(body: B, statements: readonly Statement[], { by, at }: Speaker): B {
  const named = new Set(statements.map(key));
  return withOrigins(body, (field, item, origin) =>
    origin.from === 'taken-over' && origin.by === by && origin.at === at && named.has(key({ field, item }))
      ? { from: 'log', entry: origin.entry }
      : origin,
  );
}

/** The same answers, each statement with the origin that `of` gives it; `item` null: of the answer as a whole. */
const withOrigins = <B extends AnyBody>(
  body: B,
  of: (field: string, item: string | null, origin: Origin) => Origin,
): B =>
  Object.fromEntries(
    Object.entries(body).map(([field, answer]): [string, AnyAnswer | undefined] => {
      if (answer === undefined) return [field, answer];
      if ('origin' in answer) return [field, { ...answer, origin: of(field, null, answer.origin) }];
      return [
        field,
        { ...answer, items: answer.items.map((item) => ({ ...item, origin: of(field, item.id, item.origin) })) },
      ];
    }),
  ) as B;

/**
 * The origins of a body that a person hands in, whatever it claims: what says the same as before keeps its origin, or
 * is taken over where it asks for that; everything else that person says now. Nobody can hand in a generated statement.
 */
export function stampOrigins<B extends AnyBody>(body: B, before: AnyBody, speaker: Speaker): B {
  const now: Origin = { from: 'person', ...speaker };
  const stamp = (asked: Origin, known: Origin | null): Origin => {
    if (known === null) return now;
    return asked.from === 'taken-over' && known.from === 'log'
      ? { from: 'taken-over', entry: known.entry, ...speaker }
      : known;
  };
  return Object.fromEntries(
    Object.entries(body).map(([field, answer]): [string, AnyAnswer | undefined] => {
      const earlier = before[field];
      if (answer === undefined) return [field, answer];
      if ('origin' in answer) {
        const same = earlier !== undefined && saidBy(earlier) === saidBy(answer);
        return [field, { ...answer, origin: stamp(answer.origin, same ? ofWhole(earlier) : null) }];
      }
      const known = new Map(itemsOf(earlier).map((item) => [item.id, item]));
      const items = answer.items.map((item): ListItem<unknown> => {
        const was = known.get(item.id);
        const same = was !== undefined && sameText(was.value) === sameText(item.value);
        return { ...item, origin: stamp(item.origin, same ? was.origin : null) };
      });
      return [field, { ...answer, items }];
    }),
  ) as B;
}
