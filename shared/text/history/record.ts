import type { recordEntries } from '#shared/journal/entry-kinds/record.ts';
import { counted } from '../numbers.ts';
import { kindWords } from '../register/index.ts';
import { because, type Sentences } from './told.ts';

const fields = (many: number): string => counted(many, 'field');

interface Named {
  recordKind: string;
  ref: string;
}

/** "purpose PU-001"; there is one organisation alone, and a kind of a later version is told by its reference. */
function called({ recordKind, ref }: Named): string {
  if (recordKind === 'organisation') return 'what is said of the organisation';
  const words = (kindWords as Readonly<Record<string, { one: string }>>)[recordKind];
  return words === undefined ? ref : `${words.one} ${ref}`;
}

export const recordSentences: Sentences<keyof typeof recordEntries> = {
  'record.drafted': ({ who, said: { by, fromLog, fields: changed, reason, ...named } }) =>
    because(
      fromLog === true
        ? `${fields(changed.length)} in the draft of ${called(named)} ${changed.length === 1 ? 'was' : 'were'} filled from what was done`
        : by === who
          ? `${who} wrote in the draft of ${called(named)}: ${fields(changed.length)}`
          : `${who} entered what ${by} had written in the draft of ${called(named)}: ${fields(changed.length)}`,
      reason,
    ),
  'record.discarded': ({ who, said }) => because(`${who} discarded the draft of ${called(said)}`, said.reason),
  'record.sent': ({ who, said: { version, fields: changed, reason, ...named } }) =>
    because(
      version === 1
        ? `${who} sent ${called(named)} for review, its first version: ${fields(changed.length)}`
        : `${who} sent version ${version} of ${called(named)} for review: ${fields(changed.length)} changed`,
      reason,
    ),
  'record.returned': ({ who, said }) =>
    because(`${who} sent version ${said.version} of ${called(said)} back`, said.reason),
  'record.approved': ({ who, said: { version, statements, byAnother, ...named } }) =>
    `${who} approved version ${version} of ${called(named)}` +
    `${statements === 0 ? '' : `, taking over ${counted(statements, 'generated statement')}`}` +
    `${byAnother ? '' : ', having written it, too'}.`,
  'record.retired': ({ who, said: { version, reason, referredBy, ...named } }) =>
    because(
      `${who} retired ${called(named)}, version ${version}` +
        `${referredBy === 0 ? '' : `, which ${counted(referredBy, 'other record names', 'other records name')}`}`,
      reason,
    ),
};
