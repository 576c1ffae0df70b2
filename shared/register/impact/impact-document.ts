import { impactText } from '#shared/text/register/impact.ts';
import { entryOf, impactDocumentText as text } from '#shared/text/register/impact-page.ts';
import type { DocumentSection, DocumentTable, RegisterDocument } from '../document/register-document.ts';
import { glossarySection } from '../document/register-document.ts';
import type { Fact } from '../document/facts.ts';
import type { VersionState } from '../register-snapshot.ts';
import type { edpbTemplate } from './edpb-template.ts';
import type { FilledField } from './filled.ts';
import type { Behind } from './impact-view.ts';
import type { ImpactRisk } from './risks.ts';
import type { Screened, ScreeningProposal } from './screen.ts';

export interface RecordStanding {
  id: string;
  ref: string;
  version: number;
  state: VersionState;
  savedBy: string;
}

/** All that is known of one assessment. */
export interface ImpactContents {
  activity: { id: string; ref: string; name: string };
  template: Omit<typeof edpbTemplate, 'fields'>;
  screening: ScreeningProposal;
  fields: readonly FilledField[];
  risks: readonly ImpactRisk[];
  byRegister: number;
  byAssessment: number;
  /** The records that belong to it; null: nobody began it. */
  records: { screening: RecordStanding | null; assessment: RecordStanding | null };
  /** The first entry after the approval of the assessment by which what it goes by has changed; null: none. */
  outdatedSince: number | null;
}

const goesBy = (from: readonly Behind[]): string => [...new Set(from.map(entryOf))].join('; ');

function screeningSection({ cases, criteria, result }: ScreeningProposal): DocumentSection {
  const rowOf = (name: string, one: Screened<string>): string[] => [
    name,
    impactText.evidence(one),
    impactText.answer(one.answer),
    goesBy(one.proofs),
  ];
  const unknown = [...cases, ...criteria].filter(({ answer }) => answer === 'unknown').length;
  return {
    heading: text.screening,
    said: [
      impactText.tally({ criteria, cases }),
      text.result(result),
      ...(unknown === 0 ? [] : [text.notKnown(unknown)]),
    ],
    table: {
      heads: [...text.screeningHeads],
      rows: [
        ...cases.map((one) => rowOf(impactText.case(one.id), one)),
        ...criteria.map((one) => rowOf(impactText.criterion(one.id), one)),
      ],
    },
    records: [],
  };
}

function riskTable(risks: readonly ImpactRisk[]): DocumentTable | null {
  const rows = risks.map(({ event, source, effect, inherent, measures, residual, acceptedBy }) => [
    impactText.event(event),
    text.riskSaid({ source, effect, measures: measures.map(({ what }) => what), acceptedBy }),
    text.rating(inherent),
    text.rating(residual),
  ]);
  return rows.length === 0 ? null : { heads: [...text.riskHeads], rows };
}

function factOf(field: FilledField): Fact {
  const label = impactText.numbered(field.number, impactText.field(field.id));
  if (field.state === 'open') {
    const lines = [
      impactText.open(field.who),
      ...(field.unread === undefined ? [] : [impactText.mightAnswer(field.unread)]),
    ];
    return { label, law: '', stated: false, values: lines.map((line) => ({ text: line, note: null })) };
  }
  return {
    label,
    law: text.by[field.by],
    stated: true,
    values: field.lines.map((line) => ({ text: line, note: null })),
    goesBy: impactText.goesBy([...new Set(field.from.map(entryOf))]),
  };
}

function templateSection(title: string, section: number, { fields, risks }: ImpactContents): DocumentSection {
  const own = fields.filter((field) => field.section === section);
  const filled = own.filter(({ state }) => state === 'filled').length;
  const arises = section === 3 ? 'design' : section === 4 ? 'accident' : null;
  return {
    heading: `${section} ${title}`,
    said: [],
    table: arises === null ? null : riskTable(risks.filter((risk) => risk.arises === arises)),
    records: [
      {
        heading: impactText.filled(filled, own.length),
        draft: false,
        standing: [],
        facts: own.map(factOf),
        notStated: null,
      },
    ],
  };
}

/** Every entry that a field, a risk or an answer goes by, once, with the hash that proves it. */
function entriesSection(
  { fields, risks, screening }: ImpactContents,
  hashes: ReadonlyMap<number, string>,
): DocumentSection[] {
  const all = [
    ...[...screening.cases, ...screening.criteria].flatMap(({ proofs }) => proofs),
    ...fields.flatMap((field) => (field.state === 'filled' ? field.from : [])),
    ...risks.flatMap(({ from, measures }) => [...from, ...measures.flatMap((measure) => measure.from)]),
  ];
  const rows = new Map<string, string[]>();
  for (const one of all) {
    const hash = one.entry === null ? undefined : hashes.get(one.entry);
    rows.set(entryOf(one), [entryOf(one), hash ?? text.noHash, one.entry === null ? text.noEntry : String(one.entry)]);
  }
  if (rows.size === 0) return [];
  const sorted = [...rows.values()].toSorted((a, b) => a[0]!.localeCompare(b[0]!, 'en'));
  return [
    {
      heading: text.entries,
      said: [text.entriesSaid],
      table: { heads: [...text.entryHeads], rows: sorted },
      records: [],
    },
  ];
}

/**
 * An assessment as a document that stands alone, in the sections 0–6 of the EDPB's template: each field with what it
 * says and the entries behind it, or who must answer it.
 * @param hashes leaf hash of each entry of the log that something goes by
 */
export function impactDocument(
  contents: ImpactContents,
  { asOf, workspaceId, hashes }: { asOf: string; workspaceId: string; hashes: ReadonlyMap<number, string> },
): RegisterDocument {
  const { activity, template, fields, byRegister, byAssessment, records } = contents;
  const body = [
    screeningSection(contents.screening),
    ...impactText.sections.map((title, section) => templateSection(title, section, contents)),
    ...entriesSection(contents, hashes),
  ];
  const { assessment } = records;
  return {
    title: impactText.title(activity.name),
    said: [
      text.asOf(activity.ref, asOf),
      impactText.consultationNote(template.publishedOn, template.consultationUntil),
      text.counts(fields.length, byRegister, byAssessment),
      assessment === null ? text.notBegun : text.standing(assessment.ref, assessment.version, assessment.state),
      ...(contents.outdatedSince === null ? [] : [text.outdated(contents.outdatedSince)]),
    ],
    draft: assessment?.state !== 'approved',
    sections: [...body, ...glossarySection(body)],
    foot: text.foot(workspaceId, asOf),
    flows: true,
  };
}

/** The same for programs: one JSON document. */
export const impactJson = (contents: ImpactContents, { asOf, workspaceId }: { asOf: string; workspaceId: string }) =>
  `${JSON.stringify({ format: 'custos-impact-assessment', formatVersion: 1, asOf, workspaceId, ...contents }, null, 2)}\n`;
