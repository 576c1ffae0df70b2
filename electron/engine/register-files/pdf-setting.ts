import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pdfmakeModule from 'pdfmake';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Paper } from '#shared/contract/control.ts';
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
export interface Setter {
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

/** Rules between rows alone, a strong one under the head. */
export const lines = {
  hLineWidth: (at: number): number => (at === 1 ? 1 : at === 0 ? 0 : 0.4),
  vLineWidth: (): number => 0,
  hLineColor: (at: number): string => (at <= 1 ? '#000000' : '#999999'),
  paddingLeft: (): number => 0,
  paddingRight: (): number => 6,
  paddingTop: (): number => 3,
  paddingBottom: (): number => 3,
};

export const head = (value: string): TableCell => ({ text: value, bold: true, fontSize: 8.5 });

/** A hash or an address has no place to break at; a line holds about this many signs. */
const longestWord = 48;
export const broken = (value: string): string =>
  value.replaceAll(new RegExp(`\\S{${longestWord}}(?=\\S)`, 'gu'), (word) => `${word}\u200b`);

/** What sets pages, with both fonts. */
type Press = { pdfmake: typeof pdfmakeModule } & Record<keyof typeof files, Buffer>;
/** Made ready once, by whoever prints: it is a third of the program, which all the others need not read. */
let ready: Promise<Press> | null = null;

async function makeReady(resources: string): Promise<Press> {
  const { default: pdfmake } = await import('pdfmake');
  const read = (name: string): Promise<Buffer> => readFile(join(resources, 'fonts', name));
  const [normal, bold] = await Promise.all([read(files.normal), read(files.bold)]);
  pdfmake.virtualfs.writeFileSync(files.normal, normal);
  pdfmake.virtualfs.writeFileSync(files.bold, bold);
  pdfmake.setFonts({ [family]: { ...files, italics: files.normal, bolditalics: files.bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return { pdfmake, normal, bold };
}

export interface PdfOfPages {
  title: string;
  /** In words on every page. */
  draft: boolean;
  /** ISO 8601: the only date in the bytes. */
  asOf: string;
  paper?: Paper;
  content(setter: Setter): Content[];
}

/**
 * Pages as PDF: what it is and whether it is a draft above each, page n of m below. The same content is the same bytes.
 * @param resources the folder that holds `fonts/`
 * @returns the bytes, and the signs that the font does not have, which stand as their code points
 */
export async function setPdf(
  { title, draft, asOf, paper = 'A4', content }: PdfOfPages,
  resources: string,
): Promise<{ bytes: Buffer; missing: string[] }> {
  ready ??= makeReady(resources);
  const { pdfmake, normal } = await ready;
  const setter = setterFor(normal);
  const shown = setter.set(title);
  const when = new Date(asOf.length === 10 ? `${asOf}T00:00:00.000Z` : asOf);
  const pdf = pdfmake.createPdf({
    pageSize: paper === 'Letter' ? 'LETTER' : 'A4',
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
        { text: draft ? text.draftMark : '', bold: true, fontSize: 9, alignment: 'right', width: 60 },
      ],
      margin: [45, 24, 45, 0],
    },
    footer: (page: number, pages: number): Content => ({
      text: text.page(page, pages),
      alignment: 'right',
      fontSize: 7.5,
      margin: [45, 12, 45, 0],
    }),
    content: content(setter),
  });
  return { bytes: await pdf.getBuffer(), missing: [...setter.missing] };
}
