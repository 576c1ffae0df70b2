import type { BreachForm } from './form.ts';

/** What the CNIL's service for notifications asks, in its order, in our own words. */
export const cnilForm = {
  id: 'cnil',
  status: 'in-force',
  adoptedOn: null,
  source:
    'CNIL, Notifier une violation de données personnelles (page of 24 May 2018), and a copy of the questions of its ' +
    'form; where data were stored is not prefilled',
  checkedOn: '2026-11-30',
  read: 'fields',
  questions: null,
  sections: [
    { id: 'notification', cells: ['notification-kind', 'authority-reference', 'late-reason'] },
    {
      id: 'controller',
      cells: ['controller-name', 'controller-address', 'reporter', 'contact', 'dpo-name', 'dpo-email', 'dpo-phone'],
    },
    {
      id: 'nature',
      cells: [
        'established',
        'aware-at',
        'detected-at',
        'occurred-from',
        'occurred-to',
        'processor-told',
        'going-on',
        'what-happened',
        'types',
        'cause',
        'processor',
      ],
    },
    { id: 'people', cells: ['people-are', 'people-number', 'minors', 'identifiable'] },
    { id: 'data', cells: ['data-kinds', 'special-data', 'records-number', 'tables'] },
    { id: 'before', cells: ['measures-before', 'encrypted', 'pseudonymised', 'backups'] },
    { id: 'consequences', cells: ['consequences', 'severity', 'severity-reason'] },
    { id: 'measures', cells: ['measures-taken', 'measures-planned'] },
    {
      id: 'told',
      cells: ['people-decision', 'people-reason', 'people-told-at', 'people-told-number', 'people-told-channel'],
    },
    { id: 'further', cells: ['other-countries', 'phases'] },
  ],
} as const satisfies BreachForm<'cnil'>;
