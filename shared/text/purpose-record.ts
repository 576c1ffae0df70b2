import type { PurposeRecord } from '#shared/domain/purpose-record.ts';
import { shortName } from './names.ts';

/** A purpose by its record: which one, and whether it was there. */
export function purposeRecordText({ ref, title, was }: PurposeRecord): string {
  const named = `${ref} ${shortName(title)}`;
  switch (was) {
    case 'begun':
      return `${named}, a draft that was begun for it`;
    case 'proposed':
      return `${named}, which a release had proposed and is your word now`;
    case 'there':
      return `${named}, which was there already`;
  }
}
