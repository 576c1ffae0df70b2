import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Fact } from '#shared/register/document/facts.ts';
import type {
  DocumentRecord,
  DocumentSection,
  DocumentTable,
  RegisterDocument,
} from '#shared/register/document/register-document.ts';
import { registerDocumentText as text } from '#shared/text/register-document.ts';
import { visible } from '#shared/text/visible.ts';
import { fontCoverage } from './font-coverage.ts';

declare module 'pdfmake' {
  /** Files that a document may name; the types do not know of it. */
  export const virtualfs: { writeFileSync: (name: string, content: Uint8Array) => void };
}

const files = { normal: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' };
const family = 'DejaVu';

/** Sets text with the signs that the font has; any other stands as its code point, and is counted. */
interface Setter {
  set: (value: string) => string;
  missing: Set<string>;
}

function setterFor(font: Uint8Array): Setter {
  const has = fontCoverage(font);
  const missing = new Set<string>();
  const known = new Map<string, string>();
  const sign = (character: string): string => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const codePoint = character.codePointAt(0) ?? 0;
    const shown = character === '\n' || has(codePoint);
    if (!shown) missing.add(character);
    const made = shown ? character : `⟨U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    known.set(character, made);
    return made;
  };
  return { missing, set: (value) => [...visible(value, true)].map(sign).join('') };
}

const lines = {
  hLineWidth: (at: number): number => (at === 1 ? 1 : at === 0 ? 0 : 0.4),
  vLineWidth: (): number => 0,
  hLineColor: (at: number): string => (at <= 1 ? '#000000' : '#999999'),
  paddingLeft: (): number => 0,
  paddingRight: (): number => 6,
  paddingTop: (): number => 3,
  paddingBottom: (): number => 3,
};

const head = (value: string): TableCell => ({ text: value, bold: true, fontSize: 8.5 });

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

/** A hash or an address has no place to break at; a line holds about this many signs. */
const longestWord = 48;
const broken = (value: string): string =>
  value.replaceAll(new RegExp(`\\S{${longestWord}}(?=\\S)`, 'gu'), (word) => `${word}\u200b`);

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
  return [{ stack: left }, { stack: [value as Content, proof] }];
}

const wide = (cell: TableCell): TableCell[] => [{ ...(cell as object), colSpan: 2 } as TableCell, {}];

/** One record as a table: its heading is the head, so that it stands on every page that the table goes over. */
function recordOf({ heading, draft, standing, facts, notStated }: DocumentRecord, setter: Setter): Content {
  const title = `${setter.set(heading)}${draft ? `  [${text.draftMark}]` : ''}`;
  const about = standing.map((one): Content => ({ text: setter.set(one), style: 'standing' }));
  const rest = notStated === null ? [] : [wide({ text: setter.set(notStated), style: 'standing' })];
  return {
    layout: lines,
    margin: [0, 10, 0, 4],
    table: {
      headerRows: 1,
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
  const set = records.map((record) => recordOf(record, setter));
  return flows ? [first, ...set] : [{ ...first, pageBreak: 'before' }, ...set];
}

/** Both fonts, read once. */
let fonts: Promise<Record<keyof typeof files, Buffer>> | null = null;

async function readFonts(resources: string): Promise<Record<keyof typeof files, Buffer>> {
  const read = (name: string): Promise<Buffer> => readFile(join(resources, 'fonts', name));
  const [normal, bold] = await Promise.all([read(files.normal), read(files.bold)]);
  pdfmake.virtualfs.writeFileSync(files.normal, normal);
  pdfmake.virtualfs.writeFileSync(files.bold, bold);
  pdfmake.setFonts({ [family]: { ...files, italics: files.normal, bolditalics: files.bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return { normal, bold };
}

/**
 * A register as PDF (A4), from the same document as its page: heads of tables on every page, page n of m, a draft said
 * in words. The same register is the same bytes: its only date is the moment it is as of.
 * @param asOf ISO 8601
 * @param resources the folder that holds `fonts/`
 * @returns the bytes, and the signs that the font does not have, which stand as their code points
 */
export async function printPdf(
  { title, said, draft, sections, foot, flows = false }: RegisterDocument,
  asOf: string,
  resources: string,
): Promise<{ bytes: Buffer; missing: string[] }> {
  fonts ??= readFonts(resources);
  const setter = setterFor((await fonts).normal);
  const shown = setter.set(title);
  const when = new Date(asOf.length === 10 ? `${asOf}T00:00:00.000Z` : asOf);
  const content: Content[] = [
    { text: shown, style: 'title' },
    ...said.map((one): Content => ({ text: setter.set(one) })),
    ...sections.flatMap((section, at) => {
      const [first, ...rest] = sectionOf(section, setter, flows);
      return first === undefined
        ? []
        : [at === 0 ? ({ ...(first as object), pageBreak: undefined } as Content) : first, ...rest];
    }),
    { text: setter.set(foot), style: 'standing', margin: [0, 14, 0, 0] },
  ];
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [45, 52, 45, 48],
    language: 'en',
    displayTitle: true,
    info: { title: shown, creator: 'Custos', producer: 'Custos', creationDate: when, modDate: when },
    defaultStyle: { font: family, fontSize: 9, lineHeight: 1.15 },
    styles: {
      title: { fontSize: 16, bold: true, margin: [0, 0, 0, 6] },
      section: { fontSize: 13, bold: true, margin: [0, 18, 0, 4] },
      record: { fontSize: 10.5, bold: true },
      standing: { fontSize: 8, color: '#333333' },
    },
    header: {
      columns: [
        { text: shown, fontSize: 7.5, color: '#333333' },
        { text: draft ? text.draftMark : '', bold: true, fontSize: 9, alignment: 'right' },
      ],
      margin: [45, 24, 45, 0],
    },
    footer: (page: number, pages: number): Content => ({
      text: text.page(page, pages),
      alignment: 'right',
      fontSize: 7.5,
      margin: [45, 12, 45, 0],
    }),
    content,
  });
  return { bytes: await pdf.getBuffer(), missing: [...setter.missing] };
}
