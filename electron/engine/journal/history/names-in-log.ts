import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import type { LogRepository } from '#engine/catalog/repositories/log.ts';
import type { StoredEntry } from '#shared/journal/log-entry.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import { payloadFacts, textsIn } from '../payload-facts.ts';

/** What names are learnt from. */
export type NamingEntry = Pick<StoredEntry, 'seq' | 'kind' | 'subject_ref'>;

/** Fields by which an entry names what it is about, the first that is there. */
const naming = ['title', 'name'] as const;

/**
 * What the log called things, learnt entry by entry in its order: the catalogue forgets what was deleted, the log does
 * not. Datasets, purposes and records give themselves a name; a release is called by its file.
 */
export class NamesInLog {
  readonly #names = new Map<string, { seq: number; name: string }[]>();
  readonly #datasets = new Set<string>();

  /** @param facts the entry's payload */
  learn({ seq, kind, subject_ref }: NamingEntry, facts: Record<string, unknown>): void {
    const subject = String(subject_ref);
    if (arrivalKinds.some((arrival) => arrival === kind)) this.#datasets.add(subject);
    const fields = String(kind).startsWith('release.') ? [...naming, 'fileName'] : naming;
    const name = fields.map((field) => facts[field]).find((word) => typeof word === 'string' && word !== '');
    if (typeof name !== 'string') return;
    const before = this.#names.get(subject);
    if (before === undefined) this.#names.set(subject, [{ seq, name }]);
    else if (before.at(-1)?.name !== name) before.push({ seq, name });
  }

  /** What a thing was called when an entry was written, or the id itself where nobody had given it a name. */
  nameAt(id: string, seq: number): string {
    return this.#names.get(id)?.findLast((given) => given.seq <= seq)?.name ?? findPurpose(id)?.title ?? id;
  }

  /** The dataset an entry is about: its subject, or the one that its payload names; null for none. */
  datasetOf(subject: string, { datasetId }: Record<string, unknown>): string | null {
    if (typeof datasetId === 'string' && this.#datasets.has(datasetId)) return datasetId;
    return this.#datasets.has(subject) ? subject : null;
  }
}

/** The names of everything that these entries speak of, without reading the whole log. */
export function namesBehind(log: LogRepository, entries: readonly StoredEntry[]): NamesInLog {
  const ids = new Set(
    entries.flatMap(({ subject_ref, payload }) => [String(subject_ref), ...textsIn(payloadFacts(payload))]),
  );
  const names = new NamesInLog();
  for (const entry of log.about([...ids])) names.learn(entry, payloadFacts(entry.payload));
  return names;
}
