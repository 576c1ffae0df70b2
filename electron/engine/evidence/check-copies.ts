import type { PackVerification } from '#shared/contract/evidence.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import type { StoredEntry } from '#shared/journal/log-entry.ts';
import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import { evidencePackText as text } from '#shared/text/engine/evidence-pack.ts';
import { payloadFacts } from '#engine/journal/payload-facts.ts';

type Facts = Record<string, unknown>;

/** Every object in a file that says it is what an entry of the log says: it has the entry's number and leaf hash. */
function copiesIn(value: unknown): Facts[] {
  if (value === null || typeof value !== 'object') return [];
  const said = Object.fromEntries<unknown>(Object.entries(value));
  const inside = Object.values(said).flatMap(copiesIn);
  return Object.hasOwn(said, 'entry') && Object.hasOwn(said, 'leafHash') ? [said, ...inside] : inside;
}

function same(one: unknown, other: unknown): boolean {
  try {
    return other !== undefined && canonicalJson(one) === canonicalJson(other);
  } catch {
    // A text that no JSON can hold, or depths that the log has not.
    return false;
  }
}

/** Copies in a file; null where it is nested deeper than anything that is written here. */
function copiesOf(content: Buffer): Facts[] | null {
  try {
    return copiesIn(payloadFacts(content.toString('utf8')));
  } catch {
    return null;
  }
}

/** The first thing that a copy says otherwise than its entry; null where it says the same, or less. */
function difference(copy: Facts, entry: StoredEntry, names: ReadonlyMap<unknown, unknown>): string | null {
  const said = payloadFacts(entry.payload);
  const beside: Facts = {
    entry: entry.seq,
    leafHash: entry.leaf_hash,
    at: entry.ts,
    by: entry.actor,
    kind: [entry.kind, entry.kind.split('.')[1]].find((kind) => kind === copy['kind']),
    dataset: names.get(said['datasetId']) ?? said['datasetId'],
  };
  const known = (key: string): unknown => (Object.hasOwn(said, key) ? said[key] : beside[key]);
  return Object.keys(copy).find((key) => !same(copy[key], known(key))) ?? null;
}

/**
 * What a pack's files repeat of the log (runs of retention, checks of quality, audits, erasures), each held against
 * the entry that it names. Whoever has the keys can sign a list of any files; what they say is the log's to say.
 * @param entries of a log that verifies
 */
export function checkCopies(
  files: ReadonlyMap<string, Buffer>,
  entries: readonly StoredEntry[],
): PackVerification['problems'] {
  if (entries.length === 0) return [];
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const names = new Map(
    entries
      .filter(({ kind }) => arrivalKinds.some((arrival) => arrival === kind))
      .map(({ payload }) => payloadFacts(payload))
      .map(({ datasetId, name }) => [datasetId, name]),
  );
  const problems: PackVerification['problems'] = [];
  for (const [file, content] of files) {
    if (!file.endsWith('.json') || !content.includes('"leafHash"')) continue;
    const copies = copiesOf(content);
    if (copies === null) problems.push({ file, kind: 'changed', detail: text.tooDeep(file) });
    for (const copy of copies ?? []) {
      const entry = bySeq.get(Number(copy['entry']));
      const part = entry === undefined ? 'entry' : difference(copy, entry, names);
      if (part !== null)
        problems.push({ file, kind: 'copy', detail: text.copyOtherwise(file, part, Number(copy['entry'])) });
    }
  }
  return problems;
}
