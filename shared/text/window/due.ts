import { counted } from '../numbers.ts';

const day = (iso: string): string =>
  new Date(`${iso.slice(0, 10)}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** Sentences of what is due, on Home. */
export const dueWindowText = {
  title: (now: number) => (now === 0 ? 'Due' : `Due ${now}`),
  tasks: 'What is due, the earliest first',
  dated: (at: string) =>
    at.length === 10 ? day(at) : new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
  none: 'Nothing is due.',
  until: (at: string) => `Nothing is due until ${day(at)}.`,
  go: (what: string) => `Go: ${what}`,
  goShort: 'Go',
  aside: (what: string) => `Put aside: ${what}`,
  asideShort: 'Put aside…',
  asideHint: 'Put aside, with a reason (.)',
  old: (many: number) => `${counted(many, 'task')} over for more than 90 days`,
  month: (many: number, month: string) =>
    `${many} in ${new Date(`${month}-15T12:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })}`,
  later: (many: number) => `${many} later`,
  snoozed: (many: number) => `${counted(many, 'task')} put aside`,
  snoozedUntil: (until: string, reason: string) => `until ${day(until)}: ${reason}`,
  calendar: 'Calendar…',
  file: 'due.ics',
  saved: (due: number, file: string) => `${counted(due, 'entry', 'entries')} saved to ${file}.`,
  dialog: {
    title: 'Put aside',
    confirm: 'Put aside',
    sentence: (what: string, at: string) =>
      `${what}. It stays due on ${at}; until the day below it is not shown as open.`,
    until: 'Until',
    reason: 'Why? The reason stands in the register.',
  },
};
