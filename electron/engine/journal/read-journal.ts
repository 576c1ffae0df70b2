import { existsSync } from 'node:fs';
import { registerFile, type Database } from '#engine/catalog/open-catalog.ts';
import { logRepository, type LogRepository } from '#engine/catalog/repositories/log.ts';
import { readIdentity } from '#engine/workspace-folder/read-identity.ts';
import { isBeingWritten } from '#engine/workspace-folder/workspace-lock.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { LogEntry, Verification } from '#shared/contract/register.ts';
import { entrySentence } from '#shared/journal/entry-sentence.ts';
import type { Operator } from '#shared/domain/operator.ts';
import type { StoredEntry } from '#shared/journal/log-entry.ts';
import type { Reckoning } from '#shared/journal/operators.ts';
import { noteIn } from '#shared/journal/tlog-proof.ts';
import { verificationOf, type Problem } from '#shared/journal/verify-log.ts';
import { journalText } from '#shared/text/engine/journal.ts';
import { holdRetention } from './held/hold-retention.ts';
import type { SealedHashes } from './held/hold-sealed.ts';
import { holdWorkspace } from './held/hold-workspace.ts';
import { historyOf, prepareHistory } from './history/history-of.ts';
import { namesBehind, type NamesInLog } from './history/names-in-log.ts';
import { searchHistory, type Facets, type HistoryFilter } from './history/search-history.ts';
import { looks, pause, reading, waitFor, withRegister } from './open-for-reading.ts';
import { payloadFacts } from './payload-facts.ts';
import { registeredOperators } from './operator-in-hand.ts';
import { reckonElsewhere, reckonHere } from './reckon-signatures.ts';
import { examineRegister, outsideRegister, type RegisterIdentity } from './examine-journal.ts';
import { forgedStamps, stampsOf, type KeptStamp } from './stamp-files.ts';

/** What the window and the command line show of an entry; a payload that is no JSON any more is shown as its text. */
function shownEntry(entry: StoredEntry, names: NamesInLog): LogEntry {
  let payload: unknown = entry.payload;
  try {
    payload = JSON.parse(entry.payload);
  } catch {
    // A damaged payload is shown as it stands; verification points at it.
  }
  const [seq, kind, actor] = [Number(entry.seq), String(entry.kind), String(entry.actor)];
  const dataset = names.datasetOf(String(entry.subject_ref), payloadFacts(entry.payload));
  return {
    seq,
    ts: String(entry.ts),
    ...(entry.clock === null ? {} : { clock: String(entry.clock) }),
    kind,
    actor,
    subjectRef: String(entry.subject_ref),
    ...(dataset === null ? {} : { about: names.nameAt(dataset, seq) }),
    leafHash: String(entry.leaf_hash),
    prevHash: String(entry.prev_hash),
    payload,
    sentence: entrySentence({ kind, actor, payload }, (id) => names.nameAt(id, seq)),
  };
}

function shownEntries(log: LogRepository, entries: readonly StoredEntry[]): LogEntry[] {
  const names = namesBehind(log, entries);
  return entries.map((entry) => shownEntry(entry, names));
}

/** Which entries are listed, newest first: those that fit, from `offset` on. */
export interface HistoryQuery extends HistoryFilter {
  offset?: number | undefined;
  limit?: number | undefined;
  /** What each further choice would leave is wanted, too. */
  facets?: boolean | undefined;
}

export interface HistoryFound {
  total: number;
  kinds: string[];
  entries: LogEntry[];
  facets?: Facets;
}

/**
 * Entries of a workspace's register, newest first. Needs no passphrase, changes nothing in the folder.
 * @throws Failure WORKSPACE_NONE, WORKSPACE_DAMAGED, WORKSPACE_FROM_FUTURE
 */
export function listEntries(directory: string, query: HistoryQuery = {}): HistoryFound {
  return reading(directory, (db) => findEntries(directory, logRepository(db), query));
}

/** Without words or facets the log itself says which entries they are. */
const needsSentences = ({ offset: _offset, limit: _limit, kind: _kind, ...others }: HistoryQuery): boolean =>
  Object.values(others).some((choice) => choice !== undefined && choice !== '' && choice !== false);

function findEntries(directory: string, log: LogRepository, query: HistoryQuery): HistoryFound {
  const { offset = 0, limit = 200, facets: wanted = false, kind, ...others } = query;
  if (!needsSentences(query)) {
    const { total, entries } = log.find({ offset, limit, kind: kind ?? null });
    return { total, kinds: log.kinds(), entries: shownEntries(log, entries) };
  }
  const { found, facets } = searchHistory(historyOf(directory, log).items, { kind, ...others });
  const page = found.toReversed().slice(offset, offset + limit);
  return {
    total: found.length,
    kinds: log.kinds(),
    entries: shownEntries(log, log.these(page.map(({ seq }) => seq))),
    ...(wanted ? { facets } : {}),
  };
}

/** The same, without holding up whatever else is asked while the sentences of a long log are made. */
export async function searchEntries(directory: string, query: HistoryQuery): Promise<HistoryFound> {
  if (needsSentences(query))
    await prepareHistory(directory, (read) => reading(directory, (db) => read(logRepository(db))));
  return listEntries(directory, query);
}

/** One entry. @throws Failure ENTRY_UNKNOWN, and as `listEntries` */
export function getEntry(directory: string, seq: number): LogEntry {
  return reading(directory, (db) => {
    const log = logRepository(db);
    const entry = log.get(seq);
    if (entry === undefined) throw new Failure('ENTRY_UNKNOWN', journalText.noEntry(seq, log.newest()?.seq ?? 0));
    return shownEntry(entry, namesBehind(log, [entry]));
  });
}

/**
 * Everybody whom a workspace's register names as its operators, those who left included. Needs no passphrase, changes
 * nothing in the folder. @throws Failure as `listEntries`
 */
export function listOperators(directory: string): Operator[] {
  return reading(directory, (db) => registeredOperators(logRepository(db)));
}

interface HowToVerify {
  /** Per-user directory in which this machine's signed heads are kept. */
  profileDirectory: string;
  /** Signed heads that were kept elsewhere, or proofs that hold one; the register must go on from each. */
  heads?: readonly string[];
  /** Where sealed data lie elsewhere than in the folder, as in a backup. */
  sealedHashes?: SealedHashes | undefined;
}

/**
 * Verifies a workspace's register, all but the signatures of its time stamps. Needs no passphrase, changes nothing in the
 * folder.
 * @returns what was found; a register that cannot be read at all is a finding too
 * @throws Failure WORKSPACE_NONE where there is no workspace, WORKSPACE_FROM_FUTURE, WORKSPACE_LOCKED while another
 *   program is writing it
 */
export function verifyRegister(directory: string, how: HowToVerify): Verification {
  for (let tried = 1; ; tried += 1) {
    const { seen, isLast } = lookOnce(directory, how, tried);
    const found = seen === null ? null : concluded(seen, reckonHere(seen.reckonings), []);
    if (found !== null && (found.ok || isLast())) return found;
    waitFor(pause);
  }
}

/**
 * The same and the signatures of time stamps, with every operator's signature reckoned on all cores, and answers to
 * others meanwhile.
 */
export async function verifyInFull(directory: string, how: HowToVerify): Promise<Verification> {
  for (let tried = 1; ; tried += 1) {
    const { seen, isLast } = lookOnce(directory, how, tried);
    const found =
      seen === null
        ? null
        : concluded(seen, await reckonElsewhere(seen.reckonings), await forgedStamps(directory, seen.stamps));
    if (found !== null && (found.ok || isLast())) return found;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** What one look at a register found, before its operators' signatures are reckoned. */
interface Seen {
  /** Of the log alone, and of all that lies in the workspace with it. */
  log: Verification;
  all: Verification;
  reckonings: readonly Reckoning[];
  /** Time stamps that the log tells of; none of a log that does not hold together. */
  stamps: readonly KeptStamp[];
}

/** What a log that does not hold together says of anything else proves nothing. */
function concluded({ log, all }: Seen, wrong: readonly Problem[], forged: readonly Problem[]): Verification {
  if (wrong.length > 0) return verificationOf(log.entries, log.checkpoint, [...log.problems, ...wrong]);
  if (forged.length === 0) return all;
  return { ...all, ...verificationOf(all.entries, all.checkpoint, [...all.problems, ...forged]) };
}

/**
 * What is found while a writer is at work may be half of what it is doing: files are in place a moment before the entry
 * that names them, heads follow a moment after. A problem counts when it is still there once the writer had time to
 * finish.
 *
 * @returns `seen` null where nothing could be read and it is worth another try
 */
function lookOnce(directory: string, how: HowToVerify, tried: number): { seen: Seen | null; isLast: () => boolean } {
  const isLast = (): boolean => tried >= looks || !isBeingWritten(directory);
  const failed = (...problems: Problem[]): { seen: Seen; isLast: () => boolean } => {
    const found: Verification = { ok: false, entries: 0, checkpoint: null, problems };
    return { seen: { log: found, all: found, reckonings: [], stamps: [] }, isLast };
  };
  const identity = readIdentity(directory);
  if (identity === 'missing' || identity === 'damaged') {
    const detail = identity === 'missing' ? journalText.keysMissing : journalText.keysDamaged;
    return { ...failed({ seq: null, kind: 'keys-missing', detail }), isLast: () => true };
  }
  if (!existsSync(registerFile(directory)))
    return { ...failed({ seq: 1, kind: 'missing', detail: journalText.fileMissing }), isLast: () => true };
  try {
    const heads = (how.heads ?? []).map(noteIn);
    const look = (db: Database): Seen => lookAtSnapshot(db, directory, { ...how, identity, heads });
    return { seen: withRegister(directory, look, true), isLast };
  } catch (error) {
    if (!isLast()) return { seen: null, isLast };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'WORKSPACE_DAMAGED' || code.startsWith('SQLITE_'))
      return { ...failed({ seq: null, kind: 'file-damaged', detail: journalText.fileDamaged }), isLast: () => true };
    throw error;
  }
}

function lookAtSnapshot(
  db: Database,
  directory: string,
  {
    profileDirectory,
    identity,
    heads,
    sealedHashes,
  }: HowToVerify & { identity: RegisterIdentity; heads: readonly string[] },
): Seen {
  const outside = outsideRegister(directory, profileDirectory, identity);
  const reckonings: Reckoning[] = [];
  const { verification: log, sound } = examineRegister(db, outside, {
    signatures: 'all',
    given: heads,
    reckonLater: (reckoning) => reckonings.push(reckoning),
  });
  if (!sound) return { log, all: log, reckonings, stamps: [] };
  const held = holdWorkspace(db, directory, profileDirectory, identity, sealedHashes);
  const { proofs, problems } = holdRetention(db);
  const all = {
    ...verificationOf(log.entries, log.checkpoint, [...log.problems, ...held, ...problems]),
    retentionProofs: proofs,
  };
  return { log, all, reckonings, stamps: stampsOf(db, identity.workspaceId) };
}
