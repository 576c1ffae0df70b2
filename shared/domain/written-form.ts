/**
 * The ways of writing a date, ISO aside, that are told by looking: neither a bare number, which could be anything, nor
 * several ways at once.
 */
export const writtenForms = ['d.m.y', 'd/m/y', 'm/d/y', 'd-m-y', 'm-d-y', 'y/m/d', 'month-name', 'iso-week'] as const;
export type WrittenForm = (typeof writtenForms)[number];
