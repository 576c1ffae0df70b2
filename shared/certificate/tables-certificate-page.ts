import { words as said, type PageDocument, type PagePart } from '#shared/pages/page-document.ts';
import type { Row } from '#shared/pages/page-parts.ts';
import { attackText } from '#shared/text/attack.ts';
import { certificatePageText, certificateSourceText } from '#shared/text/certificate.ts';
import { earlierSentences, editionSentences, figuresText } from '#shared/text/figures.ts';
import { statementBeside } from '#shared/text/labels.ts';
import { count, listed, moment } from '#shared/text/numbers.ts';
import { tablesCertificateText as text } from '#shared/text/tables-certificate.ts';
import { attackParts, unjudgedAttacks } from './attack-parts.ts';
import { sinceThen, type PageWords } from './certificate-page.ts';
import type { TablesCertificate } from './tables-certificate.ts';

const page = certificatePageText;
const { facts: names, sections, heads } = page;

const section = (title: string, ...parts: PagePart[]): PagePart => ({ part: 'section', title, parts });
const table = (of: readonly string[], rows: readonly (readonly string[])[]): PagePart => ({
  part: 'table',
  heads: of,
  rows,
});

/** Shares as numbers again. */
const withNumber = <T extends { joined: string | null }>(one: T) => ({
  ...one,
  joined: one.joined === null ? null : Number(one.joined),
});

/** What it is of, and the word it may be called by. */
function opening(
  made: TablesCertificate,
  { label, signatureValid, problems = [], rewrittenSince }: PageWords,
): PagePart[] {
  const broken = [...(made.signature !== null && !signatureValid ? [page.broken] : []), ...problems];
  return [
    { part: 'heading', text: text.title(made.tables.map(({ output }) => output.name)) },
    said(page.made(made.workspace?.organisation ?? '', moment(made.createdAt))),
    ...broken.map((problem): PagePart => ({ part: 'words', text: problem, broken: true })),
    ...sinceThen(rewrittenSince),
    {
      part: 'frame',
      parts: [
        { part: 'words', text: `${page.mayBeCalled}:`, strong: label },
        said(statementBeside(label, made.statement)),
      ],
    },
  ];
}

/** The written files, and what was measured of them joined. */
function written({ tables, measured, purpose, operator }: TablesCertificate): PagePart[] {
  const rows: Row[] = [
    [text.kJoined, count(measured.k)],
    [text.counted, text.counts[measured.counts]],
    [text.people, count(measured.people)],
    [text.classes, count(measured.classes)],
    [names.target, text.target(measured.targetK)],
    [text.cells, text.cellsOf[measured.cells]],
    [text.loss, measured.loss],
    [names.purpose, purpose === undefined || purpose === null ? page.notNamed : purpose.title],
    [names.operator, operator ?? ''],
  ];
  return [
    section(
      text.files,
      table(
        text.fileHeads,
        tables.map(({ input, output }) => [
          output.name,
          input.key,
          count(input.rows),
          count(output.rows),
          output.loss,
          output.sha256,
        ]),
      ),
    ),
    section(text.joined, { part: 'facts', rows }),
  ];
}

/** What stands against the word, what nobody could tell, and what a reader should know. */
function told(made: TablesCertificate): PagePart[] {
  const { against = [], earlierReleases, earlierEditions = [], notes } = made;
  const open = unjudgedAttacks(made);
  const unmeasured = [
    ...(made.disclosureTests === undefined ? [text.older] : []),
    ...(made.attacks === undefined ? [attackText.notAttacked] : []),
    ...(open.length === 0 ? [] : [attackText.unjudged(open.map(attackText.name))]),
    ...(earlierReleases === null ? [page.earlierUnknown] : []),
    ...(earlierReleases ?? [])
      .filter(({ joined }) => joined === null)
      .map(({ output, why }) => page.earlierUnmeasured(output, why)),
    ...earlierEditions
      .filter(({ pointedAt }) => pointedAt === null)
      .map(({ output, why }) => page.editionUncompared(output, why)),
  ];
  return [
    ...(against.length === 0 ? [] : [section(text.against, { part: 'list', items: against })]),
    ...(unmeasured.length === 0 ? [] : [section(sections.unmeasured, { part: 'list', items: unmeasured })]),
    section(text.notes, { part: 'list', items: notes }),
  ];
}

/** An outsider's questions, attacks, earlier releases, guardrails by table. */
function judged(made: TablesCertificate): PagePart[] {
  const { disclosureTests = [], guardrails = [], earlierReleases, earlierEditions = [] } = made;
  const tests = disclosureTests.map(({ test, result, detail }) => [
    figuresText.questions[test],
    page.results[result] ?? result,
    detail,
  ]);
  const beside = [
    ...earlierSentences(earlierReleases?.map(withNumber) ?? null),
    ...editionSentences(earlierEditions.map(withNumber)),
  ];
  return [
    ...(tests.length === 0 ? [] : [section(sections.tests, table([heads.test, heads.result, heads.detail], tests))]),
    ...(made.attacks === undefined ? [] : [section(sections.attacks, ...attackParts(made))]),
    ...(earlierReleases === undefined ? [] : [section(text.earlier, { part: 'list', items: beside })]),
    ...guardrails.map(({ table: of, findings }) =>
      section(
        text.checksOf(of),
        table(
          [heads.check, heads.verdict, heads.message],
          findings.map((finding) => [finding.id, page.verdicts[finding.verdict] ?? finding.verdict, finding.message]),
        ),
      ),
    ),
  ];
}

/** The sources, their columns, and whether the signature holds. */
function proof({ tables, signature, formatVersion, versions }: TablesCertificate, words: PageWords): PagePart[] {
  const { signatureValid, entry } = words;
  const rows: Row[] = [
    ...(entry === undefined
      ? []
      : [[names.entry, page.entry(entry.seq)] as const, [names.entryHash, entry.leafHash] as const]),
    [names.key, signature === null ? page.unsigned : signature.keyId],
    [names.version, String(formatVersion)],
    ...Object.entries(versions),
  ];
  const holds = signature === null ? page.unsigned : signatureValid ? page.signed : page.broken;
  return [
    section(
      sections.source,
      table(
        text.sourceHeads,
        tables.map(({ input, output }) => [input.name, count(input.rows), listed(output.columns), input.sha256]),
      ),
      ...tables.flatMap(({ input: { name, rewrites } }) =>
        rewrites === undefined ? [] : [said(`${name}: ${certificateSourceText.rewrites(rewrites)}`)],
      ),
    ),
    section(sections.proof, { part: 'facts', rows }, said(holds)),
  ];
}

/** A certificate of several tables as a document that is read without Custos. Pure. */
export const tablesCertificateDocument = (made: TablesCertificate, words: PageWords): PageDocument => ({
  title: text.title(made.tables.map(({ output }) => output.name)),
  parts: [
    ...opening(made, words),
    ...written(made),
    ...told(made),
    ...judged(made),
    ...proof(made, words),
    { part: 'foot', text: text.foot },
  ],
});
