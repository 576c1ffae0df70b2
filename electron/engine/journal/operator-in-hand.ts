import type { LogRepository } from '#engine/catalog/repositories/log.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { Operator, OperatorRole } from '#shared/domain/operator.ts';
import type { EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { operatorsOf } from '#shared/journal/operators.ts';
import { deedOf, mayWrite, rolesFor } from '#shared/journal/who-may.ts';
import { operatorsText } from '#shared/text/engine/operators.ts';

/** The registered operator who works with an open workspace, and the key that only their passphrase opens. */
export interface OperatorInHand {
  name: string;
  role: OperatorRole;
  signer: Signer;
}

const kinds: EntryKind[] = ['operator.added', 'operator.role-changed', 'operator.left', 'operator.recovered'];

/** Everybody whom the log of a workspace names as its operators, those who left included. */
export const registeredOperators = (log: LogRepository): Operator[] => operatorsOf(log.ofKinds(kinds));

/**
 * The same for as long as a workspace is open, without reading a long log again for every question: what was read stands
 * while the log still has the entry it was read up to.
 */
export class OperatorRoster {
  readonly #log: LogRepository;
  #read: { seq: number; hash: string; operators: Operator[] } | null = null;

  /** @param known everybody whom the log names, where it was just read; null: it is read when it is asked for */
  constructor(log: LogRepository, known: readonly Operator[] | null) {
    this.#log = log;
    if (known !== null) this.#keep([...known]);
  }

  list(): Operator[] {
    const read = this.#read;
    const stands = read !== null && this.#log.get(read.seq)?.leaf_hash === read.hash;
    return stands
      ? this.#keep(operatorsOf(this.#log.ofKinds(kinds, read.seq), read.operators))
      : this.#keep(registeredOperators(this.#log));
  }

  #keep(operators: Operator[]): Operator[] {
    const newest = this.#log.newest();
    this.#read = newest === undefined ? null : { seq: newest.seq, hash: newest.leaf_hash, operators };
    return operators;
  }
}

/** Those who work in it now. */
export const atWork = (operators: readonly Operator[]): Operator[] => operators.filter(({ left }) => left === null);

/**
 * Refuses what is not for the role of who works here.
 * @throws Failure ROLE_REFUSED, naming who may
 */
export function requireMay(log: LogRepository, by: OperatorInHand, kind: EntryKind): void {
  if (mayWrite(by.role, kind)) return;
  const roles = rolesFor[deedOf[kind]];
  const others = atWork(registeredOperators(log)).filter(({ role }) => roles.includes(role));
  throw new Failure(
    'ROLE_REFUSED',
    operatorsText.refused(
      by,
      deedOf[kind],
      others.map(({ name }) => name),
    ),
  );
}
