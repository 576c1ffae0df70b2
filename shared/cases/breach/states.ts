import type { BreachState } from '#shared/domain/breach.ts';
import type { BreachBody } from '../breach.ts';

/** Which state may follow which; `closed` is reached by closing alone, and ends it. */
const following: Record<BreachState, readonly BreachState[]> = {
  suspected: ['detected', 'ongoing', 'halted', 'concluded', 'terminated'],
  detected: ['ongoing', 'halted', 'concluded', 'terminated'],
  ongoing: ['halted', 'concluded', 'terminated'],
  halted: ['ongoing', 'concluded', 'terminated'],
  concluded: ['ongoing', 'mitigated'],
  terminated: ['ongoing', 'mitigated'],
  mitigated: ['ongoing'],
  closed: [],
};

export const nextStates = (state: BreachState): readonly BreachState[] => following[state];

/** What has to be there before a breach is closed. */
export type Unclosed = 'ongoing' | 'undecided' | 'authority-not-told' | 'people-not-told';

/**
 * Why a breach cannot be closed yet; empty: it can. One that turned out to be none is decided like any other: no risk,
 * nobody is told, and why.
 */
export function whyNotClosed({ state, decision, notified, told }: BreachBody): Unclosed[] {
  const open: Unclosed[] = [];
  if (state === 'ongoing') open.push('ongoing');
  if (decision === null) return [...open, 'undecided'];
  if (decision.authority.tell && notified === null) open.push('authority-not-told');
  if (decision.people.tell && told === null) open.push('people-not-told');
  return open;
}
