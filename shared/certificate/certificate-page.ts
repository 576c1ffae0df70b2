import { documentPage, words as said, type PageDocument, type PagePart } from '#shared/pages/page-document.ts';
import type { Row } from '#shared/pages/page-parts.ts';
import { certificatePageText as text, certificateSourceText } from '#shared/text/certificate.ts';
import { earlierSentences, editionSentences, figuresText } from '#shared/text/figures.ts';
import { statementBeside } from '#shared/text/labels.ts';
import { writtenAs } from '#shared/domain/written-as.ts';
import type { RewrittenSince } from '#shared/domain/rewrites.ts';
import { aloneFigures } from './alone-figures.ts';
import { listed, moment } from '#shared/text/numbers.ts';
import { elsewhereText } from '#shared/text/elsewhere.ts';
import { scriptText } from '#shared/text/script.ts';
import { undecidedSentences } from '#shared/text/undecided-released.ts';
import { certificateFigures } from './certificate-figures.ts';
import type { CertifiedSpend } from './certified-spend.ts';
import type { Certificate } from './certificate.ts';

type CertifiedPopulation = NonNullable<Certificate['population']>;
import { attackText } from '#shared/text/attack.ts';
import { audienceFactsText } from '#shared/text/audience.ts';
import { attackParts, unjudgedAttacks } from './attack-parts.ts';
import { audienceRows } from './audience-rows.ts';
import { policyCells, policyHeads } from './policy-cells.ts';

const { facts: names, sections, heads } = text;

/** What the words of a label are, in the words of whoever asks. */
export interface PageWords {
  label: string;
  signatureValid: boolean;
  /** What else was found to be wrong with it, in sentences. */
  problems?: readonly string[] | undefined;
  /** The register's entry of the release, where it is at hand. */
  entry?: { seq: number; leafHash: string } | undefined;
  /** What the register says became of its source since; null: nothing. */
  rewrittenSince?: RewrittenSince | null | undefined;
}

/** Where the recipe was run, if not here, and what was measured anew. */
export const elsewhereRows = ({ elsewhere }: Certificate): Row[] =>
  elsewhere === undefined
    ? []
    : [
        [elsewhereText.name, elsewhereText.ranOn(scriptText.engine(elsewhere.engine))],
        [elsewhereText.recomputedName, listed(elsewhere.recomputed.map((part) => elsewhereText.recomputed[part]))],
        ...(elsewhere.told.length === 0
          ? []
          : [[elsewhereText.toldName, elsewhere.told.map(elsewhereText.told).join('; ')] satisfies Row]),
      ];

/** What this certificate does not vouch for: nobody looked, or it could not be told. */
function notMeasured(made: Certificate): string[] {
  const unasked = made.disclosureTests.filter(({ result }) => result === 'not-assessed');
  const why = (reason: string): string[] =>
    (made.leftOut ?? []).flatMap((left) => (left.why === reason ? [left.column] : []));
  const left = (
    ['new', 'unnamed', ...(made.undecided === undefined ? (['unrecognised'] as const) : [])] as const
  ).flatMap((reason) => {
    const columns = why(reason);
    return columns.length === 0 ? [] : [text.leftOut[reason](columns)];
  });
  const open = unjudgedAttacks(made);
  const as = writtenAs(made.recipe);
  return [
    ...(made.elsewhere?.notRecomputed ?? []).map((part) => elsewhereText.notRecomputed[part]),
    ...(made.outsider === undefined ? [text.outsiderUnmeasured] : []),
    ...(made.outsider?.earlierReleases === null ? [text.earlierUnknown] : []),
    ...(made.outsider?.earlierReleases ?? [])
      .filter(({ joined }) => joined === null)
      .map(({ output, why: reason }) => text.earlierUnmeasured(output, reason)),
    ...(made.outsider?.earlierEditions ?? [])
      .filter(({ pointedAt }) => pointedAt === null)
      .map(({ output, why: reason }) => text.editionUncompared(output, reason)),
    ...unasked.map(({ test }) => text.unasked(figuresText.questions[test])),
    ...(made.release === 'anonymised' && made.attacks === undefined
      ? [as === 'noisy-counts' ? attackText.countsNotAttacked : attackText.notAttacked]
      : []),
    ...(open.length === 0 ? [] : [attackText.unjudged(open.map(attackText.name))]),
    ...made.failedCasts.map(({ column, step, rows }) => text.failedCast(column, step + 1, rows)),
    ...left,
    ...undecidedSentences(made.undecided ?? []),
  ];
}

/** What somebody finds who looks at all columns; an older certificate does not know. */
function fromOutside(made: Certificate): Row[] {
  const found = certificateFigures(made);
  if (found === null) return [[figuresText.allColumns, text.notCounted]];
  const { earlierReleases, earlierEditions } = found;
  return [
    ...aloneFigures(writtenAs(made.recipe), found),
    [figuresText.earlier, earlierSentences(earlierReleases).join('; ')],
    ...editionSentences(earlierEditions).map((sentence): Row => [figuresText.editions, sentence]),
  ];
}

/** What became of its source after it was made. */
export const sinceThen = (since: PageWords['rewrittenSince']): PagePart[] =>
  since ? [said(certificateSourceText.rewrittenSince(since))] : [];

/** What it is of, and the word it may be called by. */
function opening(made: Certificate, { label, signatureValid, problems = [], rewrittenSince }: PageWords): PagePart[] {
  const broken = [...(made.signature !== null && !signatureValid ? [text.broken] : []), ...problems];
  return [
    { part: 'heading', text: text.title(made.output.name) },
    said(text.made(made.workspace?.organisation ?? '', moment(made.createdAt))),
    ...broken.map((problem): PagePart => ({ part: 'words', text: problem, broken: true })),
    ...sinceThen(rewrittenSince),
    {
      part: 'frame',
      parts: [
        { part: 'words', text: `${text.mayBeCalled}:`, strong: label },
        said(statementBeside(label, made.statement)),
      ],
    },
  ];
}

const section = (title: string, ...parts: PagePart[]): PagePart => ({ part: 'section', title, parts });
const facts = (rows: readonly Row[]): PagePart => ({ part: 'facts', rows });
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): PagePart => ({
  part: 'table',
  heads,
  rows,
});

/** The file that was written, and what was measured of it. */
function written(made: Certificate): PagePart[] {
  const { output, measured, rows } = made;
  const as = writtenAs(made.recipe);
  return [
    section(
      sections.output,
      facts([
        [names.file, output.name],
        [names.rows, figuresText.written(as, { lines: output.rows, rowsOut: rows.out, rowsIn: rows.in })],
        [names.bytes, String(output.bytes)],
        [names.sha, output.sha256],
        [names.purpose, made.purpose?.title ?? made.recipe.purpose],
        [names.recipient, made.recipient ?? text.notNamed],
        ...elsewhereRows(made),
        [names.operator, made.operator ?? ''],
      ]),
    ),
    section(
      sections.measured,
      facts([
        [names.k, figuresText.smallest(measured.k)],
        ...(as === 'rows' || as === 'counts' ? groupFacts(made) : []),
        ...fromOutside(made),
        ...(made.spent === undefined ? [] : spentFacts(made.spent)),
      ]),
    ),
  ];
}

/** What k and the rows alone are counted over, and what was asked of them: of nobody's rows nothing was. */
const groupFacts = ({ measured }: Certificate): Row[] => [
  [names.unique, String(measured.uniqueRows)],
  [
    names.counted,
    measured.quasiIdentifiers.length === 0
      ? text.none
      : text.countedIn(measured.counts, listed(measured.quasiIdentifiers)),
  ],
  [names.target, text.targetK(measured.targetK, measured.suppressionLimit)],
];

/** What noise was spent, here and together with earlier releases of the source. */
const spentFacts = ({
  mechanism,
  neighbouring,
  epsilon,
  delta,
  together,
  figures = [],
}: CertifiedSpend): [string, string][] => [
  [text.spent.name, text.spent.here(mechanism, neighbouring, epsilon, delta)],
  ...figures.map((figure): [string, string] => [figure.name, text.spent.figure(figure)]),
  [text.spent.togetherName, text.spent.together(together.releases, together.epsilon, together.delta)],
];

/** The table that k-map counted, and how many of its people are behind every class. */
const populationFacts = ({ name, rows, sha256, people, counts, k, least }: CertifiedPopulation): Row[] => [
  [heads.source, name],
  [names.rows, String(rows)],
  [names.sha, sha256],
  [names.behind, text.behind({ people, counts, k, least })],
];

/** An outsider's questions, the source, the policy that decided, each column's treatment, the guardrails. */
function details(made: Certificate): PagePart[] {
  const tests = made.disclosureTests.map(({ test, result, detail }) => [
    figuresText.questions[test],
    text.results[result] ?? result,
    detail,
  ]);
  const models = made.models.map(({ model, column, value, wanted, met }) => [
    model,
    column ?? text.allClasses,
    value,
    wanted,
    met ? text.results.pass! : text.results.fail!,
  ]);
  const sources = made.inputs.flatMap(({ name, rows, rejectedRows, sha256, rewrites }): Row[] => [
    [heads.source, name],
    [names.rows, text.ofRows(rows, rows + rejectedRows)],
    [names.sha, sha256],
    ...(rewrites === undefined
      ? []
      : [[certificateSourceText.name, certificateSourceText.rewrites(rewrites)] as const]),
  ]);
  const columns = made.output.columns.map((column) => [
    column.name,
    column.sources.length === 0 && writtenAs(made.recipe).endsWith('counts') ? text.howMany : column.treatment,
    listed(column.sources),
  ]);
  const checks = made.guardrails.map(({ id, verdict, message, overridden }) => [
    id,
    text.verdicts[verdict] ?? verdict,
    overridden === undefined ? message : text.overridden(overridden, message),
  ]);
  return [
    section(sections.tests, table([heads.test, heads.result, heads.detail], tests)),
    ...(made.attacks === undefined ? [] : [section(sections.attacks, ...attackParts(made))]),
    section(sections.models, table([heads.model, heads.column, heads.value, heads.wanted, heads.result], models)),
    section(sections.unmeasured, { part: 'list', items: notMeasured(made) }),
    section(sections.source, facts(sources)),
    ...(made.population === undefined ? [] : [section(sections.population, facts(populationFacts(made.population)))]),
    ...(made.audience === undefined ? [] : [section(audienceFactsText.title, facts(audienceRows(made.audience)))]),
    section(sections.policy, table(policyHeads, policyCells(made))),
    section(sections.columns, table([heads.column, heads.treatment, heads.from], columns)),
    section(sections.checks, table([heads.check, heads.verdict, heads.message], checks)),
  ];
}

/** By what it was made, and whether the signature holds. */
function proof(made: Certificate, { signatureValid, entry }: PageWords): PagePart {
  const { signature } = made;
  const rows: Row[] = [
    ...(entry === undefined
      ? []
      : [[names.entry, text.entry(entry.seq)] as const, [names.entryHash, entry.leafHash] as const]),
    [names.plan, made.planHash],
    [names.order, text.orders[made.rowOrder] ?? made.rowOrder],
    [names.key, signature === null ? text.unsigned : signature.keyId],
    [names.version, String(made.formatVersion)],
    ...Object.entries(made.versions),
  ];
  const holds = signature === null ? text.unsigned : signatureValid ? text.signed : text.broken;
  return section(sections.proof, facts(rows), said(holds));
}

/** A certificate as a document that is read without Custos. Pure. */
export const certificateDocument = (made: Certificate, words: PageWords): PageDocument => ({
  title: text.title(made.output.name),
  parts: [
    ...opening(made, words),
    ...written(made),
    ...details(made),
    proof(made, words),
    { part: 'foot', text: text.foot },
  ],
});

/** The same as an HTML page laid out for A4 and Letter: no script, no picture, nothing from outside. */
export const certificatePage = (made: Certificate, words: PageWords): string =>
  documentPage(certificateDocument(made, words));
