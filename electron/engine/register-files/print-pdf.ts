import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Fact } from '#shared/register/document/facts.ts';
import type {
  DocumentRecord,
  DocumentSection,
  DocumentTable,
  RegisterDocument,
} from '#shared/register/document/register-document.ts';
import { registerDocumentText as text } from '#shared/text/register-document.ts';
import { broken, head, lines, setPdf, type Setter } from './pdf-setting.ts';

function tableOf({ heads, rows }: DocumentTable, { set }: Setter): Content {
  return {
    layout: lines,
    margin: [0, 2, 0, 6],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['auto', ...heads.map((_, at) => (at === 1 ? '*' : 'auto'))],
      body: [
        ['#', ...heads].map(head),
        ...rows.map((cells, at): TableCell[] => [
          { text: text.row(at + 1, rows.length), noWrap: true, fontSize: 8 },
          ...cells.map((cell): TableCell => ({ text: broken(set(cell)), fontSize: 8.5 })),
        ]),
      ],
    },
  };
}

function factRow({ label, law, stated, values, goesBy }: Fact, { set }: Setter): TableCell[] {
  const said = values.map(({ text: one, note }) => `${broken(set(one))}${note === null ? '' : ` ◇${note}`}`);
  const [only] = said;
  const left: Content[] = [{ text: set(label), bold: true, fontSize: 8.5 }];
  if (law !== '') left.push({ text: law, fontSize: 7.5, color: '#333333' });
  const value: TableCell =
    said.length === 1
      ? { text: only ?? '', color: stated ? '#000000' : '#333333' }
      : { ul: said, margin: [0, 0, 0, 0] };
  if (goesBy === undefined) return [{ stack: left }, value];
  const proof: Content = { text: broken(set(goesBy)), fontSize: 7.5, color: '#333333', margin: [0, 2, 0, 0] };
  return [{ stack: left }, { stack: [value, proof] }];
}

const wide = (cell: TableCell): TableCell[] => [{ ...(cell as object), colSpan: 2 } as TableCell, {}];

/** One record as a table: its heading is the head, so that it stands on every page that the table goes over. */
function recordOf(
  { heading, draft, standing, facts, notStated }: DocumentRecord,
  setter: Setter,
  flows: boolean,
): Content {
  const title = `${setter.set(heading)}${draft ? `  [${text.draftMark}]` : ''}`;
  const about = standing.map((one): Content => ({ text: setter.set(one), style: 'standing' }));
  const rest = notStated === null ? [] : [wide({ text: setter.set(notStated), style: 'standing' })];
  return {
    layout: lines,
    margin: [0, 10, 0, 4],
    table: {
      headerRows: 1,
      // A row that might be longer than a page has to break.
      dontBreakRows: flows && facts.every(({ values }) => lengthOf(values) < shortRow),
      keepWithHeaderRows: about.length === 0 ? 1 : 2,
      widths: [125, '*'],
      body: [
        wide({ text: title, style: 'record' }),
        ...(about.length === 0 ? [] : [wide({ stack: about })]),
        ...facts.map((fact) => factRow(fact, setter)),
        ...rest,
      ],
    },
  };
}

/** Signs of a row that surely fits a page. */
const shortRow = 3000;
const lengthOf = (values: readonly { text: string }[]): number => values.reduce((sum, one) => sum + one.text.length, 0);

/** Rows of a table that is kept on one page with its heading. */
const shortTable = 12;

/** Records begin on a page of their own; a short table stays with its heading. */
function sectionOf({ heading, said, table, records }: DocumentSection, setter: Setter, flows: boolean): Content[] {
  const opening: Content[] = [
    { text: setter.set(heading), style: 'section' },
    ...said.map((one): Content => ({ text: setter.set(one) })),
  ];
  const rows = table?.rows.length ?? 0;
  const tables = table === null || rows === 0 ? [] : [tableOf(table, setter)];
  const first: Content = { stack: [...opening, ...tables], unbreakable: rows <= shortTable };
  if (records.length === 0) return [first];
  const set = records.map((record) => recordOf(record, setter, flows));
  return flows ? [first, ...set] : [{ ...first, pageBreak: 'before' }, ...set];
}

/**
 * A register as PDF (A4), from the same document as its page: heads of tables on every page, page n of m, a draft said
 * in words. The same register is the same bytes: its only date is the moment it is as of.
 * @param asOf ISO 8601
 * @param resources the folder that holds `fonts/`
 * @returns the bytes, and the signs that the font does not have, which stand as their code points
 */
export const printPdf = (
  { title, said, draft, sections, foot, flows = false }: RegisterDocument,
  asOf: string,
  resources: string,
): Promise<{ bytes: Buffer; missing: string[] }> =>
  setPdf(
    {
      title,
      draft,
      asOf,
      content: (setter) => [
        { text: setter.set(title), style: 'title' },
        ...said.map((one): Content => ({ text: setter.set(one) })),
        ...sections.flatMap((section, at) => {
          const [first, ...rest] = sectionOf(section, setter, flows);
          return first === undefined
            ? []
            : [at === 0 ? ({ ...(first as object), pageBreak: undefined } as Content) : first, ...rest];
        }),
        { text: setter.set(foot), style: 'standing', margin: [0, 14, 0, 0] },
      ],
    },
    resources,
  );
