import { notMappedReasons } from '../register-files.ts';
import { fieldLabel, kindWords, partLabel } from '../register/index.ts';
import { listed, numbered } from '../numbers.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';

const some = 5;
const firstOf = (names: readonly string[]): string =>
  names.length > some ? `${names.slice(0, some).join(', ')} and ${names.length - some} more` : listed(names);

/** `Retention rule, Law behind it`, by the path of a field or of a part of it. */
function pathLabel(kind: RecordKind, path: string): string {
  const [field = path, part] = path.split('.');
  const label = fieldLabel(kind, field);
  return `${kindWords[kind].one}, ${part === undefined ? label : `${label}: ${partLabel(kind, field, part)}`}`;
}

/** `custos register export` and `import`. */
export const registerFilesCommandText = {
  export: {
    description: 'write the register of processing for an authority, another program, or people',
    output: 'the file to write; a layout becomes a workbook, or a text file where the name ends in .csv',
    format: 'cnil, ico or dpc (their columns), json, jsonld (W3C DPV 2.3), html or pdf',
    asOf: 'the register at the end of this day (UTC), YYYY-MM-DD; now where it is left out',
    role: 'which activities a text file holds: those as controller, or as processor',
    force: 'replace an existing file',
    examples: [
      'custos register export --workspace Acme.custos --format ico -o register.xlsx',
      'custos register export --workspace Acme.custos --format pdf -o register.pdf --as-of 2026-09-30',
    ],
    written: (fileName: string, activities: number) =>
      `${fileName}: ${numbered(activities, 'processing activity', 'processing activities')}.`,
    drafts: (drafts: number) => `${numbered(drafts, 'record is', 'records are')} not approved, and marked so.`,
    leftOut: (kind: RecordKind, path: string, refs: readonly string[]) =>
      `No place in this format: ${pathLabel(kind, path)} (${firstOf(refs)}).`,
    retired: (refs: readonly string[]) => `Not in it, since retired: ${firstOf(refs)}.`,
    otherRole: (refs: readonly string[], role: string) =>
      `Not in it, since of the other role: ${firstOf(refs)}. Write another file with --role ${role}.`,
    missingSigns: (signs: number) =>
      `${numbered(signs, 'sign')} of other scripts ${signs === 1 ? 'stands' : 'stand'} as code points: the font of the ` +
      'PDF does not have them. HTML has no such limit.',
  },
  import: {
    description: 'take a register that was kept elsewhere as drafts; nothing of it is approved',
    file: 'a workbook, a text file, JSON or JSON-LD',
    layout: 'whose columns it has: cnil, ico or dpc; found out where it is left out',
    examples: ['custos register import register.xlsx --workspace Acme.custos'],
    drafted: (fileName: string, activities: number, others: number) =>
      `${fileName}: ${numbered(activities, 'processing activity', 'processing activities')} and ` +
      `${numbered(others, 'other record')} drafted.`,
    known: (ref: string, title: string) => `Already there and referred to: ${ref} ${title}.`,
    row: (sheet: string, row: number, column: string, text: string, why: string) =>
      `${sheet}, row ${row}, ${column}: ${notMappedReasons[why] ?? why}: ${text}`,
    notValid: (title: string, kind: RecordKind, field: string, text: string) =>
      `${kindWords[kind].one} ${title}, ${fieldLabel(kind, field)}: too long or incomplete: ${text}`,
    passedOver: (sheet: string, rows: number) =>
      `Sheet ${sheet} was passed over: ${numbered(rows, 'row')} without headings of the layout.`,
  },
};
