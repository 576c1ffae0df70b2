import type { ListAnswer, SingleAnswer } from '../answer.ts';
import type { RecordBody, RecordKind } from '../record-kinds/index.ts';

/** What the log says of one record; every answer in `body` has its origin there. */
export interface Proposal<K extends RecordKind = RecordKind> {
  kind: K;
  /** That of a record of the register, or a new one. */
  id: string;
  body: RecordBody<K>;
}

type Answer = ListAnswer<unknown> | SingleAnswer<unknown>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The answer that stands, with what is proposed beside it; null where that adds nothing. */
function withProposed(standing: Answer | undefined, proposed: Answer): Answer | null {
  if (standing === undefined) return proposed;
  if (standing.state !== 'stated' || proposed.state !== 'stated' || !('items' in standing) || !('items' in proposed))
    return null;
  const { items } = standing;
  const more = proposed.items.filter(({ value }) => !items.some((item) => same(item.value, value)));
  return more.length === 0 ? null : { state: 'stated', items: [...items, ...more] };
}

/**
 * A record's answers with what the log says besides. Nothing that stands is changed: a field that has an answer keeps
 * it, a list only gets longer, and *there are none* or *ask Bo* is an answer.
 * @returns null where the record says it all
 */
export function mergeProposal<K extends RecordKind>(
  standing: RecordBody<K> | null,
  { body }: Proposal<K>,
): RecordBody<K> | null {
  const answers: Readonly<Record<string, Answer | undefined>> = { ...standing };
  const added = Object.entries(body as Readonly<Record<string, Answer>>).flatMap(([field, proposed]) => {
    const merged = withProposed(answers[field], proposed);
    return merged === null ? [] : [[field, merged] as const];
  });
  return added.length === 0 ? null : { ...standing, ...Object.fromEntries(added) };
}
