import { alikeWords, exportReportText, firstOf, notMappedReasons } from '../register-files.ts';
import { droppedWords } from '../register-import-fields.ts';
import { fieldLabel, kindWords } from '../register/index.ts';
import { listed, numbered } from '../numbers.ts';
import type { ReadColumn } from '#shared/register/sheets/read-register.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';

/** `custos register export` and `import`. */
export const registerFilesCommandText = {
  export: {
    description: 'write the register of processing for an authority, another program, or people',
    output: 'the file to write; a layout becomes a workbook, or a text file where the name ends in .csv',
    format: 'cnil, ico or dpc (their columns), json, jsonld (W3C DPV 2.3), html or pdf',
    asOf: 'the register at the end of this day (UTC), YYYY-MM-DD; now where it is left out',
    activity: 'one activity by its reference (PA-001), with all that it refers to',
    approvedOnly: 'leave out whatever is not approved',
    role: 'which activities a text file holds: those as controller, or as processor',
    force: 'replace an existing file',
    examples: [
      'custos register export --workspace Acme.custos --format ico -o register.xlsx',
      'custos register export --workspace Acme.custos --format pdf -o register.pdf --as-of 2026-09-30',
    ],
    ...exportReportText,
    otherRole: (refs: readonly string[], role: string) =>
      `Not in it, since of the other role: ${firstOf(refs)}. Write another file with --role ${role}.`,
  },
  import: {
    description: 'take a register that was kept elsewhere as drafts; nothing of it is approved',
    file: 'a workbook, a text file, JSON or JSON-LD',
    layout: 'whose columns it has: cnil, ico or dpc; found out where it is left out',
    column:
      'what a column of an unknown layout holds: its heading and a field, as --column "Wer ist betroffen=dataSubjects"; ' +
      'may be given several times',
    columnForm: 'Give the heading and the field: --column "Heading=field".',
    unknownField: (field: string, fields: readonly string[]) =>
      `${field === '' ? 'No field is named' : `There is no field ${field}`}: take one of ${fields.join(', ')}.`,
    dropped: (heading: string, why: NonNullable<ReadColumn['why']>, texts: number) =>
      `Not taken in: column ${heading}, ${numbered(texts, 'text')}: ${droppedWords[why]}.`,
    nameColumns: (fields: readonly string[]) =>
      `Say --column "Heading=field" for a column to be taken in; the fields are ${fields.join(', ')}.`,
    againOption:
      'what is done with activities that are in the register already: skip leaves them, update writes what the file ' +
      'says into new drafts, new drafts them once more',
    preview: 'say what would be done, and write nothing',
    examples: [
      'custos register import register.xlsx --workspace Acme.custos --preview',
      'custos register import register.xlsx --workspace Acme.custos --again update',
      'custos register import vvt.csv --workspace Acme.custos --column "Was tun wir=name" --column "Wofür=purposes"',
    ],
    drafted: (fileName: string, activities: number, others: number, preview: boolean) =>
      `${fileName}: ${numbered(activities, 'processing activity', 'processing activities')} and ` +
      `${numbered(others, 'other record')} ${preview ? 'would be drafted; nothing was written' : 'drafted'}.`,
    left: (refs: readonly string[]) =>
      `In the register already, and left as ${refs.length === 1 ? 'it is' : 'they are'}: ${firstOf(refs)}. Say --again ` +
      'update to write what the file says into new drafts, or --again new to draft them once more.',
    again: (did: 'same' | 'updated' | 'new', ref: string, title: string, preview: boolean) =>
      ({
        same: `${ref} ${title}: in the register already, and the file says nothing else.`,
        updated: `${ref} ${title}: ${preview ? 'a draft would say' : 'a draft says'} now what the file says.`,
        new: `${title}: in the register already, and ${preview ? 'would be drafted' : `drafted as ${ref}`} once more.`,
      })[did],
    alike: (sheet: string, row: number, title: string, other: { ref: string; title: string; by: 'number' | 'name' }) =>
      `${sheet}, row ${row}, ${title}: a new draft: ${alikeWords(other)}.`,
    kept: (ref: string, kind: RecordKind, fields: readonly string[]) =>
      `${ref}: somebody has written in the draft since; kept as written there, though the file says otherwise: ` +
      `${listed(fields.map((field) => fieldLabel(kind, field)))}.`,
    known: (ref: string, title: string) => `Already there and referred to: ${ref} ${title}.`,
    row: (sheet: string, row: number, column: string, text: string, why: string) =>
      `${sheet}, row ${row}, ${column}: ${notMappedReasons[why] ?? why}: ${text}`,
    notValid: (title: string, kind: RecordKind, field: string, text: string) =>
      `${kindWords[kind].one} ${title}, ${fieldLabel(kind, field)}: too long or incomplete: ${text}`,
    passedOver: (sheet: string, rows: number) =>
      `Sheet ${sheet} was passed over: ${numbered(rows, 'row')} without headings of the layout.`,
  },
};
