import type { DateFormat } from '#shared/plan/date-format.ts';
import type { FormField } from './operation.ts';

const labels: Record<DateFormat, string> = {
  iso: '2026-11-23 (ISO)',
  'd.m.y': '23.11.2026',
  'd/m/y': '23/11/2026',
  'm/d/y': '11/23/2026',
  'd-m-y': '23-11-2026',
  'y/m/d': '2026/11/23',
  yyyymmdd: '20261123',
  'epoch-seconds': 'Seconds since 1970',
  'epoch-milliseconds': 'Milliseconds since 1970',
};

/** The form field of every operation that reads a date. */
export const dateFormatField: FormField = {
  setting: 'dateFormat',
  label: 'Dates are written as',
  control: 'choice',
  help: 'A value that does not fit becomes empty and is counted.',
  options: Object.entries(labels).map(([value, label]) => ({ value, label })),
};
