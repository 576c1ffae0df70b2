import type { BreachForm } from './form.ts';

/** What the form of the United Kingdom's Information Commissioner asks, in its order, in our own words. */
export const icoForm = {
  id: 'ico',
  status: 'in-force',
  adoptedOn: null,
  source:
    'ICO, Report a personal data breach: what the page says it asks, and the first pages of the form as published; ' +
    'questions about staff training and about cyber incidents are not prefilled',
  checkedOn: '2026-11-30',
  read: 'fields',
  questions: null,
  sections: [
    { id: 'notification', cells: ['notification-kind', 'authority-reference', 'late-reason'] },
    {
      id: 'nature',
      cells: ['what-happened', 'cause', 'established', 'aware-at', 'detected-at', 'occurred-from', 'occurred-to'],
    },
    { id: 'data', cells: ['data-kinds', 'special-data', 'records-number'] },
    { id: 'people', cells: ['people-number', 'people-are', 'minors'] },
    { id: 'consequences', cells: ['consequences', 'severity', 'risk'] },
    { id: 'before', cells: ['measures-before', 'encrypted', 'pseudonymised', 'backups'] },
    { id: 'measures', cells: ['measures-taken', 'measures-planned'] },
    { id: 'told', cells: ['people-decision', 'people-reason', 'people-told-at', 'people-told-number'] },
    { id: 'further', cells: ['processor', 'other-countries', 'phases'] },
    {
      id: 'controller',
      cells: [
        'controller-name',
        'controller-address',
        'reporter',
        'contact',
        'controller-email',
        'controller-phone',
        'dpo-name',
        'dpo-email',
        'dpo-phone',
      ],
    },
  ],
} as const satisfies BreachForm<'ico'>;
