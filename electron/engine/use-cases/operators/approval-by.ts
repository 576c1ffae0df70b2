import { Failure } from '#shared/contract/failure.ts';
import { rolesFor } from '#shared/journal/who-may.ts';
import { operatorsText } from '#shared/text/engine/operators.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** Who approves, and whether nobody else was there to do it: the record then says so. */
export interface ApprovalBy {
  approver: string;
  alone: boolean;
}

/**
 * Whether who works here may approve what these people wrote: it takes an approver, and somebody else than the author
 * wherever more than one operator works in the workspace.
 * @param authors names of everybody who wrote something of that version
 * @throws Failure ROLE_REFUSED, naming who may
 */
export function approvalBy(workspace: Workspace, authors: readonly string[]): ApprovalBy {
  const { operator, role } = workspace.summary();
  const working = workspace.operators.atWork();
  const alone = working.length <= 1;
  if (role === null) return { approver: operator, alone };
  const approvers = working.filter((known) => rolesFor.approve.includes(known.role)).map(({ name }) => name);
  if (!approvers.includes(operator))
    throw new Failure('ROLE_REFUSED', operatorsText.refused({ name: operator, role }, 'approve', approvers));
  if (!alone && authors.includes(operator))
    throw new Failure(
      'ROLE_REFUSED',
      operatorsText.wroteIt(
        operator,
        approvers.filter((name) => !authors.includes(name)),
      ),
    );
  return { approver: operator, alone };
}
