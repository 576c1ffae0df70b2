import { words as said, type PageDocument, type PagePart } from '#shared/pages/page-document.ts';
import type { Row } from '#shared/pages/page-parts.ts';
import { certificatePageText } from '#shared/text/certificate.ts';
import { count, listed, moment } from '#shared/text/numbers.ts';
import { scriptText } from '#shared/text/script.ts';
import { toldCertificateText as text } from '#shared/text/told-certificate.ts';
import type { PageWords } from './certificate-page.ts';
import type { ToldCertificate } from './told-certificate.ts';

/** A file that nobody saw has no label. */
type ToldWords = Omit<PageWords, 'label' | 'rewrittenSince'>;

const page = certificatePageText;
const { facts: names, sections, heads } = page;

const section = (title: string, ...parts: PagePart[]): PagePart => ({ part: 'section', title, parts });
const table = (of: readonly string[], rows: readonly (readonly string[])[]): PagePart => ({
  part: 'table',
  heads: of,
  rows,
});

const titleOf = ({ elsewhere, purpose, recipe }: ToldCertificate): string =>
  text.title(scriptText.engine(elsewhere.engine), purpose?.title ?? recipe.purpose);

/** What it is of, and first of all what it is not. */
function opening(made: ToldCertificate, { signatureValid, problems = [] }: ToldWords): PagePart[] {
  const broken = [...(signatureValid ? [] : [text.broken]), ...problems];
  return [
    { part: 'heading', text: titleOf(made) },
    said(page.made(made.workspace.organisation, moment(made.createdAt))),
    ...broken.map((problem): PagePart => ({ part: 'words', text: problem, broken: true })),
    { part: 'frame', parts: [{ part: 'words', text: '', strong: text.mark }, said(made.statement)] },
  ];
}

/** The figures, each as it was told, and what the recipe asks for beside them. */
function figures({ elsewhere, target, leftOut, counted }: ToldCertificate): PagePart[] {
  const told = elsewhere.told.map(({ figure, column, value }) => [
    text.figureName(figure),
    column ?? text.wholeRun,
    value,
  ]);
  const asked = target.map((one) => [
    one.model,
    one.column ?? page.allClasses,
    one.told ?? text.unknown,
    one.wanted ?? text.unknown,
    text.answerOf(one),
  ]);
  return [
    section(`${text.figures}: ${text.mark}`, table([text.figure, text.ofColumn, text.value], told), {
      part: 'facts',
      rows: [
        [text.counted, counted.length === 0 ? page.none : listed(counted)],
        [text.leftOut, text.share(leftOut.share, leftOut.limit)],
      ],
    }),
    section(text.target, table([text.model, heads.column, text.value, text.wanted, text.answer], asked)),
    section(text.notRecomputedName, {
      part: 'list',
      items: elsewhere.notRecomputed.map((what) => text.notRecomputed[what]),
    }),
    section(text.heldName, { part: 'list', items: elsewhere.held.map((what) => text.held[what]) }),
  ];
}

function handedOver(made: ToldCertificate): PagePart[] {
  const { elsewhere, source, output } = made;
  const rows: Row[] = [
    [text.checks, elsewhere.checks.name],
    [names.sha, elsewhere.checks.sha256],
    [text.readColumns, count(source.columns.length)],
    [names.purpose, made.purpose?.title ?? made.recipe.purpose],
    [names.recipient, made.recipient ?? page.notNamed],
    [names.operator, made.operator ?? ''],
  ];
  return [
    section(
      text.source,
      { part: 'facts', rows },
      ...(source.leftOut.length === 0 ? [] : [said(text.notRead(source.leftOut))]),
    ),
    section(
      text.columns,
      table(
        [heads.column, heads.treatment, heads.from],
        output.columns.map(({ name, treatment, sources }) => [name, treatment, listed(sources)]),
      ),
    ),
  ];
}

function proof({ planHash, signature, formatVersion, versions }: ToldCertificate, words: ToldWords): PagePart {
  const { signatureValid, entry } = words;
  const rows: Row[] = [
    ...(entry === undefined
      ? []
      : [[names.entry, page.entry(entry.seq)] as const, [names.entryHash, entry.leafHash] as const]),
    [names.plan, planHash],
    [names.key, signature.keyId],
    [names.version, String(formatVersion)],
    ...Object.entries(versions),
  ];
  return section(sections.proof, { part: 'facts', rows }, said(signatureValid ? text.signed : text.broken));
}

/** A certificate of told figures as a document that is read without Custos. Pure. */
export const toldCertificateDocument = (made: ToldCertificate, words: ToldWords): PageDocument => ({
  title: titleOf(made),
  parts: [
    ...opening(made, words),
    ...figures(made),
    ...handedOver(made),
    proof(made, words),
    { part: 'foot', text: text.foot },
  ],
});
