import type { BreachForm } from './form.ts';

/**
 * The EDPB's common template for the notification of a breach, a version for consultation. What was read of it is what
 * it covers, in its order, and that it has 125 questions, some of which depend on others; its questions were not read.
 * The fields here are those of Art. 33(3) and (5) in that order: none of them bears a number of the template.
 */
export const edpbForm = {
  id: 'edpb',
  status: 'consultation',
  adoptedOn: '2026-06-10',
  source:
    'EDPB, common template for personal data breach notification, version for public consultation until 5 August 2026; ' +
    'what it covers as told by Matheson and Hayes, the number of its questions by Pinsent Masons',
  checkedOn: '2026-11-30',
  read: 'coverage',
  questions: 125,
  sections: [
    {
      id: 'notification',
      cells: [
        'notification-kind',
        'own-reference',
        'authority-reference',
        'lead-authority',
        'late-reason',
        'other-countries',
      ],
    },
    {
      id: 'controller',
      cells: [
        'controller-name',
        'controller-address',
        'controller-email',
        'controller-phone',
        'controller-role',
        'joint-controllers',
        'representative',
        'reporter',
        'contact',
        'dpo-name',
        'dpo-email',
        'dpo-phone',
        'processor',
        'processor-told',
      ],
    },
    {
      id: 'nature',
      cells: [
        'what-happened',
        'established',
        'aware-at',
        'detected-at',
        'occurred-from',
        'occurred-to',
        'duration',
        'going-on',
        'types',
        'cause',
        'purposes',
      ],
    },
    { id: 'people', cells: ['people-number', 'people-are', 'minors', 'countries', 'identifiable'] },
    { id: 'data', cells: ['records-number', 'data-kinds', 'special-data', 'tables'] },
    { id: 'before', cells: ['encrypted', 'key', 'pseudonymised', 'backups', 'measures-before'] },
    { id: 'consequences', cells: ['consequences', 'severity', 'severity-reason', 'risk', 'risk-reason'] },
    { id: 'measures', cells: ['measures-taken', 'measures-planned'] },
    {
      id: 'told',
      cells: [
        'people-decision',
        'people-reason',
        'people-told-at',
        'people-told-number',
        'people-told-channel',
        'advice-to-people',
      ],
    },
    { id: 'further', cells: ['phases'] },
  ],
} as const satisfies BreachForm<'edpb'>;
