import { facts, list, page, safe, section, table, type Row } from './page-parts.ts';

/** One part of a page that is read without Custos, as data: it is set as HTML or as PDF. */
export type PagePart =
  | { part: 'heading'; text: string }
  /** `strong`: what the words lead to. `broken`: something is wrong, and nobody must overlook it. */
  | { part: 'words'; text: string; strong?: string; broken?: boolean }
  /** What matters most, in a frame. */
  | { part: 'frame'; parts: readonly PagePart[] }
  | { part: 'facts'; rows: readonly Row[] }
  | { part: 'table'; heads: readonly string[]; rows: readonly (readonly string[])[] }
  | { part: 'list'; items: readonly string[] }
  /** A text sign by sign, such as a signed note. */
  | { part: 'exact'; text: string }
  | { part: 'section'; title: string; parts: readonly PagePart[] }
  | { part: 'foot'; text: string };

export interface PageDocument {
  title: string;
  /** ISO 639-1; English where it is not said. */
  language?: string;
  parts: readonly PagePart[];
}

export const words = (text: string): PagePart => ({ part: 'words', text });

function markup(one: PagePart): string {
  switch (one.part) {
    case 'heading':
      return `<h1>${safe(one.text)}</h1>`;
    case 'words': {
      const strong = one.strong === undefined ? '' : `<strong>${safe(one.strong)}</strong>`;
      const said = one.text === '' ? '' : safe(one.text);
      return `<p${one.broken === true ? ' class="broken"' : ''}>${[said, strong].filter((part) => part !== '').join(' ')}</p>`;
    }
    case 'frame':
      return `<div class="label">${one.parts.map(markup).join('')}</div>`;
    case 'facts':
      return one.rows.length === 0 ? '' : facts(one.rows);
    case 'table':
      return table(one.heads, one.rows);
    case 'list':
      return list(one.items);
    case 'exact':
      return `<pre>${safe(one.text)}</pre>`;
    case 'section':
      return section(one.title, one.parts.map(markup).join(''));
    case 'foot':
      return `<footer>${safe(one.text)}</footer>`;
  }
}

/** The document as an HTML page laid out for A4 and Letter: no script, no picture, nothing from outside. */
export const documentPage = ({ title, parts, language }: PageDocument): string =>
  page(title, parts.map(markup), language);
