import { operatorRole, type Operator } from '#shared/domain/operator.ts';
import { registerCheckText } from '#shared/text/journal.ts';
import type { EntryKind } from './entry-kinds/index.ts';
import type { RegisterCrypto } from './register-crypto.ts';

const said = registerCheckText.signature;

/** What of an entry says who works in a workspace. `payload` is JSON text. */
export interface OperatorFacts {
  kind: string;
  actor: string;
  ts: string;
  payload: string;
}

/** What stands beside an entry in table `log_signature`, whatever the file holds; undefined where nothing does. */
export type RawSignature = { public_key: unknown; signature: unknown } | undefined;

/** The text under an operator's signature of an entry, hashed and signed as UTF-8 by Ed25519. */
export const signedText = (leafHash: string): string => `custos-entry/1\n${leafHash}\n`;

/** Names that nobody may take beside each other: letters of either case, however they are composed. */
export const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

function fieldsOf(payload: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(payload);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What an entry does that takes an approver. */
export type Overstep = 'people' | 'approval' | 'override';

/** Deeds of approvers beside what is said of operators: decided in a program, so that a foreign one can be found out. */
const approversOnly: ReadonlySet<string> = new Set<EntryKind>([
  'policy.changed',
  'policy.overridden',
  'policy.reset',
  'record.approved',
  'record.retired',
  'cosigner.registered',
]);

/** In whose names an entry says that a release went out in spite of blocks. */
function overridesIn(payload: string): string[] {
  const { overridden } = fieldsOf(payload);
  if (!Array.isArray(overridden)) return [];
  return overridden.map((each: unknown) =>
    each !== null && typeof each === 'object' && 'by' in each ? String(each.by) : '',
  );
}

/** Goes from entry to entry and knows who works in the workspace after each. */
export class OperatorList {
  readonly #known: Map<string, Operator>;

  /** @param known those whom the entries before named, to go on from */
  constructor(known: Iterable<Operator> = []) {
    this.#known = new Map([...known].map((operator) => [operator.name, operator]));
  }

  /** Everybody so far, in the order they came; those who left included. */
  get all(): Operator[] {
    return [...this.#known.values()];
  }

  get(name: string): Operator | undefined {
    return this.#known.get(name);
  }

  /** Whether nobody was registered so far: what is written is signed by the workspace's key alone. */
  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** Takes an entry in; what is no entry about operators, or says nothing that can be read, changes nothing. */
  take({ kind, ts, payload }: OperatorFacts): void {
    if (!kind.startsWith('operator.')) return;
    const facts = fieldsOf(payload);
    const name = String(facts.name);
    const known = this.#known.get(name);
    if (kind === 'operator.added') {
      const role = operatorRole.safeParse(facts.role);
      if (known === undefined && role.success && typeof facts.publicKey === 'string')
        this.#known.set(name, { name, role: role.data, publicKey: facts.publicKey, since: ts, left: null });
      return;
    }
    if (known === undefined) return;
    if (kind === 'operator.left') this.#known.set(name, { ...known, left: ts });
    if (kind === 'operator.recovered' && typeof facts.publicKey === 'string')
      this.#known.set(name, { ...known, publicKey: facts.publicKey });
    const role = operatorRole.safeParse(facts.to);
    if (kind === 'operator.role-changed' && role.success) this.#known.set(name, { ...known, role: role.data });
  }

  /**
   * The key that an entry must be signed with, before it is taken in; null where its actor is nobody who works here.
   * The first operator, and one whose key was made anew, sign with the key that their entry names.
   */
  keyOf({ kind, actor, payload }: OperatorFacts): string | null {
    const known = this.#known.get(actor);
    const brings =
      (kind === 'operator.added' && this.isEmpty) || (kind === 'operator.recovered' && known?.left === null);
    if (brings) {
      const { name, publicKey } = fieldsOf(payload);
      return name === actor && typeof publicKey === 'string' ? publicKey : null;
    }
    return known !== undefined && known.left === null ? known.publicKey : null;
  }

  /**
   * What only approvers may do and the entry's actor, who was none, has done: said who works here, approved, set a
   * number of the policy, or released in spite of a block. Null where nothing of the kind is in it, or where the
   * override is in another's name.
   */
  oversteps({ kind, actor, payload }: OperatorFacts): Overstep | null {
    if (this.isEmpty) return null;
    const overridden = kind.startsWith('release.') ? overridesIn(payload) : [];
    const known = this.#known.get(actor);
    if (known?.role === 'approver') return overridden.every((by) => by === actor) ? null : 'override';
    if (overridden.length > 0) return 'override';
    if (kind === 'operator.left') return fieldsOf(payload).name === actor ? null : 'people';
    if (kind === 'operator.added' || kind === 'operator.role-changed') return 'people';
    return approversOnly.has(kind) ? 'approval' : null;
  }
}

/**
 * Everybody whom these entries of kinds `operator.…` (oldest first) name.
 * @param known those whom the entries before named
 */
export function operatorsOf(entries: Iterable<OperatorFacts>, known: Iterable<Operator> = []): Operator[] {
  const list = new OperatorList(known);
  for (const entry of entries) list.take(entry);
  return list.all;
}

/** One entry with what stands beside it, as the check of signatures needs it. */
export interface SignedEntry extends OperatorFacts {
  seq: number;
  leaf_hash: string;
}

interface Finding {
  seq: number;
  kind: string;
  detail: string;
}

/** A signature by the right key that is still to be reckoned, and what is to be said of one that is wrong. */
export interface Reckoning {
  publicKey: string;
  text: string;
  signature: string;
  wrong(): Finding;
}

/**
 * Checks who signed the entries of a log: from the entry on that registers the first operator, each bears a signature
 * by the key that its actor had then.
 */
export class SignatureCheck {
  readonly problems: Finding[] = [];
  /** What is no fault: keys that were made anew with the recovery key. */
  readonly remarks: Finding[] = [];
  readonly #operators = new OperatorList();
  readonly #reckon: (reckoning: Reckoning) => void;
  readonly #newestOnly: boolean;
  readonly #newest = new Map<string, Reckoning>();

  /**
   * @param newestOnly reckons the signature of each operator's newest entry only, which covers all before it by the
   *   chain: whoever signs has looked at it first. Whether each entry has one by the right key is looked at always.
   * @param later takes each signature that is to be reckoned, where that is done elsewhere
   */
  constructor(crypto: RegisterCrypto, newestOnly: boolean, later?: (reckoning: Reckoning) => void) {
    this.#newestOnly = newestOnly;
    this.#reckon =
      later ??
      (({ publicKey, text, signature, wrong }): void => {
        if (!crypto.verifySignature(publicKey, text, signature)) this.problems.push(wrong());
      });
  }

  /**
   * The next entry, whose content matches its hash.
   * @param signatureOf what stands beside an entry; asked only where somebody is registered
   */
  next(entry: SignedEntry, signatureOf: (seq: number) => RawSignature): void {
    const { seq, kind, actor, ts } = entry;
    if (this.#operators.isEmpty && kind !== 'operator.added') return;
    const key = this.#operators.keyOf(entry);
    if (key === null) this.#problem(seq, 'operator-unknown', said.unknown(seq, actor));
    else this.#judge(entry, key, signatureOf(seq));
    const overstep = this.#operators.oversteps(entry);
    if (overstep !== null) this.#problem(seq, 'role-exceeded', said.overstepped[overstep](seq, actor));
    this.#operators.take(entry);
    if (kind === 'operator.recovered')
      this.remarks.push({ seq, kind: 'operator-recovered', detail: said.recovered(seq, actor, ts) });
  }

  /** Everybody whom the entries so far name. */
  get operators(): Operator[] {
    return this.#operators.all;
  }

  /** After the last entry. */
  end(): void {
    for (const reckoning of this.#newest.values()) this.#reckon(reckoning);
  }

  #judge({ seq, actor, leaf_hash: leafHash }: SignedEntry, key: string, found: RawSignature): void {
    if (found === undefined) return this.#problem(seq, 'signature-missing', said.missing(seq, actor));
    if (found.public_key !== key) {
      const other = this.#operators.all.find(({ publicKey }) => publicKey === found.public_key)?.name ?? null;
      return this.#problem(seq, 'signature-foreign', said.foreign(seq, actor, other));
    }
    const { signature } = found;
    const wrong = (): Finding => ({ seq, kind: 'signature-wrong', detail: said.wrong(seq, actor) });
    if (typeof signature !== 'string') return void this.problems.push(wrong());
    const reckoning: Reckoning = { publicKey: key, text: signedText(leafHash), signature, wrong };
    if (this.#newestOnly) this.#newest.set(actor, reckoning);
    else this.#reckon(reckoning);
  }

  #problem(seq: number, kind: string, detail: string): void {
    this.problems.push({ seq, kind, detail });
  }
}
