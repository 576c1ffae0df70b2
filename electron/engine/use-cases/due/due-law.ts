import type { DueItem } from '#shared/domain/due.ts';
import { dayAfter } from '#shared/consent/consent-event.ts';
import { policyTopics } from '#shared/policy/index.ts';
import { dueText as text } from '#shared/text/engine/due.ts';

/** Days after which a row has to be looked up again, and fewer for one of which it is not sure yet whether it will hold. */
const lookUpAfter = 365;
const pendingAfter = 90;

/**
 * Facts of law and platforms that nobody looked up for a year, and those that were pending: on the day they would begin
 * to hold, else a while after somebody looked. One line a topic and state: its earliest day.
 * @param today YYYY-MM-DD
 */
export function dueLaw(today: string): DueItem[] {
  return policyTopics.flatMap(({ id, rows }) => {
    const days = (pending: boolean): string[] =>
      rows
        .filter((row) => row.pending === pending && (row.pending || row.validFrom === null || row.validFrom <= today))
        .map(({ checkedOn, validFrom }) =>
          pending ? (validFrom ?? dayAfter(checkedOn, pendingAfter)) : dayAfter(checkedOn, lookUpAfter),
        )
        .sort();
    const item = (state: 'pending' | 'checked', found: readonly string[]): DueItem[] => {
      const [at] = found;
      const what = state === 'pending' ? text.lookUpPending(id, found.length) : text.lookUp(id, found.length);
      return at === undefined ? [] : [{ kind: 'law', id: `${state}-${id}`, ref: '', what, at, screen: 'settings' }];
    };
    return [...item('pending', days(true)), ...item('checked', days(false))];
  });
}
