import type { ConsentState } from '#shared/domain/consent.ts';
import { dayAfter } from '#shared/consent/consent-event.ts';
import { momentOf, type ReadEvent, type ReadPlace } from './read-event.ts';

/** A JSON-LD node, its properties under their names without vocabulary: `https://w3id.org/dpv#hasPurpose` → `haspurpose`. */
type Node = ReadonlyMap<string, unknown>;

const most = 200;
/** Graphs and literals are nested no deeper than this in any document that means it. */
const deepest = 8;
const localName = (name: string): string =>
  name
    .replace(/^.*[#/]/, '')
    .replace(/^[a-z0-9-]+:/i, '')
    .replaceAll('_', '')
    .toLowerCase();
const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, most) : [value];
const nodeOf = (value: unknown): Node | null =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? new Map(Object.entries(value).map(([name, found]) => [name.startsWith('@') ? name : localName(name), found]))
    : null;
/** A literal, whether written plainly, as `@value`, or as the id of something. */
const textOf = (value: unknown, deep = 0): string | null => {
  const [first] = listOf(value);
  if (typeof first === 'string' || typeof first === 'number') return String(first);
  const node = nodeOf(first);
  return node === null || deep > deepest ? null : textOf(node.get('@value') ?? node.get('@id'), deep + 1);
};
const valueIn = (node: Node, ...names: string[]): unknown => names.map((name) => node.get(name)).find(Boolean);

const states: Record<string, ConsentState> = {
  consentrequested: 'requested',
  consentrequestdeferred: 'deferred',
  consentrefused: 'refused',
  consentgiven: 'given',
  renewedconsentgiven: 'renewed',
  consentrenewed: 'renewed',
  consentexpired: 'expired',
  consentinvalidated: 'invalidated',
  consentrevoked: 'revoked',
  consentwithdrawn: 'withdrawn',
  consentunknown: 'unknown',
  requested: 'requested',
  deferred: 'deferred',
  refused: 'refused',
  given: 'given',
  renewed: 'renewed',
  expired: 'expired',
  invalidated: 'invalidated',
  revoked: 'revoked',
  withdrawn: 'withdrawn',
  unknown: 'unknown',
};
const stateOf = (values: readonly unknown[]): ConsentState | null => {
  for (const value of values) {
    const name = textOf(value);
    const state = name === null ? undefined : states[localName(name)];
    if (state !== undefined) return state;
  }
  return null;
};

/** Days of a duration: seconds as a number, or ISO 8601 (P2Y, P730D). Null where it is none; months count 30 days. */
function daysOf(value: unknown): number | null {
  const text = textOf(value);
  if (text === null) return null;
  if (/^\d{1,12}$/.test(text)) return Math.floor(Number(text) / 86_400);
  const read = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,6})D)?(?:T.*)?$/.exec(text);
  if (read === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = read.slice(1).map((part) => Number(part ?? 0));
  return years * 365 + months * 30 + weeks * 7 + days;
}

const isRecord = (node: Node): boolean =>
  listOf(node.get('@type')).some((type) => /consentrecord$/i.test(String(type))) ||
  (node.has('piiprincipalid') && (node.has('events') || node.has('event')));

/** The nodes of a document that are consent records, wherever its graph has them. */
export function consentRecords(document: unknown, deep = 0): unknown[] {
  const nodes = Array.isArray(document) ? document : [document];
  return nodes.flatMap((found) => {
    const node = nodeOf(found);
    if (node === null || deep > deepest) return [];
    if (isRecord(node)) return [found];
    const graph = node.get('@graph');
    return Array.isArray(graph) ? consentRecords(graph, deep + 1) : [];
  });
}

function eventOf(value: unknown, common: Pick<ReadEvent, 'key' | 'purpose'>): ReadEvent | null {
  const node = nodeOf(value);
  if (node === null) return null;
  const told = [...listOf(node.get('@type')), valueIn(node, 'hasconsentstatus', 'eventstate', 'hasstatus', 'state')];
  const state = stateOf(told);
  if (state === null) return null;
  const at = momentOf(textOf(valueIn(node, 'date', 'eventtime', 'hastime', 'issued', 'created')));
  const days = daysOf(valueIn(node, 'hasduration', 'validityduration'));
  const until = at !== null && days !== null && days > 0 ? dayAfter(at.slice(0, 10), days) : null;
  return { ...common, state, at, until, doubt: null };
}

/**
 * What a consent record of ISO/IEC TS 27560 says, as JSON-LD in the terms of DPV or with the names of the standard. Its
 * status without events is an event without a date.
 */
export function readConsentRecord(value: unknown, row: number): ReadPlace {
  const node = nodeOf(value);
  const nothing: ReadPlace = { row, events: [], unread: 'no-record' };
  if (node === null) return nothing;
  const key = textOf(valueIn(node, 'piiprincipalid', 'hasdatasubject'));
  if (key === null || key.trim() === '') return { ...nothing, unread: 'no-person' };
  const purposes = listOf(valueIn(node, 'purpose', 'purposes', 'haspurpose')).map((purpose) => {
    const own = nodeOf(purpose);
    return own === null ? textOf(purpose) : textOf(valueIn(own, 'identifier', 'title', 'label', 'name', '@id'));
  });
  const parts = [
    ...listOf(node.get('events')),
    ...listOf(node.get('event')),
    ...listOf(node.get('haspart')),
    // Both vocabularies have a property of this name; a document may use either, or both.
    ...Object.entries(value as object).flatMap(([name, part]) =>
      localName(name) === 'haspart' && node.get('haspart') !== part ? listOf(part) : [],
    ),
  ];
  const events = (purposes.length === 0 ? [null] : purposes).flatMap((purpose) => {
    const common = { key, purpose };
    const told = parts.flatMap((part) => eventOf(part, common) ?? []);
    if (told.length > 0) return told;
    const state = stateOf([node.get('hasconsentstatus')]);
    return state === null ? [] : [{ ...common, state, at: null, until: null, doubt: null }];
  });
  return events.length === 0 ? nothing : { row, events, unread: null };
}
