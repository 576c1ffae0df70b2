import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import type { Operator } from '#shared/domain/operator.ts';
import { useOperators } from '#renderer/client/queries.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { moment } from '#shared/text/numbers.ts';
import { roleNames } from '#shared/text/operators.ts';
import { operatorsWindowText as text } from '#shared/text/window/operators.ts';
import { AddOperator } from './add-operator.tsx';
import { OperatorChange, type OperatorWish } from './operator-change.tsx';
import styles from './settings.module.css';

interface RowsProps {
  operators: readonly Operator[];
  you: string;
  /** Null where who works here may not change it. */
  onWish: ((wish: OperatorWish) => void) | null;
}

function Rows({ operators, you, onWish }: RowsProps) {
  return (
    <table className={styles.rows} aria-label={text.table}>
      <ColumnHeads names={text.columns} />
      <tbody>
        {operators.map((operator) => (
          <tr key={operator.name}>
            <th scope="row">{operator.name === you ? text.you(operator.name) : operator.name}</th>
            <td>
              {operator.left === null ? roleNames[operator.role] : text.left(roleNames[operator.role], operator.left)}
            </td>
            <td>{moment(operator.since)}</td>
            <td className={styles.change}>
              {onWish !== null && operator.left === null && (
                <>
                  <Button
                    size="compact-sm"
                    aria-label={text.changeRoleOf(operator.name)}
                    onClick={() => onWish({ kind: 'role', operator })}
                  >
                    {text.changeRole}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={text.leaveOf(operator.name)}
                    onClick={() => onWish({ kind: 'leave', operator })}
                  >
                    {text.leave}
                  </Button>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who works in the workspace; approvers, and whoever is alone, add people and change what they do. */
export function Operators({ workspace }: { workspace: WorkspaceSummary }) {
  const operators = useOperators();
  const [adding, setAdding] = useState(false);
  const [wish, setWish] = useState<OperatorWish | null>(null);
  if (operators.isError) return <FailureNotice error={operators.error} onRetry={() => void operators.refetch()} />;
  if (operators.isPending) return <SkeletonRows rows={3} />;
  const everybody = operators.data;
  const mayChange = workspace.role === null || workspace.role === 'approver';
  const approvers = everybody.filter(({ role, left }) => role === 'approver' && left === null);
  return (
    <Section title={text.title}>
      <p className={styles.help}>
        {workspace.temporary ? text.temporary : everybody.length === 0 ? text.alone : text.several}
      </p>
      {everybody.length > 0 && (
        <Rows operators={everybody} you={workspace.operator} onWish={mayChange ? setWish : null} />
      )}
      {mayChange ? (
        <Button disabled={workspace.readOnly || workspace.temporary} onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      ) : (
        <p className={styles.help}>{text.forApprovers(approvers.map(({ name }) => name))}</p>
      )}
      {adding && <AddOperator first={workspace.operators === 0} onClose={() => setAdding(false)} />}
      {wish && <OperatorChange wish={wish} you={workspace.operator} onClose={() => setWish(null)} />}
    </Section>
  );
}
