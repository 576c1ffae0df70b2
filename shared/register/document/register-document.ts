import { registerDocumentText as text } from '#shared/text/register-document.ts';
import { fieldLabel, kindWords, stateWords } from '#shared/text/register/index.ts';
import { valueOf } from '../answer.ts';
import { recordKindIds, recordKinds, type RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion, WholeSnapshot } from '../register-snapshot.ts';
import { indexRegister, versionsThatHold } from '../sheets/register-index.ts';
import { abbreviationsIn } from './abbreviations.ts';
import { factsOf, type Fact, type Teller } from './facts.ts';

/** A record as a section: how it is called, where it stands, and what it says field by field. */
export interface DocumentRecord {
  heading: string;
  /** Not approved: it is marked, in words. */
  draft: boolean;
  /** Version, state, who approved it and why it was made. */
  standing: string[];
  facts: Fact[];
  /** Fields that are good to have and that nobody has answered. */
  notStated: string | null;
}

export interface DocumentTable {
  heads: string[];
  rows: string[][];
}

export interface DocumentSection {
  heading: string;
  said: string[];
  table: DocumentTable | null;
  records: DocumentRecord[];
}

/** A register as people read it, the same for every way it is printed. */
export interface RegisterDocument {
  title: string;
  said: string[];
  draft: boolean;
  sections: DocumentSection[];
  foot: string;
  /** Sections follow each other on a page; else those with records begin on one of their own. */
  flows?: boolean;
}

const isDraft = ({ state }: RecordVersion): boolean => state !== 'approved' && state !== 'retired';

function titleOf(record: RecordVersion): string {
  const body = record.body as Record<string, Parameters<typeof valueOf>[0]>;
  const title = valueOf(body[recordKinds[record.kind].title]);
  return typeof title === 'string' ? title : '';
}

function standingOf({ version, state, savedAt, savedBy, approval, reason }: RecordVersion): string[] {
  return [
    text.version(version, stateWords[state], savedAt, savedBy),
    ...(approval === null ? [] : [text.approved(approval.by, approval.at, approval.byAnother)]),
    ...(reason === '' ? [] : [text.reason(reason)]),
  ];
}

function recordOf(record: RecordVersion, teller: Teller): DocumentRecord {
  const { facts, notStated } = factsOf(record, teller);
  const labels = notStated.map((field) => fieldLabel(record.kind, field));
  return {
    heading: [recordKinds[record.kind].prefix === null ? '' : record.ref, titleOf(record)].filter(Boolean).join(' · '),
    draft: isDraft(record),
    standing: standingOf(record),
    facts,
    notStated: labels.length === 0 ? null : text.alsoNotStated(labels),
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** All records of a kind, one section; null where there are none. */
function kindSection(kind: RecordKind, records: readonly RecordVersion[], teller: Teller): DocumentSection | null {
  if (records.length === 0) return null;
  const heading = kind === 'organisation' ? text.sections.owner : capital(kindWords[kind].many);
  return { heading, said: [], table: null, records: records.map((record) => recordOf(record, teller)) };
}

function listSection(activities: readonly RecordVersion<'activity'>[]): DocumentSection {
  const { ref, name, role, version, state } = text.heads;
  const rows = activities.map((record) => [
    record.ref,
    titleOf(record),
    valueOf(record.body.role) ?? text.notStated,
    String(record.version),
    isDraft(record) ? `${text.draftMark}: ${stateWords[record.state]}` : stateWords[record.state],
  ]);
  return {
    heading: text.sections.list,
    said: activities.length === 0 ? [text.noActivities] : [],
    table: { heads: [ref, name, role, version, state], rows },
    records: [],
  };
}

/** What is no longer in use, and what could not be read. */
function asideSections({ retired, unreadable }: WholeSnapshot): DocumentSection[] {
  const heads = [text.heads.ref, text.heads.name, text.heads.version, text.heads.state];
  const made = (heading: string, said: string, rows: string[][]): DocumentSection[] =>
    rows.length === 0 ? [] : [{ heading, said: [said], table: { heads, rows }, records: [] }];
  return [
    ...made(
      text.sections.retired,
      text.retiredSaid,
      retired.map((record) => [record.ref, titleOf(record), String(record.version), stateWords[record.state]]),
    ),
    ...made(
      text.sections.unreadable,
      text.unreadableSaid,
      unreadable.map(({ ref, title, version, state }) => [ref, title, String(version), stateWords[state]]),
    ),
  ];
}

/** The notes of generated statements: which entry proves each. */
function notesSection(teller: Teller, hashes: ReadonlyMap<number, string>): DocumentSection[] {
  const rows = [...teller.notes].map(([entry, at]) => [`◇${at}`, String(entry), hashes.get(entry) ?? text.noHash]);
  if (rows.length === 0) return [];
  const { note, entry, hash } = text.heads;
  return [
    {
      heading: text.sections.generated,
      said: [text.generatedSaid],
      table: { heads: [note, entry, hash], rows },
      records: [],
    },
  ];
}

/** Our own mark, and the prefixes of references. */
const notAbbreviations = [
  text.draftMark,
  ...Object.values(recordKinds).flatMap(({ prefix }) => (prefix === null ? [] : [prefix])),
];

/** The abbreviations that sections use, with what they stand for. */
export function glossarySection(sections: readonly DocumentSection[]): DocumentSection[] {
  const { known, unknown } = abbreviationsIn(JSON.stringify(sections), text.abbreviations, notAbbreviations);
  if (known.length + unknown.length === 0) return [];
  return [
    {
      heading: text.sections.glossary,
      said: unknown.length === 0 ? [] : [text.undefinedAbbreviations(unknown)],
      table: known.length === 0 ? null : { heads: [text.heads.short, text.heads.long], rows: known },
      records: [],
    },
  ];
}

/**
 * The records of some kinds as a document that stands alone; null where there is none of them.
 * @param hashes as for `registerDocument`; so are `names`
 */
export function recordsDocument(
  snapshot: WholeSnapshot,
  hashes: ReadonlyMap<number, string>,
  { title, kinds, names }: { title: string; kinds: readonly RecordKind[]; names: Teller['names'] },
): RegisterDocument | null {
  const register = indexRegister(snapshot);
  const teller: Teller = { register, notes: new Map(), names };
  const shown = kinds.flatMap((kind) => kindSection(kind, register.of(kind), teller) ?? []);
  if (shown.length === 0) return null;
  const body = [...shown, ...notesSection(teller, hashes)];
  return {
    title,
    said: [text.asOf(snapshot.asOf)],
    draft: kinds.some((kind) => register.of(kind).some(isDraft)),
    sections: [...body, ...glossarySection(body)],
    foot: text.foot(snapshot.workspaceId, snapshot.asOf),
  };
}

/**
 * A register as a document that stands alone: everything it refers to is in it, what is not stated says so, what the
 * log made is marked and proven, and abbreviations are explained.
 * @param hashes leaf hash of each entry of the log that a generated statement names
 * @param names of datasets and of presets of purposes, by their ids
 */
export function registerDocument(
  snapshot: WholeSnapshot,
  hashes: ReadonlyMap<number, string>,
  names: Teller['names'],
): RegisterDocument {
  const register = indexRegister(snapshot);
  const teller: Teller = { register, notes: new Map(), names };
  const owner = register.of('organisation');
  const others = recordKindIds.filter((kind) => kind !== 'organisation');
  const held = versionsThatHold(snapshot.records);
  const drafts = held.filter(isDraft).length;
  const kinds = others.flatMap((kind) => kindSection(kind, register.of(kind), teller) ?? []);
  const body = [
    ...[kindSection('organisation', owner, teller)].filter((section) => section !== null),
    listSection(register.of('activity')),
    ...kinds,
    ...asideSections(snapshot),
    ...notesSection(teller, hashes),
  ];
  return {
    title: text.title(owner[0] === undefined ? '' : titleOf(owner[0])),
    said: [text.asOf(snapshot.asOf), ...(drafts === 0 ? [] : [text.draftSaid(drafts, held.length)])],
    draft: drafts > 0,
    sections: [...body, ...glossarySection(body)],
    foot: text.foot(snapshot.workspaceId, snapshot.asOf),
  };
}
