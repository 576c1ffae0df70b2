/** The previous-hash of the first entry. */
export const genesisHash = '0'.repeat(64);

/** What an entry says; `payload` is canonical JSON text. Everything here and `prev_hash` is under the leaf hash. */
export interface LogFields {
  seq: number;
  prev_hash: string;
  ts: string;
  kind: string;
  actor: string;
  subject_ref: string;
  payload: string;
  /**
   * What the clock of the machine said (ISO 8601), where `ts` never goes back in time; null in entries written before
   * the register kept it.
   */
  clock: string | null;
}

export interface StoredEntry extends LogFields {
  leaf_hash: string;
}

/** What is stored of an entry: the columns of table `log` in their order, and its clock. */
export const logColumns = [
  'seq',
  'leaf_hash',
  'prev_hash',
  'ts',
  'kind',
  'actor',
  'subject_ref',
  'payload',
  'clock',
] as const;

/**
 * The bytes under an entry's leaf hash: RFC 8785 JSON of all its columns but `leaf_hash`, with the payload as a text; a
 * clock that was not kept is left out.
 */
export function leafText({ actor, clock, kind, payload, prev_hash, seq, subject_ref, ts }: LogFields): string {
  // Named in sorted order: the general canonicaliser gives the same text, at several times the cost per entry.
  return JSON.stringify({ actor, clock: clock ?? undefined, kind, payload, prev_hash, seq, subject_ref, ts });
}
