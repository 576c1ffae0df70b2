import { certificatePageText as text } from '#shared/text/certificate.ts';
import { earlierSentences, figuresText } from '#shared/text/figures.ts';
import { statementBeside } from '#shared/text/labels.ts';
import { listed, moment } from '#shared/text/numbers.ts';
import { visible } from '#shared/text/visible.ts';
import { certificateFigures } from './certificate-figures.ts';
import type { Certificate } from './certificate.ts';
import { pageStyle } from './page-style.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** A text as it stands on the page: never markup, its direction its own. */
const safe = (value: string): string => `<bdi>${visible(value).replace(/[&<>"']/g, (sign) => signs[sign]!)}</bdi>`;

type Row = readonly [label: string, value: string];
const facts = (rows: readonly Row[]): string =>
  `<dl>${rows.map(([label, value]) => `<div><dt>${safe(label)}</dt><dd>${safe(value)}</dd></div>`).join('')}</dl>`;

/** A table whose head repeats on each page and whose rows say which of how many they are. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = `<thead><tr><th>#</th>${heads.map((one) => `<th>${safe(one)}</th>`).join('')}</tr></thead>`;
  return `<table>${head}<tbody>${rows.map((cells, at) => `<tr><td class="at">` + `${safe(text.row(at + 1, rows.length))}</td>` + `${cells.map((cell) => `<td>` + `${safe(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
}
const section = (title: string, body: string): string =>
  body === '' ? '' : `<section><h2>${safe(title)}</h2>${body}</section>`;

/** What the words of a label are, in the words of whoever asks. */
export interface PageWords {
  label: string;
  signatureValid: boolean;
}

/** What somebody finds who looks at all columns; an older certificate does not know. */
function fromOutside(made: Certificate): Row[] {
  const found = certificateFigures(made);
  if (found === null) return [[figuresText.allColumns, text.notCounted]];
  const { rowsOut, uniqueAllColumns, relinkable, earlierReleases } = found;
  return [
    [figuresText.allColumns, figuresText.uniqueOf(uniqueAllColumns, rowsOut)],
    [figuresText.relinkable, figuresText.share(relinkable)],
    [figuresText.earlier, earlierSentences(earlierReleases).join('; ')],
  ];
}

/** A certificate as an HTML page laid out for A4 and Letter: no script, no picture, nothing from outside. Pure. */
export function certificatePage(made: Certificate, { label, signatureValid }: PageWords): string {
  const { output, measured, signature, rows } = made;
  const { facts: names, sections, heads } = text;
  const proof: Row[] = [
    [names.plan, made.planHash],
    [names.order, text.orders[made.rowOrder] ?? made.rowOrder],
    [names.key, signature === null ? text.unsigned : signature.keyId],
    [names.version, String(made.formatVersion)],
    ...Object.entries(made.versions),
  ];
  const parts = [
    `<h1>${safe(text.title(output.name))}</h1><p>` +
      `${safe(text.made(made.workspace?.organisation ?? '', moment(made.createdAt)))}</p>`,
    signature !== null && !signatureValid ? `<p class="broken">${safe(text.broken)}</p>` : '',
    `<div class="label"><p>${safe(text.mayBeCalled)}: <strong>${safe(label)}</strong></p><p>` +
      `${safe(statementBeside(label, made.statement))}</p></div>`,
    section(
      sections.output,
      facts([
        [names.file, output.name],
        [names.rows, text.ofRows(rows.out, rows.in)],
        [names.bytes, String(output.bytes)],
        [names.sha, output.sha256],
        [names.purpose, made.purpose?.title ?? made.recipe.purpose],
        [names.operator, made.operator ?? ''],
      ]),
    ),
    section(
      sections.measured,
      facts([
        [names.k, String(measured.k)],
        [names.unique, String(measured.uniqueRows)],
        [names.counted, measured.quasiIdentifiers.length === 0 ? text.none : listed(measured.quasiIdentifiers)],
        ...fromOutside(made),
        [names.target, text.targetK(measured.targetK, measured.suppressionLimit)],
      ]),
    ),
    section(
      sections.tests,
      table(
        [heads.test, heads.result, heads.detail],
        made.disclosureTests.map(({ test, result, detail }) => [
          figuresText.questions[test],
          text.results[result] ?? result,
          detail,
        ]),
      ),
    ),
    section(
      sections.source,
      facts(
        made.inputs.flatMap(({ name, rows: all, sha256 }): Row[] => [
          [heads.source, name],
          [names.rows, String(all)],
          [names.sha, sha256],
        ]),
      ),
    ),
    section(
      sections.columns,
      table(
        [heads.column, heads.treatment, heads.from],
        output.columns.map(({ name, treatment, sources }) => [name, treatment, listed(sources)]),
      ),
    ),
    section(
      sections.checks,
      table(
        [heads.check, heads.verdict, heads.message],
        made.guardrails.map(({ id, verdict, message }) => [id, text.verdicts[verdict] ?? verdict, message]),
      ),
    ),
    section(
      sections.proof,
      `${facts(proof)}<p>${safe(signature === null ? text.unsigned : signatureValid ? text.signed : text.broken)}</p>`,
    ),
    `<footer>${safe(text.foot)}</footer>`,
  ];
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" ' +
    `content="default-src 'none'; style-src 'unsafe-inline'"><title>` +
    `${safe(text.title(output.name)).replace(/<\/?bdi>/g, '')}</title><style>${pageStyle}</style></head><body>` +
    `${parts.join('')}</body></html>\n`
  );
}
