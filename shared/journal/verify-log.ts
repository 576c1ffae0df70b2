import { registerCheckText as text, type HeadPlace } from '#shared/text/journal.ts';
import { logOrigin, readNote, type Checkpoint } from './checkpoint.ts';
import { HeadStatements } from './head-statements.ts';
import { genesisHash, leafText, logColumns, type StoredEntry } from './log-entry.ts';
import type { Operator } from '#shared/domain/operator.ts';
import { SignatureCheck, type RawSignature, type Reckoning } from './operators.ts';
import { GrowingTree, type MerkleState } from './merkle.ts';
import type { RegisterCrypto } from './register-crypto.ts';

/** One finding: `seq` is the first entry concerned, null for the register as a whole. */
export interface Problem {
  seq: number | null;
  kind: string;
  detail: string;
}

/** `custos register verify --json`. */
export interface LogVerification {
  ok: boolean;
  entries: number;
  checkpoint: { size: number; root: string; at: string } | null;
  problems: Problem[];
}

/** A signed head kept somewhere. `note` null: none is there although one should be. */
export interface KeptHead {
  where: HeadPlace;
  note: string | null;
  /** It may have been continued since, by another head that was kept: what holds it does not answer for the others. */
  older?: boolean;
}

export interface VerifyContext {
  workspaceId: string;
  /** The key that signatures are checked with (base64). */
  publicKey: string;
  /** The newest checkpoint inside the register. */
  newest: string | null;
  /** Heads kept outside it. */
  heads: KeptHead[];
  /** What was found before reading the entries: schema, keys, database damage. */
  problems: Problem[];
  /** The same, about what is kept outside the register. */
  outsideProblems?: Problem[];
  /** Sizes of heads that entries say somebody countersigned. */
  statedSizes?: readonly number[];
  /** What stands beside an entry as its operator's signature; asked in their order, absent where nobody signs. */
  signatureOf?: (seq: number) => RawSignature;
  /** `newest` reckons one signature of each operator, and looks whether the others are there: see `SignatureCheck`. */
  signatures?: 'all' | 'newest';
  /** Takes each signature that is to be reckoned, where whoever asks does that: the answer says nothing of them. */
  reckonLater?: ((reckoning: Reckoning) => void) | undefined;
}

/** A row as stored, its values of whatever type the file holds. */
export type RawRow = Record<(typeof logColumns)[number], unknown>;

/** Findings of this kind are told, but say nothing against the register or what it holds. */
export const remarkKinds: readonly string[] = [
  'trigger-missing',
  'forked',
  'clock-behind',
  'not-held',
  'other-version',
  'workspace-replaced-before',
  'release-unfinished',
  'operator-recovered',
  'draft-under-way',
  'sitting-open',
];
export const isSerious = ({ kind }: Problem): boolean => !remarkKinds.includes(kind);

const mostProblems = 200;

/** How a kept head stands to the log: `same` size, a true beginning of it (`behind`), or contradicting it. */
export type HeadState = 'same' | 'behind' | 'ahead' | 'different' | 'invalid' | 'missing';

export interface Examination {
  verification: LogVerification;
  /** Whether the register holds together by itself, whatever is kept outside it. */
  sound: boolean;
  /** In the order given. */
  heads: { state: HeadState; checkpoint: Checkpoint | null }[];
  /** The tree over the entries, to go on from when the register is sound. */
  tree: MerkleState;
  /** Everybody whom its sound entries name as operators, those who left included. */
  operators: readonly Operator[];
}

/**
 * Recomputes every hash of a log, follows its chain and compares it with every signed head. Pure: rows come in `seq`
 * order. Complete for anyone who cannot sign with the workspace's key; docs/threat-model.md says what that leaves.
 * `verification` is the answer; the rest is what a writer needs in order to go on.
 */
export function examineLog(rows: Iterable<RawRow>, context: VerifyContext, crypto: RegisterCrypto): Examination {
  const inside = readHead({ where: 'register', note: context.newest }, context, crypto);
  const outside = context.heads.map((head) => readHead(head, context, crypto));
  const statements = new HeadStatements(crypto, logOrigin(context.workspaceId));
  const sizes = new Set([
    ...[inside, ...outside].flatMap(({ checkpoint }) => (checkpoint === null ? [] : [checkpoint.size])),
    ...(context.statedSizes ?? []),
  ]);
  const signatures = new SignatureCheck(crypto, context.signatures === 'newest', context.reckonLater);
  const signatureOf = context.signatureOf ?? ((): undefined => undefined);
  const chain = walkChain(rows, sizes, crypto, (entry) => {
    signatures.next(entry, signatureOf);
    statements.next(entry);
  });
  signatures.end();
  const damaged = (size: number): boolean => chain.problems.some((found) => pointsBelow(found, size));
  const own = [
    ...context.problems,
    ...chain.problems,
    ...signatures.problems,
    ...statements.problems((size) => (damaged(size) ? null : chain.roots.get(size))),
    ...judge(inside, chain).problems,
  ];
  if (inside.checkpoint !== null && inside.checkpoint.size < chain.last) {
    const from = inside.checkpoint.size + 1;
    own.push({ seq: from, kind: 'unsigned', detail: text.unsigned(from, chain.last) });
  }
  // What this machine has seen is one history: a register that holds the newest of one of its branches answers for no
  // other.
  const continued = outside.some(
    (head, index) =>
      head.where === 'machine' && context.heads[index]?.older !== true && contains(chain, head.checkpoint),
  );
  const judged = outside.map((head) => judge(head, chain, head.where === 'machine' && continued));
  const problems = [
    ...own,
    ...chain.remarks,
    ...signatures.remarks,
    ...(context.outsideProblems ?? []),
    ...judged.flatMap((head) => head.problems),
  ];
  const newest = inside.checkpoint ?? outside.find(({ checkpoint }) => checkpoint !== null)?.checkpoint ?? null;
  return {
    verification: verificationOf(
      chain.count,
      newest === null ? null : { size: newest.size, root: newest.root, at: newest.at },
      problems,
    ),
    sound: !own.some(isSerious),
    heads: judged.map(({ state }, index) => ({ state, checkpoint: outside[index]?.checkpoint ?? null })),
    tree: chain.tree,
    operators: signatures.operators,
  };
}

/** The answer to these findings, the first entries concerned first, no more than can be read. */
export function verificationOf(
  entries: number,
  checkpoint: LogVerification['checkpoint'],
  problems: readonly Problem[],
): LogVerification {
  const ordered = problems.toSorted((a, b) => (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER));
  const shown = ordered.slice(0, mostProblems);
  if (ordered.length > mostProblems)
    shown.push({ seq: null, kind: 'more', detail: text.more(ordered.length - mostProblems) });
  return { ok: !problems.some(isSerious), entries, checkpoint, problems: shown };
}

interface Chain {
  count: number;
  /** Largest seq read; 0 for none. */
  last: number;
  problems: Problem[];
  /** What sound entries say of the register's past: that it was put back once, that the clock ran backwards. */
  remarks: Problem[];
  /** Merkle roots at the sizes asked for. */
  roots: Map<number, string>;
  tree: MerkleState;
}

/** @param onSound called with each entry whose content matches its hash, in order */
function walkChain(
  rows: Iterable<RawRow>,
  sizes: ReadonlySet<number>,
  crypto: RegisterCrypto,
  onSound: (entry: StoredEntry) => void,
): Chain {
  const problems: Problem[] = [];
  const roots = new Map<number, string>();
  const broken: number[] = [];
  const remarks: Problem[] = [];
  const behind: StoredEntry[] = [];
  const tree = new GrowingTree(crypto);
  let count = 0;
  let expected = 1;
  let previous: string | null = genesisHash;
  let time = '';
  if (sizes.has(0)) roots.set(0, crypto.emptyHash);
  for (const raw of rows) {
    count += 1;
    const entry = wellFormed(raw);
    if (typeof entry === 'string') {
      problems.push({ seq: expected, kind: 'changed', detail: text.wrongType(expected, entry) });
      previous = null;
      expected += 1;
      continue;
    }
    const { seq } = entry;
    if (seq < expected) {
      problems.push({ seq, kind: 'inserted', detail: text.inserted(seq, expected) });
      continue;
    }
    if (seq > expected) {
      problems.push({ seq: expected, kind: 'missing', detail: text.missing(expected, seq - 1) });
      previous = null;
    }
    const hash = crypto.leafHash(leafText(entry));
    if (hash !== entry.leaf_hash)
      problems.push({ seq, kind: 'changed', detail: text.changed(seq, entry.kind.slice(0, 60)) });
    else if (previous !== null && entry.prev_hash !== previous) broken.push(seq);
    else if (entry.ts < time) problems.push({ seq, kind: 'time-order', detail: text.timeOrder(seq) });
    if (hash === entry.leaf_hash && entry.ts > time) time = entry.ts;
    if (hash === entry.leaf_hash && entry.kind === 'checkpoint.rolled-back')
      remarks.push({
        seq,
        kind: 'rolled-back',
        detail: text.rolledBack(seq, entry.ts, rolledBackFacts(entry.payload)),
      });
    if (hash === entry.leaf_hash && entry.clock !== null && entry.clock < entry.ts) behind.push(entry);
    // A changed entry is reported itself; whether the next one follows from it says nothing more.
    previous = hash === entry.leaf_hash ? hash : null;
    if (hash === entry.leaf_hash) onSound(entry);
    expected = seq + 1;
    tree.add(hash);
    if (sizes.has(tree.size)) roots.set(tree.size, tree.root());
  }
  if (count === 0) problems.push({ seq: 1, kind: 'missing', detail: text.allMissing });
  return {
    count,
    last: expected - 1,
    problems: [...problems, ...brokenLinks(broken)],
    remarks: [...remarks, ...clockBehind(behind)],
    roots,
    tree: tree.state,
  };
}

function rolledBackFacts(payload: string): { seenSize: number; size: number } {
  try {
    const { seenSize, size } = JSON.parse(payload) as Record<string, unknown>;
    return { seenSize: Number(seenSize), size: Number(size) };
  } catch {
    return { seenSize: 0, size: 0 };
  }
}

/** One remark for all entries that were written while the clock stood before the newest entry's time. */
function clockBehind(entries: readonly StoredEntry[]): Problem[] {
  const [first] = entries;
  return first === undefined
    ? []
    : [
        {
          seq: first.seq,
          kind: 'clock-behind',
          detail: text.clockBehind(first.seq, entries.length, first.ts, String(first.clock)),
        },
      ];
}

/**
 * An entry rewritten together with its own hash breaks the link after it; one whose previous-hash was rewritten too,
 * both.
 */
function brokenLinks(seqs: readonly number[]): Problem[] {
  const problems: Problem[] = [];
  for (let index = 0; index < seqs.length; index += 1) {
    const seq = seqs[index] as number;
    const both = seqs[index + 1] === seq + 1;
    if (both) index += 1;
    const bad = both || seq === 1 ? seq : seq - 1;
    problems.push({
      seq: bad,
      kind: 'replaced',
      detail: bad === seq ? text.replacedItself(bad) : text.replacedBefore(bad),
    });
  }
  return problems;
}

/** The row as an entry, or the name of the column that has another type than Custos writes. */
function wellFormed(raw: RawRow): StoredEntry | string {
  if (!Number.isSafeInteger(raw.seq)) return 'seq';
  for (const column of logColumns)
    if (column !== 'seq' && typeof raw[column] !== 'string' && !(column === 'clock' && raw.clock === null))
      return column;
  return raw as unknown as StoredEntry;
}

interface Head {
  where: HeadPlace;
  checkpoint: Checkpoint | null;
  problem: Problem | null;
}

function readHead({ where, note }: KeptHead, context: VerifyContext, crypto: RegisterCrypto): Head {
  const failed = (kind: string, detail: string): Head => ({
    where,
    checkpoint: null,
    problem: { seq: null, kind, detail },
  });
  if (note === null) return failed('head-missing', text.head.missing(where));
  const read = readNote(note, context.publicKey, crypto);
  if ('problem' in read) return failed('head-invalid', text.head.untrusted(where, read.problem));
  if (read.checkpoint.origin !== logOrigin(context.workspaceId))
    return failed('head-invalid', text.head.otherWorkspace(where));
  return { where, checkpoint: read.checkpoint, problem: null };
}

/** Damage that already explains why a root up to there is another. */
const pointsBelow = ({ seq, kind }: Problem, size: number): boolean =>
  seq !== null && seq <= size && kind !== 'time-order';

const contains = (chain: Chain, checkpoint: Checkpoint | null): boolean =>
  checkpoint !== null && chain.roots.get(checkpoint.size) === checkpoint.root;

/**
 * @param branch the head may belong to a branch that went on by itself: the register holds another newest one that
 *   was seen
 */
function judge(
  { where, checkpoint, problem }: Head,
  chain: Chain,
  branch = false,
): { state: HeadState; problems: Problem[] } {
  if (checkpoint === null)
    return {
      state: problem?.kind === 'head-missing' ? 'missing' : 'invalid',
      problems: problem === null ? [] : [problem],
    };
  const { size, root, at } = checkpoint;
  if (branch && !contains(chain, checkpoint)) {
    return {
      state: size > chain.last ? 'ahead' : 'different',
      problems: [{ seq: null, kind: 'forked', detail: text.head.forked(size, at) }],
    };
  }
  if (size > chain.last)
    return {
      state: 'ahead',
      problems: [{ seq: chain.last + 1, kind: 'removed', detail: text.head.removed(where, at, size, chain.last) }],
    };
  if (chain.roots.get(size) === root) return { state: size === chain.last ? 'same' : 'behind', problems: [] };
  // Damage at or below the head is already pointed at; the root would only repeat it.
  if (chain.problems.some((found) => pointsBelow(found, size))) return { state: 'different', problems: [] };
  return {
    state: 'different',
    problems: [{ seq: null, kind: 'rewritten', detail: text.head.rewritten(where, at, size) }],
  };
}
