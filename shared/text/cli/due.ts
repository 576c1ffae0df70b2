import { counted } from '../numbers.ts';

/** `custos due` and what stands under it. */
export const dueCommandText = {
  description:
    'everything that is due in a workspace, the earliest first: reviews, impact assessments, quality, consent, facts of law',
  ics: 'also write it as a calendar (RFC 5545); a later file updates what the calendar has',
  force: 'replace an existing file',
  heads: ['When', 'Left', 'What', 'Kind', 'Id'],
  which: 'Say of which workspace, with --workspace.',
  none: 'Nothing is due.',
  snoozed: (what: string, until: string, reason: string) => `Put aside until ${until}: ${what} (${reason})`,
  written: (file: string, due: number, done: number, entry: number) =>
    `${counted(due, 'entry', 'entries')} written to ${file}${done === 0 ? '' : `, ${done} struck out`}. Register entry ${entry}.`,
  snooze: {
    description: 'puts something that is due aside until a day, with a reason; its day stays what it is',
    kind: 'its kind, as --json names it',
    id: 'its id',
    until: 'the day, as 2026-12-31',
    reason: 'why; it stands in the register',
    done: 'Entered.',
    examples: [
      'custos due snooze review activity-3f2a --until 2026-12-15 --reason "After the audit" --workspace Acme.custos',
    ],
  },
  examples: ['custos due --workspace Acme.custos', 'custos due --ics due.ics --workspace Acme.custos'],
};
