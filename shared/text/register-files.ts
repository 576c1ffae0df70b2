import type { NotMapped } from '#shared/register/sheets/cells/cell.ts';

const reasons: Record<NotMapped, string> = {
  'unknown-word': 'no word of the list of this field',
  'no-field': 'the register has no field for it',
  'no-country': 'names no country',
  'no-column': 'the layout has no such heading',
  'other-count': 'not as many lines as the things they belong to',
  'not-named-here': 'names nobody of this activity',
  contradicts: 'says something else than was read before',
  'not-valid': 'without how to reach them',
  'title-row': 'a title over the table',
  'no-activity': 'a row without an activity',
};

/** Why a text of a file has no place in the register. */
export const notMappedReasons: Readonly<Record<string, string>> = reasons;
