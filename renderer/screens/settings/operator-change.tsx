import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { operatorRoles, type Operator, type OperatorRole } from '#shared/domain/operator.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { adoptWorkspace } from '#renderer/workspace/workspace-actions.ts';
import { operatorsWindowText } from '#shared/text/window/operators.ts';
import styles from './settings.module.css';

const text = operatorsWindowText.dialog;

/** What somebody wants to change about an operator. */
export interface OperatorWish {
  kind: 'role' | 'leave';
  operator: Operator;
}

/** Asks for the new role, where it is about that, and for the reason. */
export function OperatorChange({
  wish: { kind, operator },
  you,
  onClose,
}: {
  wish: OperatorWish;
  you: string;
  onClose(): void;
}) {
  const { name } = operator;
  const [role, setRole] = useState<OperatorRole>(operator.role);
  const [reason, setReason] = useState('');
  const confirm = async (): Promise<void> => {
    if (kind === 'role')
      queryClient.setQueryData(keys.operators, await engine.operators.setRole({ name, role, reason }));
    else {
      queryClient.setQueryData(keys.operators, await engine.operators.leave({ name, reason }));
      if (name === you) return adoptWorkspace(null);
    }
    await refresh(keys.workspace, keys.register, keys.verification);
  };
  return (
    <ConfirmDialog
      opened
      title={kind === 'role' ? text.roleTitle(name) : text.leaveTitle(name)}
      confirm={kind === 'role' ? text.roleButton : text.leaveButton}
      danger={kind === 'leave'}
      disabled={reason.trim() === '' || (kind === 'role' && role === operator.role)}
      onClose={onClose}
      onConfirm={confirm}
    >
      {kind === 'leave' ? (
        <p>{text.leaveWhy}</p>
      ) : (
        <Radio.Group label={text.role} value={role} onChange={(value) => setRole(value)}>
          <Stack gap={4} mt={4}>
            {operatorRoles.map((value) => (
              <Radio key={value} value={value} label={operatorsWindowText.role(value)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <div className={styles.gap} />
      <ReasonField label={text.reason} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
