import { GatheredFromLog } from '#engine/catalog/repositories/gathered-from-log.ts';
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
 * The same for as long as a workspace is open.
 * @param known everybody whom the entries up to a number name, where they were just read; null: the log is read when it
 *   is asked for
 */
export const operatorRoster = (
  log: LogRepository,
  known: { upTo: number; operators: readonly Operator[] } | null,
): GatheredFromLog<Operator[]> =>
  new GatheredFromLog(
    log,
    (after, before) => operatorsOf(log.ofKinds(kinds, after), before ?? []),
    known === null ? null : { upTo: known.upTo, value: [...known.operators] },
  );

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
