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
}

export interface StoredEntry extends LogFields {
  leaf_hash: string;
}

/** The columns of table `log`, in their stored order. */
export const logColumns = ['seq', 'leaf_hash', 'prev_hash', 'ts', 'kind', 'actor', 'subject_ref', 'payload'] as const;

/** The bytes under an entry's leaf hash: RFC 8785 JSON of all its columns but `leaf_hash`, with the payload as a text. */
export function leafText(entry: LogFields): string {
  const text = JSON.stringify;
  // Written out in sorted order: the general canonicaliser gives the same text, at several times the cost per entry.
  return `{"actor":${text(entry.actor)},"kind":${text(entry.kind)},"payload":${text(entry.payload)},"prev_hash":${text(entry.prev_hash)},"seq":${entry.seq},"subject_ref":${text(entry.subject_ref)},"ts":${text(entry.ts)}}`;
}
