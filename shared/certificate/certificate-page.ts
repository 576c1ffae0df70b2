import { certificatePageText as text } from '#shared/text/certificate.ts';
import { listed, moment } from '#shared/text/numbers.ts';
import type { Certificate } from './certificate.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Signs that steer a text's direction or are not drawn: shown by their number, so that a name reads as it is. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const named = (sign: string): string => `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** A text as it stands on the page: never markup, its direction its own. */
const safe = (value: string): string => `<bdi>${value.replace(unseen, named).replace(/[&<>"']/g, (sign) => signs[sign]!)}</bdi>`;

type Row = readonly [label: string, value: string];
const facts = (rows: readonly Row[]): string => `<dl>${rows.map(([label, value]) => `<div><dt>${safe(label)}</dt><dd>${safe(value)}</dd></div>`).join('')}</dl>`;

/** A table whose head repeats on each page and whose rows say which of how many they are. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = `<thead><tr><th>#</th>${heads.map((one) => `<th>${safe(one)}</th>`).join('')}</tr></thead>`;
  return `<table>${head}<tbody>${rows.map((cells, at) => `<tr><td class="at">${safe(text.row(at + 1, rows.length))}</td>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
}
const section = (title: string, body: string): string => (body === '' ? '' : `<section><h2>${safe(title)}</h2>${body}</section>`);

/** Black on white, readable without colour; grey is only for rules. */
const style = `
body { font: 9.5pt/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 186mm; overflow-wrap: anywhere; }
h1 { font-size: 15pt; line-height: 1.25; margin: 0 0 2mm; } h2 { font-size: 11pt; margin: 6mm 0 2mm; break-after: avoid; }
p { margin: 0 0 2mm; } .label { border: 1.5pt solid #000; padding: 3mm 4mm; margin: 4mm 0; break-inside: avoid; } .label strong { font-size: 13pt; }
.broken { border: 3pt double #000; padding: 3mm 4mm; font-weight: 700; }
dl { margin: 0; } dl div { display: grid; grid-template-columns: 42mm 1fr; gap: 4mm; padding: 0.6mm 0; break-inside: avoid; } dt { color: #333; } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; } thead { display: table-header-group; } tr { break-inside: avoid; }
th { text-align: left; border-bottom: 1pt solid #000; padding: 1mm 2mm 1mm 0; } td { vertical-align: top; border-bottom: 0.4pt solid #999; padding: 1mm 2mm 1mm 0; } .at { white-space: nowrap; color: #333; }
footer { margin-top: 8mm; border-top: 0.4pt solid #999; padding-top: 2mm; font-size: 8pt; color: #333; }
@media screen { body { padding: 12mm; } }`;

/** What the words of a label are, in the words of whoever asks. */
export interface PageWords { label: string; signatureValid: boolean }

/** A certificate as an HTML page laid out for A4 and Letter: no script, no picture, nothing from outside. Pure. */
export function certificatePage(made: Certificate, { label, signatureValid }: PageWords): string {
  const { output, measured, signature, rows } = made;
  const { facts: names, sections, heads } = text;
  const proof: Row[] = [[names.plan, made.planHash], [names.order, text.orders[made.rowOrder] ?? made.rowOrder], [names.key, signature === null ? text.unsigned : signature.keyId], [names.version, String(made.formatVersion)], ...Object.entries(made.versions)];
  const parts = [
    `<h1>${safe(text.title(output.name))}</h1><p>${safe(text.made(made.workspace?.organisation ?? '', moment(made.createdAt)))}</p>`,
    signature !== null && !signatureValid ? `<p class="broken">${safe(text.broken)}</p>` : '',
    `<div class="label"><p>${safe(text.mayBeCalled)}: <strong>${safe(label)}</strong></p><p>${safe(made.statement)}</p></div>`,
    section(sections.output, facts([[names.file, output.name], [names.rows, text.ofRows(rows.out, rows.in)], [names.bytes, String(output.bytes)], [names.sha, output.sha256], [names.purpose, made.purpose?.title ?? made.recipe.purpose], [names.operator, made.operator ?? '']])),
    section(sections.measured, facts([[names.k, String(measured.k)], [names.unique, String(measured.uniqueRows)], [names.counted, measured.quasiIdentifiers.length === 0 ? text.none : listed(measured.quasiIdentifiers)], [names.target, text.targetK(measured.targetK, measured.suppressionLimit)]])),
    section(sections.tests, table([heads.test, heads.result, heads.detail], made.disclosureTests.map(({ test, result, detail }) => [test, text.results[result] ?? result, detail]))),
    section(sections.source, facts(made.inputs.flatMap(({ name, rows: all, sha256 }): Row[] => [[heads.source, name], [names.rows, String(all)], [names.sha, sha256]]))),
    section(sections.columns, table([heads.column, heads.treatment, heads.from], output.columns.map(({ name, treatment, sources }) => [name, treatment, listed(sources)]))),
    section(sections.checks, table([heads.check, heads.verdict, heads.message], made.guardrails.map(({ id, verdict, message }) => [id, text.verdicts[verdict] ?? verdict, message]))),
    section(sections.proof, `${facts(proof)}<p>${safe(signature === null ? text.unsigned : signatureValid ? text.signed : text.broken)}</p>`),
    `<footer>${safe(text.foot)}</footer>`,
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${safe(text.title(output.name)).replace(/<\/?bdi>/g, '')}</title><style>${style}</style></head><body>${parts.join('')}</body></html>\n`;
}
