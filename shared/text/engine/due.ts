import type { TimeLeft } from '#shared/domain/due-order.ts';
import type { DueKind } from '#shared/domain/due.ts';
import { counted } from '../numbers.ts';
import { policyText } from '../policy.ts';

const kinds: Record<DueKind, string> = {
  request: 'Requests of people',
  breach: 'Breaches',
  retention: 'Retention',
  quality: 'Quality of data',
  consent: 'Consent',
  review: 'Reviews of records',
  assessment: 'Impact assessments',
  key: 'Keys',
  backup: 'Backups',
  law: 'Facts of law',
};

const topic = (id: string): string => policyText.topics[id] ?? id;

/** "3 d over", "41 h left", "today": as it stands before what is due. */
export function timeLeftShort(left: TimeLeft): string {
  if (left.unit === 'today') return 'today';
  return `${left.count} ${left.unit === 'hours' ? 'h' : 'd'} ${left.over ? 'over' : 'left'}`;
}

/** What is due, wherever it is told. */
export const dueText = {
  kinds,
  checkConsent: (purpose: string) => `Check consent again: ${purpose}`,
  askAgain: (people: number, purpose: string) => `Ask ${counted(people, 'person', 'people')} again: ${purpose}`,
  reviewRecord: 'Review the record',
  reviewAssessment: 'Review the impact assessment',
  checkQuality: 'Check the quality of the dataset',
  rectify: (asked: string) => `Rectify, as was said: ${asked}`,
  lookUp: (id: string, rows: number) => `Look up again: ${topic(id)} (${counted(rows, 'row')})`,
  lookUpPending: (id: string, rows: number) =>
    `Look up whether it holds by now: ${topic(id)} (${counted(rows, 'pending row')})`,
  unreadableRecord: (ref: string) =>
    `${ref} cannot be read: another version of Custos wrote it, or it was changed outside Custos.`,
  notComputed: (kind: DueKind, why: string) => `What is due of ${kinds[kind].toLowerCase()} is not known. ${why}`,
  notDue: (kind: DueKind, id: string) => `Nothing of ${kinds[kind].toLowerCase()} with the id ${id} is due.`,
  snoozeUntil: (last: string) => `Put it aside until a day from tomorrow to ${last}, as 2026-12-31.`,
  reason: 'Say why it is put aside: the reason stands in the register.',
  nothingDue: 'Nothing is due, and nothing was: there is nothing to put into a calendar.',
  calendar: {
    name: 'Custos: what is due',
    title: (ref: string, what: string) => (ref === '' ? what : `${ref}: ${what}`),
    description: (kind: DueKind, at: string, workspace: string, overdue: boolean) =>
      `${kinds[kind]}, in the workspace ${workspace}. ${overdue ? `Due since ${at}` : `Due ${at}`}. It is done in Custos; a ` +
      'later file of this calendar updates the entry.',
    done: (kind: DueKind) => `Done: ${kinds[kind]}`,
    doneDescription: 'It is due no more.',
  },
};
