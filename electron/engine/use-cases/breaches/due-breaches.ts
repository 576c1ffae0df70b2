import { notificationDue } from '#shared/cases/breach/clock.ts';
import type { DueItem } from '#shared/domain/due.ts';
import { policyOn } from '#shared/policy/index.ts';
import { breachesText as text } from '#shared/text/engine/breaches.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { storedBreaches } from './breach-cases.ts';

/**
 * The clocks that run: authorities to be told, by the hour, and people who are to be told and were not. What was told,
 * decided not to be told, or closed is due no more, however late it was.
 */
export function dueBreaches(workspace: Workspace): DueItem[] {
  const overrides = workspace.catalog.policyOverrides.list();
  return storedBreaches(workspace).breaches.flatMap(({ id, body }): DueItem[] => {
    if (body.closing !== null) return [];
    const { ref, facts, decision, notified, told } = body;
    const hours = policyOn(facts.awareAt.slice(0, 10), overrides).value('breach-notification', 'authority');
    const item = { kind: 'breach', ref, screen: 'breaches' } as const;
    const authority = notified === null && decision?.authority.tell !== false;
    const people = decision?.people.tell === true && told === null;
    return [
      ...(authority
        ? [{ ...item, id: `breach-${id}`, what: text.pending(ref), at: notificationDue(facts.awareAt, hours) }]
        : []),
      // The law names no hours, only that there be no delay: it is due since it was decided.
      ...(people ? [{ ...item, id: `breach-${id}-people`, what: text.pendingPeople(ref), at: decision.at }] : []),
    ];
  });
}
