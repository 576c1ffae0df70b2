/**
 * The fixed set of date formats a text may be read in; times of day, where present, are read too. The mixed ones read
 * every format that is no bare number of seconds, and say which of day and month comes first where only slashes stand
 * between.
 */
export const dateFormats = [
  'iso',
  'd.m.y',
  'd/m/y',
  'm/d/y',
  'd-m-y',
  'm-d-y',
  'y/m/d',
  'yyyymmdd',
  'month-name',
  'iso-week',
  'epoch-seconds',
  'epoch-milliseconds',
  'mixed-d/m/y',
  'mixed-m/d/y',
] as const;
export type DateFormat = (typeof dateFormats)[number];
