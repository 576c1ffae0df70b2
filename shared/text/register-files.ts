import type { NotMapped } from '#shared/register/sheets/cells/cell.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { listed, numbered } from './numbers.ts';
import { fieldLabel, kindWords, partLabel } from './register/index.ts';

const reasons: Record<NotMapped, string> = {
  'unknown-word': 'no word of the list of this field',
  'no-field': 'the register has no field for it',
  'no-country': 'names no country',
  'no-column': 'the layout has no such heading',
  'other-count': 'not as many lines as the things they belong to',
  'not-named-here': 'names nobody of this activity',
  contradicts: 'says something else than was read before',
  'says-both': 'says that there is none, and names a country',
  'not-valid': 'without how to reach them',
  'title-row': 'a title over the table',
  'no-activity': 'a row without an activity',
};

/** Why a text of a file has no place in the register. */
export const notMappedReasons: Readonly<Record<string, string>> = reasons;

const some = 5;
/** The first few of many references. */
export const firstOf = (names: readonly string[]): string =>
  names.length > some ? `${names.slice(0, some).join(', ')} and ${names.length - some} more` : listed(names);

/** `Retention rule, Law behind it`, by the path of a field or of a part of it. */
function pathLabel(kind: RecordKind, path: string): string {
  const [field = path, part] = path.split('.');
  const label = fieldLabel(kind, field);
  return `${kindWords[kind].one}, ${part === undefined ? label : `${label}: ${partLabel(kind, field, part)}`}`;
}

/** What is said of a register that was written as a file, by the window and the command line alike. */
export const exportReportText = {
  written: (fileName: string, activities: number) =>
    `${fileName}: ${numbered(activities, 'processing activity', 'processing activities')}.`,
  drafts: (drafts: number) => `${numbered(drafts, 'record is', 'records are')} not approved, and marked so.`,
  leftOut: (kind: RecordKind, path: string, refs: readonly string[]) =>
    `No place in this format: ${pathLabel(kind, path)} (${firstOf(refs)}).`,
  retired: (refs: readonly string[]) => `Not in it, since retired: ${firstOf(refs)}.`,
  missingSigns: (signs: number) =>
    `${numbered(signs, 'sign')} of other scripts ${signs === 1 ? 'stands' : 'stand'} as code points: the font of the ` +
    'PDF does not have them. HTML has no such limit.',
};

type Did = 'drafted' | 'left' | 'same' | 'updated' | 'new';
interface Named {
  kind: RecordKind;
  ref: string;
  title: string;
}

interface Alike {
  ref: string;
  title: string;
  by: 'number' | 'name';
}

/** Why a row became a draft of its own although the register has something like it. */
export const alikeWords = ({ ref, title, by }: Alike): string =>
  by === 'number'
    ? `${ref} ${title} has the same number and another name`
    : `${ref} ${title} has the same name and another number`;

const became = (did: Did, ref: string, alike: readonly Alike[] = []): string =>
  [
    {
      drafted: ref === '' ? 'a new draft' : `${ref}, a new draft`,
      new: ref === '' ? 'a new draft' : `${ref}, a new draft`,
      left: `${ref}, left as it is`,
      same: `${ref}, nothing new`,
      updated: `${ref}, a draft brought up to date`,
    }[did],
    ...alike.map(alikeWords),
  ].join('; ');

/** The report of an import, row by row. */
export const importReportText = {
  heads: ['Sheet', 'Row', 'Says', 'Becomes', 'Column', 'Text without a place', 'Why'],
  none: '',
  /** A column without a heading, by its letters. */
  unnamed: (letters: string) => `(column ${letters})`,
  became,
  texts: (many: number) => numbered(many, 'text'),
  kind: (kind: RecordKind) => kindWords[kind].one,
  field: fieldLabel,
  why: (why: string) => notMappedReasons[why] ?? why,
  notValid: 'too long or incomplete',
  /** Of a file without rows: each of its records. */
  records: ({
    drafted,
    known,
    again,
  }: {
    drafted: readonly Named[];
    known: readonly Named[];
    again: readonly (Named & { did: Exclude<Did, 'drafted'> })[];
  }): string[][] => [
    ...drafted.map(({ kind, ref, title }) => [kindWords[kind].one, '', title, became('drafted', ref)]),
    ...again
      .filter(({ did }) => did !== 'new')
      .map(({ kind, ref, title, did }) => [kindWords[kind].one, '', title, became(did, ref)]),
    ...known.map(({ kind, ref, title }) => [kindWords[kind].one, '', title, `${ref}, referred to`]),
  ],
};
