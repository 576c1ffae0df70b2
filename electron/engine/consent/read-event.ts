import { consentMoment, type ConsentDoubt, type ConsentState } from '#shared/domain/consent.ts';

/** What one row, receipt or record says of one person's consent, before it is checked and entered. */
export interface ReadEvent {
  /** Who, as the source writes it. */
  key: string;
  /** Which purpose, as the source writes it; null where it names none. */
  purpose: string | null;
  state: ConsentState;
  at: string | null;
  until: string | null;
  doubt: ConsentDoubt | null;
}

/** Why nothing could be read of a row. */
export const unreadReasons = [
  'no-person',
  'no-purpose',
  'unknown-purpose',
  'nothing-said',
  'malformed-tcf',
  'no-disclosed-vendors',
  'no-receipt',
  'no-record',
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** A place in the source (a row, a receipt) and why nothing of it was entered. */
export interface Unread {
  row: number;
  why: UnreadReason;
}

/** What a place in the source says: events, and what could not be read. */
export interface ReadPlace {
  row: number;
  events: ReadEvent[];
  unread: UnreadReason | null;
}

const datedText = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date or time of a JSON document as a moment of the ledger; null where it is none. A time without a zone is UTC. */
export function momentOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return ofMilliseconds(value < 1e11 ? value * 1000 : value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{9,13}$/.test(text)) return momentOf(Number(text));
  if (!datedText.test(text)) return null;
  if (text.length === 10) return Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? null : text;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
  return ofMilliseconds(Date.parse(zoned.replace(' ', 'T')));
}

function ofMilliseconds(milliseconds: number): string | null {
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8e15) return null;
  const text = new Date(milliseconds).toISOString().replace('.000Z', 'Z');
  return consentMoment.safeParse(text).success ? text : null;
}
