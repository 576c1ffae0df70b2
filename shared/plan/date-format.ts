/** The fixed set of date formats a text may be read in; times of day, where present, are read too. */
export const dateFormats = ['iso', 'd.m.y', 'd/m/y', 'm/d/y', 'd-m-y', 'y/m/d', 'yyyymmdd', 'epoch-seconds', 'epoch-milliseconds'] as const;
export type DateFormat = (typeof dateFormats)[number];
