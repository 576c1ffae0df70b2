import { logRepository } from '#engine/catalog/repositories/log.ts';
import type { Database } from '#engine/catalog/open-catalog.ts';
import type { StoredEntry } from '#shared/journal/log-entry.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import { heldRetentionText as text, type ProofPart } from '#shared/text/engine/held-retention.ts';
import { payloadFacts } from '../payload-facts.ts';

/** Kinds of entries that proofs are held against, the proofs themselves among them. */
const kinds = ['dataset.imported', 'dataset.joined', 'dataset.rewritten', 'retention.ran'];

type Facts = Record<string, unknown>;
type LogLine = Pick<StoredEntry, 'seq' | 'kind' | 'subject_ref' | 'payload'>;

/** How an entry left a dataset's rows. */
interface Left {
  seq: number;
  rows: unknown;
  /** SHA-256 of the sealed rows; null (and `rows` undefined) in entries from before it was stated. */
  sha256: string | null;
}

/** What is known of a dataset up to an entry. */
interface Known {
  name: string;
  left: Left;
  /** How it was left before its newest rewriting. */
  before: Left | null;
  rewriting: { seq: number; facts: Facts } | null;
}

const listOf = (value: unknown): Facts[] =>
  Array.isArray(value) ? value.filter((one): one is Facts => one !== null && typeof one === 'object') : [];

function sealedRowsIn(facts: Facts, id: string): string | null {
  const found = listOf(facts['sealed']).find(({ name }) => name === `${id}.rows`);
  return typeof found?.['sha256'] === 'string' ? found['sha256'] : null;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Whether the numbers of the rules can come to those of the rows and cells. */
function addsUp(proof: Facts): boolean {
  const rules = listOf(proof['rules']);
  const acted = (some: readonly Facts[]): number[] => some.map((rule) => number(rule['acted']));
  const takesRows = ({ action }: Facts): boolean => action !== 'empty' && action !== 'review';
  const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
  const gone = number(proof['rowsBefore']) - number(proof['rowsAfter']);
  const byRow = acted(rules.filter(takesRows));
  return (
    gone >= Math.max(0, ...byRow) &&
    gone <= sum(byRow) &&
    number(proof['cellsEmptied']) <= sum(acted(rules.filter(({ action }) => action === 'empty'))) &&
    rules.every(
      (rule) =>
        number(rule['acted']) <= number(rule['over']) - number(rule['held']) &&
        number(rule['over']) <= number(rule['total']),
    )
  );
}

/** What a proof says otherwise than the entry by which the rows were written anew. */
function differences(proof: Facts, rewriting: Facts, id: string): ProofPart[] {
  const pairs: [ProofPart, unknown, unknown][] = [
    ['rows before', proof['rowsBefore'], rewriting['rowsBefore']],
    ['rows after', proof['rowsAfter'], rewriting['rowsAfter']],
    ['cells emptied', proof['cellsEmptied'], rewriting['cells']],
    ['hash before', proof['sha256Before'], rewriting['rowsSealedBefore']],
    ['hash after', proof['sha256After'], sealedRowsIn(rewriting, id)],
  ];
  return pairs.flatMap(([part, said, was]) => (said === was ? [] : [part]));
}

/** One proof held against what the log says before it; the first of what does not match, for the rest follows from it. */
function holdProof(seq: number, id: string, proof: Facts, known: Known | undefined): string | null {
  const name = known?.name ?? id;
  const rewriting = known?.rewriting ?? null;
  if (known === undefined || rewriting === null) return text.noRewriting(name, seq);
  const [part] = differences(proof, rewriting.facts, id);
  if (part !== undefined) return text.differs(name, seq, rewriting.seq, part);
  const { before } = known;
  if (before !== null && before.rows !== undefined && before.rows !== proof['rowsBefore'])
    return text.otherBefore(name, seq, before.seq, 'rows before');
  if (before !== null && before.sha256 !== null && before.sha256 !== proof['sha256Before'])
    return text.otherBefore(name, seq, before.seq, 'hash before');
  return addsUp(proof) ? null : text.doesNotAddUp(name, seq);
}

/** The proofs of a log that are so, and what of the others is not. */
export interface HeldProofs {
  proofs: number;
  problems: Problem[];
}

/** The proofs in a register: `holdProofs`. */
export const holdRetention = (db: Database): HeldProofs => holdProofs(logRepository(db).ofKinds(kinds));

/**
 * Every proof of a run of retention (counts and hashes before and after) held against the log: the entry by which the
 * rows were written anew, how the entry before it had left them, and its own numbers. That the newest file of a dataset
 * is the one that its newest entry names is `holdSealed`; older files are gone, and of them there is the log alone.
 * @param entries of a log that verifies, in its order; those of other kinds say nothing here
 */
export function holdProofs(entries: Iterable<LogLine>): HeldProofs {
  const datasets = new Map<string, Known>();
  const unproven = new Map<string, { seq: number; name: string }>();
  const held: HeldProofs = { proofs: 0, problems: [] };
  const problem = (seq: number, detail: string): void =>
    void held.problems.push({ seq, kind: 'retention-proof', detail });
  for (const { seq, kind, subject_ref: ref, payload } of entries) {
    if (!kinds.includes(kind)) continue;
    const [facts, id] = [payloadFacts(payload), String(ref)];
    const known = datasets.get(id);
    if (kind === 'retention.ran') {
      held.proofs += 1;
      unproven.delete(id);
      const detail = holdProof(seq, id, facts, known);
      if (detail !== null) problem(seq, detail);
      if (known !== undefined) known.rewriting = null;
    } else if (kind === 'dataset.rewritten') {
      const left = { seq, rows: facts['rowsAfter'], sha256: sealedRowsIn(facts, id) };
      const name = String(facts['name'] ?? known?.name ?? id);
      const earlier = unproven.get(id);
      if (earlier !== undefined) problem(earlier.seq, text.noProof(name, earlier.seq));
      unproven.delete(id);
      datasets.set(id, { name, left, before: known?.left ?? null, rewriting: { seq, facts } });
      if (facts['cause'] === 'retention') unproven.set(id, { seq, name });
    } else
      datasets.set(id, {
        name: String(facts['name'] ?? id),
        left: { seq, rows: facts['rows'], sha256: sealedRowsIn(facts, id) },
        before: null,
        rewriting: null,
      });
  }
  for (const { seq, name } of unproven.values()) problem(seq, text.noProof(name, seq));
  return held;
}
