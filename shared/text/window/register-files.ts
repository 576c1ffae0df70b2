import type { OnImportingAgain, RegisterFormat } from '#shared/contract/register-files.ts';
import { count, counted, listed } from '../numbers.ts';
import { exportReportText } from '../register-files.ts';
import { fieldLabel } from '../register/index.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';

/** Words of the dialogs by which the register of processing goes out and comes in. */
export const registerFilesWindowText = {
  export: {
    title: 'Export register',
    what: 'The register of processing as one file. What a format has no place for is said after it is written.',
    format: 'As what',
    groups: { authority: 'The sheet of an authority', programs: 'For another program', people: 'To read and print' },
    formats: {
      cnil: 'CNIL, France',
      ico: 'ICO, United Kingdom',
      dpc: 'DPC, Ireland',
      json: 'JSON: whole, to be imported again',
      jsonld: 'Linked data: W3C DPV 2.3, JSON-LD',
      pdf: 'PDF',
      html: 'Web page, which needs nothing else',
    } satisfies Record<RegisterFormat, string>,
    file: 'In which file',
    files: { xlsx: 'Workbook (XLSX)', csv: 'Text file (CSV), one role' },
    role: 'Which activities',
    roles: { controller: 'As controller', processor: 'As processor' },
    asOf: 'As of the end of this day (UTC)',
    asOfHelp: 'Empty: as it is now.',
    which: 'Which records',
    whichOnes: { all: 'All, drafts marked as such', approved: 'Approved ones only' },
    confirm: 'Export register',
    suggested: (organisation: string, day: string, ending: string) =>
      `register-${organisation || 'custos'}-${day}.${ending}`,
    job: (fileName: string) => `Writing ${fileName}`,
    done: exportReportText,
    other: (refs: readonly string[]) => `Not in it, since of the other role: ${listed(refs.slice(0, 5))}.`,
    another: 'Another one',
    close: 'Close',
  },
  print: {
    open: 'Print',
    pdf: 'PDF…',
    html: 'Web page (HTML)…',
    name: (called: string, ending: string) => `${called}.${ending}`,
    job: (fileName: string) => `Writing ${fileName}`,
    done: (fileName: string) => `${fileName} written`,
  },
  import: {
    title: 'Import register',
    what:
      'A register that is kept elsewhere: a workbook or text file with the headings of CNIL, ICO or DPC, or JSON and ' +
      'JSON-LD (DPV 2.3) that Custos wrote. It is looked at first; nothing is taken in before you have seen what becomes ' +
      'of each row, and everything becomes a draft.',
    layout: 'Whose headings it has',
    layouts: {
      found: 'Found out from the headings',
      cnil: 'CNIL, France',
      ico: 'ICO, United Kingdom',
      dpc: 'DPC, Ireland',
    },
    choose: 'Choose file…',
    looking: (fileName: string) => `Looking at ${fileName}`,
    taking: (fileName: string) => `Importing ${fileName}`,
    would: (fileName: string, activities: number, others: number) =>
      activities + others === 0
        ? `${fileName}: no new record.`
        : `${fileName}: ${counted(activities, 'new processing activity', 'new processing activities')}, ` +
          `${counted(others, 'other new record')}.`,
    did: (fileName: string, activities: number, others: number) =>
      `${fileName}: ${counted(activities, 'processing activity', 'processing activities')} and ` +
      `${counted(others, 'other record')} drafted.`,
    updated: (many: number, preview: boolean) =>
      `${counted(many, 'record')} ${preview ? 'to be brought up to date' : 'brought up to date'} in drafts.`,
    alike: (many: number) =>
      `${counted(many, 'new activity', 'new activities')} with the number or the name of another one, which stays: see ` +
      'the rows.',
    left: (many: number) => `${counted(many, 'activity', 'activities')} in the register already, and left as they are.`,
    same: (many: number) => `${counted(many, 'record')} in the register already, of which the file says nothing new.`,
    kept: (ref: string, kind: RecordKind, fields: readonly string[]) =>
      `${ref}: somebody has written in the draft since; kept as written there: ` +
      `${listed(fields.map((field) => fieldLabel(kind, field)))}.`,
    dropped: (many: number) =>
      `${counted(many, 'column')} ${many === 1 ? 'has' : 'have'} no field and ${many === 1 ? 'is' : 'are'} not taken in: ` +
      'see Columns.',
    passedOver: (sheet: string, rows: number) =>
      `Sheet ${sheet} was passed over: ${counted(rows, 'row')} without headings of the layout.`,
    noPlace: (many: number) =>
      many === 0 ? 'Everything in it has a place.' : `${counted(many, 'text')} without a place: not taken in.`,
    again: 'Activities that are in the register already',
    againWays: {
      skip: 'Leave as they are',
      update: 'Bring up to date in drafts',
      new: 'Draft once more',
    } satisfies Record<OnImportingAgain, string>,
    views: {
      columns: (many: number) => `Columns ${many}`,
      rows: (many: number) => `All rows ${many}`,
      noPlace: (many: number) => `Without a place ${many}`,
    },
    columnList: 'What becomes of each column',
    heading: 'Heading',
    field: 'Goes into',
    fieldOf: (heading: string) => `Field of ${heading}`,
    noField: 'Not taken in',
    part: 'A part of the form',
    filled: 'Texts',
    asFound: 'As it was found',
    view: 'What is listed',
    list: 'What becomes of the file, row by row',
    columns: { where: 'Where', says: 'Says', becomes: 'Becomes', why: 'Why' },
    where: (sheet: string, row: string) => (row === '' ? sheet : `${sheet}, row ${row}`),
    becomes: (words: string, lost: number) =>
      lost === 0 ? words : `${words}; ${count(lost)} ${lost === 1 ? 'text stays' : 'texts stay'} out`,
    texts: (many: number) => `${counted(many, 'text')} without a place`,
    saveReport: 'Save report…',
    reportName: (fileName: string) => `report-${fileName.replace(/\.[^.]*$/, '')}.csv`,
    reportSaved: (fileName: string) => `${fileName} saved`,
    other: 'Choose another file…',
    confirm: (drafts: number) => (drafts === 0 ? 'Nothing to take in' : `Take in ${counted(drafts, 'draft')}`),
    show: 'Show activities',
    close: 'Close',
  },
};
