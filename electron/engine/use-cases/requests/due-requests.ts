import type { DueItem } from '#shared/domain/due.ts';
import { policyOn } from '#shared/policy/index.ts';
import { dutyWords, requestTypeNouns } from '#shared/text/requests.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { requestCases } from './request-records.ts';
import { clockOf, keepUntilOf } from './request-view.ts';

/**
 * What is due of the requests of a workspace: each duty that is not done, and records whose own time ends. After the
 * answer no clock runs.
 * @param now a day (YYYY-MM-DD), or an instant that begins with one
 */
export function dueRequests(workspace: Workspace, now: string): DueItem[] {
  const overrides = workspace.catalog.policyOverrides.list();
  const changed = workspace.catalog.holidayChanges.changed();
  const rules = { policyOn: (day: string) => policyOn(day, overrides), changedHolidays: () => changed };
  const { records } = requestCases(workspace).list();
  return records.flatMap(({ id, record }): DueItem[] => {
    const { ref, type, answer } = record;
    const item = (what: string, at: string, of: string): DueItem => ({
      kind: 'request',
      id: `${id}/${of}`,
      ref,
      what,
      at,
      screen: 'requests',
    });
    const until = keepUntilOf(rules, record);
    if (answer !== null) return until === null ? [] : [item(text.deleteDue(requestTypeNouns[type]), until, 'delete')];
    return clockOf(rules, record, now.slice(0, 10))
      .duties.filter(({ doneOn }) => doneOn === null)
      .map(({ kind, due }) => item(dutyWords(kind, type), due, kind));
  });
}
