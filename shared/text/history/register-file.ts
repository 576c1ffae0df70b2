import type { registerFileEntries } from '#shared/journal/entry-kinds/register-file.ts';
import { counted } from '../numbers.ts';
import type { Sentences } from './told.ts';

export const registerFileSentences: Sentences<keyof typeof registerFileEntries> = {
  'register.exported': ({ who, said: { fileName, asOf, activities } }) =>
    `${who} exported the register of processing, ${counted(activities, 'activity', 'activities')} as of ` +
    `${asOf.slice(0, 10)}, to ${fileName}.`,
  'assessment.exported': ({ who, said: { fileName, ref, filled, fields } }) =>
    `${who} exported the impact assessment of ${ref} to ${fileName}: ${filled} of ${counted(fields, 'field')} filled.`,
  'notice.exported': ({ who, said: { fileName, purposeRef, notice } }) =>
    notice === null
      ? `${who} saved the notice of ${purposeRef} to ${fileName}, as the register gave it then.`
      : `${who} saved the notice ${notice.ref} of ${purposeRef}, version ${notice.version}, to ${fileName}.`,
  'register.imported': ({ who, said: { fileName, activities, records, updated = 0, notMapped } }) =>
    `${who} imported ${fileName} as drafts: ${counted(activities, 'activity', 'activities')}, ` +
    `${counted(records, 'record')} in all; ${updated === 0 ? '' : `${counted(updated, 'record')} brought up to date; `}` +
    `${counted(notMapped, 'text')} had no place.`,
};
