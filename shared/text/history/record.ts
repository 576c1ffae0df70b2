import type { recordEntries } from '#shared/journal/entry-kinds/record.ts';
import { counted } from '../numbers.ts';
import { because, type Sentences } from './told.ts';

const fields = (many: number): string => counted(many, 'field');

export const recordSentences: Sentences<keyof typeof recordEntries> = {
  'record.drafted': ({ who, said: { ref, by, fromLog, fields: changed, reason } }) =>
    because(
      fromLog === true
        ? `The draft of ${ref} took over what was done: ${fields(changed.length)} changed`
        : by === who
          ? `${who} worked on the draft of ${ref}: ${fields(changed.length)} changed`
          : `${who} entered what ${by} had drafted of ${ref}: ${fields(changed.length)} changed`,
      reason,
    ),
  'record.discarded': ({ who, said: { ref, reason } }) => because(`${who} discarded the draft of ${ref}`, reason),
  'record.sent': ({ who, said: { ref, version, fields: changed, reason } }) =>
    because(`${who} sent version ${version} of ${ref} for review: ${fields(changed.length)} changed`, reason),
  'record.returned': ({ who, said: { ref, version, reason } }) =>
    because(`${who} sent version ${version} of ${ref} back`, reason),
  'record.approved': ({ who, said: { ref, version, statements, byAnother } }) =>
    `${who} approved version ${version} of ${ref}` +
    `${statements === 0 ? '' : `, taking over ${counted(statements, 'generated statement')}`}` +
    `${byAnother ? '' : ', having written it, too'}.`,
  'record.retired': ({ who, said: { ref, version, reason, referredBy } }) =>
    because(
      `${who} retired ${ref}, version ${version}` +
        `${referredBy === 0 ? '' : `, which ${counted(referredBy, 'other record names', 'other records name')}`}`,
      reason,
    ),
};
