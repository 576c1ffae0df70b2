import { escapeMarkup } from '#shared/text/markup.ts';
import { pageText } from '#shared/text/pages.ts';
import { visible } from '#shared/text/visible.ts';
import { pageStyle } from './page-style.ts';

/** A text as it stands on the page: never markup, its direction its own. */
export const safe = (value: string): string => `<bdi>${escapeMarkup(visible(value))}</bdi>`;

export type Row = readonly [label: string, value: string];

/** What is said of one thing, each with its label. */
export const facts = (rows: readonly Row[]): string =>
  `<dl>${rows.map(([label, value]) => `<div><dt>${safe(label)}</dt><dd>${safe(value)}</dd></div>`).join('')}</dl>`;

/** A table whose head repeats on each page and whose rows say which of how many they are; nothing for no rows. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = `<thead><tr><th>#</th>${heads.map((one) => `<th>${safe(one)}</th>`).join('')}</tr></thead>`;
  const row = (cells: readonly string[], at: number): string =>
    `<tr><td class="at">${safe(pageText.row(at + 1, rows.length))}</td>` +
    `${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`;
  return `<table>${head}<tbody>${rows.map(row).join('')}</tbody></table>`;
}

/** What there is to say, a line each; nothing for nothing. */
export const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;

export const section = (title: string, body: string): string =>
  body === '' ? '' : `<section><h2>${safe(title)}</h2>${body}</section>`;

/** A whole page laid out for A4 and Letter: no script, no picture, nothing from outside. */
export const page = (title: string, parts: readonly string[], language = 'en'): string =>
  `<!doctype html><html lang="${language}">` +
  '<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" ' +
  `content="default-src 'none'; style-src 'unsafe-inline'"><title>` +
  `${safe(title).replace(/<\/?bdi>/g, '')}</title><style>${pageStyle}</style></head><body>` +
  `${parts.join('')}</body></html>\n`;
