import { itemsOf, sameText, saidBy, type AnyAnswer, type AnyBody } from '#shared/register/any-body.ts';
import type { ListItem, Origin } from '#shared/register/answer.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';

/** What an answer says, whatever ids its values bear and in whichever order they stand. */
function contentOf(answer: AnyAnswer): string {
  if (answer.state !== 'stated' || !('items' in answer)) return saidBy(answer);
  return sameText(answer.items.map(({ value }) => sameText(value)).toSorted());
}

const originsOf = (answer: AnyAnswer): Origin[] =>
  'origin' in answer ? [answer.origin] : answer.items.map(({ origin }) => origin);

/** Whether an answer is still as an import wrote it: nobody has said anything since. */
const isUntouched = (answer: AnyAnswer, imported: ReadonlySet<string>): boolean =>
  originsOf(answer).every((origin) => origin.from === 'person' && imported.has(origin.at));

/** The new values, those that stood there before under their own ids: a difference shows what is new, and no more. */
function withOwnIds(stood: AnyAnswer, answer: AnyAnswer): AnyAnswer {
  if (answer.state !== 'stated' || !('items' in answer)) return answer;
  const known = [...itemsOf(stood)];
  const used = new Set(known.map(({ id }) => id));
  let last = 0;
  const fresh = (): string => {
    do last += 1;
    while (used.has(`i${last}`));
    used.add(`i${last}`);
    return `i${last}`;
  };
  const items = answer.items.map((item): ListItem<unknown> => {
    const at = known.findIndex(({ value }) => sameText(value) === sameText(item.value));
    return at >= 0 ? known.splice(at, 1)[0]! : { ...item, id: fresh() };
  });
  return { ...answer, items };
}

/**
 * A record that stands, with what a file says of it now. What the file does not speak of stays; so does what somebody
 * wrote in a draft, and it is named.
 * @param imported of a draft: moments at which imports spoke; null where a version stands that keeps its own words
 */
export function mergedAgain(
  stands: AnyBody,
  says: AnyBody,
  imported: ReadonlySet<string> | null,
): { body: RecordBody; changed: boolean; kept: string[] } {
  const body: Record<string, AnyAnswer | undefined> = { ...stands };
  const kept: string[] = [];
  let changed = false;
  for (const [field, answer] of Object.entries(says)) {
    const stood = stands[field];
    if (answer === undefined || (stood !== undefined && contentOf(stood) === contentOf(answer))) continue;
    if (stood !== undefined && imported !== null && !isUntouched(stood, imported)) {
      kept.push(field);
      continue;
    }
    body[field] = stood === undefined ? answer : withOwnIds(stood, answer);
    changed = true;
  }
  return { body, changed, kept };
}
