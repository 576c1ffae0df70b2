import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { count, moment } from '../numbers.ts';
import { flagText, typeWords } from './classes.ts';

const countries = new Intl.DisplayNames('en', { type: 'region' });
const platforms: Record<string, string> = {
  google: 'Google',
  youtube: 'YouTube',
  meta: 'Meta',
  pinterest: 'Pinterest',
  x: 'X',
  linkedin: 'LinkedIn',
  microsoft: 'Microsoft',
  tiktok: 'TikTok',
  snap: 'Snap',
  reddit: 'Reddit',
};

/** Sentences of the policy rows on the Settings screen. */
export const policyWindowText = {
  title: 'Policy rows',
  help:
    'Ages, days, audiences and kinds of data that releases go by, with their source. What this workspace sets ' +
    'otherwise stands in the register and in every certificate that it decides something in.',
  columns: { what: 'Of whom or what', value: 'Value', source: 'Source', change: 'Change' },
  everybody: 'everybody',
  everybodyElse: 'everybody else',
  /** A country, platform, kind of data or of identifier, as people call it. */
  subject: (topic: string, subject: string): string =>
    /^[A-Z]{2}$/.test(subject)
      ? (countries.of(subject) ?? subject)
      : topic === 'platform-minimum' || topic === 'platform-retention'
        ? (platforms[subject] ?? subject)
        : topic === 'bars-targeting'
          ? flagText[subject as ColumnFlag]
          : typeWords(subject),
  since: (validFrom: string, checkedOn: string) => `since ${validFrom}, checked ${checkedOn}`,
  pending: (value: string, source: string) => `Not confirmed, decides nothing: ${value} (${source}).`,
  set: ({ by, at, reason }: { by: string; at: string; reason: string }, shipped: string) =>
    `Set by ${by}, ${moment(at)}, in place of ${shipped}: ${reason}`,
  byLaw: 'set by law',
  change: 'Change…',
  changeOf: (key: string) => `Change ${key}`,
  reset: 'Reset…',
  resetOf: (key: string) => `Reset ${key}`,
  all: (rows: number) => `Show all ${count(rows)}`,
  fewer: 'Show fewer',
  dialog: {
    /** The row by its topic and of whom it speaks. */
    change: (topic: string, subject: string) => `${topic}: ${subject}`,
    reset: (topic: string, subject: string, shipped: string) => `${topic}: ${subject}, back to ${shipped}?`,
    value: {
      years: 'Years',
      months: 'Months',
      days: 'Days',
      hours: 'Hours',
      people: 'People',
      percent: 'Per cent',
      hundredths: 'Hundredths',
      'yes-no': 'It holds',
    },
    bounds: (minimum: number, maximum: number) => `A whole number from ${count(minimum)} to ${count(maximum)}.`,
    yes: 'Yes',
    no: 'No',
    reason: 'Reason',
    whole: 'It holds for this workspace from the next release on. Releases that were written stay as they are.',
    set: 'Set',
    takeBack: 'Reset',
  },
};
