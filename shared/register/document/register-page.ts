import { escapeMarkup } from '#shared/text/markup.ts';
import { registerDocumentText as text } from '#shared/text/register-document.ts';
import { visible } from '#shared/text/visible.ts';
import { registerPageStyle } from './page-style.ts';
import type { Fact } from './facts.ts';
import type { DocumentRecord, DocumentSection, DocumentTable, RegisterDocument } from './register-document.ts';

const escaped = (value: string): string => escapeMarkup(visible(value, true));
/** A text as it stands on the page: never markup, its direction its own. */
const safe = (value: string): string => `<bdi class="lines">${escaped(value)}</bdi>`;
const paragraphs = (said: readonly string[], kind = ''): string =>
  said.map((one) => `<p${kind === '' ? '' : ` class="${kind}"`}>${safe(one)}</p>`).join('');
const mark = `<span class="draft">${escaped(text.draftMark)}</span>`;

function table({ heads, rows }: DocumentTable): string {
  if (rows.length === 0) return '';
  const head = `<thead><tr><th scope="col">#</th>${heads.map((one) => `<th scope="col">${safe(one)}</th>`).join('')}</tr></thead>`;
  const body = rows.map(
    (cells, at) =>
      `<tr><td class="at">${safe(text.row(at + 1, rows.length))}</td>` +
      `${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>${head}<tbody>${body.join('')}</tbody></table>`;
}

function factRow({ label, law, stated, values, goesBy }: Fact): string {
  const said = values.map(({ text: one, note }) => `${safe(one)}${note === null ? '' : ` <sup>◇${note}</sup>`}`);
  const [only] = said;
  const cell = said.length === 1 ? (only ?? '') : `<ul>${said.map((one) => `<li>${one}</li>`).join('')}</ul>`;
  const where = law === '' ? '' : `<br><span class="law">${safe(law)}</span>`;
  const proof = goesBy === undefined ? '' : `<div class="law">${safe(goesBy)}</div>`;
  return `<tr><th scope="row" class="field">${safe(label)}${where}</th><td${stated ? '' : ' class="absent"'}>${cell}${proof}</td></tr>`;
}

/** One record: its heading is the head of its table, so that it stands on every page the table goes over. */
function record({ heading, draft, standing, facts, notStated }: DocumentRecord): string {
  const title = `${safe(heading)}${draft ? ` ${mark}` : ''}`;
  const head = `<thead><tr><th scope="col">${safe(text.heads.label)}</th><th scope="col">${title}</th></tr></thead>`;
  return (
    `<section><h3>${title}</h3>${paragraphs(standing, 'standing')}` +
    `<table>${head}<tbody>${facts.map(factRow).join('')}</tbody></table>` +
    `${notStated === null ? '' : paragraphs([notStated])}</section>`
  );
}

const section = ({ heading, said, table: rows, records }: DocumentSection): string =>
  `<section><h2>${safe(heading)}</h2>${paragraphs(said)}${rows === null ? '' : table(rows)}` +
  `${records.map(record).join('')}</section>`;

/** A register as one HTML page that needs nothing else: no script, no picture, nothing from outside. Pure. */
export function registerPage({ title, said, draft, sections, foot }: RegisterDocument): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" ' +
    `content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title>` +
    `<style>${registerPageStyle}</style></head><body>` +
    `${draft ? `<div class="running" aria-hidden="true">${mark}</div>` : ''}` +
    `<h1>${safe(title)}${draft ? ` ${mark}` : ''}</h1>${paragraphs(said)}` +
    `${sections.map(section).join('')}<footer>${safe(foot)}</footer></body></html>\n`
  );
}
