import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { classifyText } from '#shared/text/window/classify.ts';

const text = classifyText.policy;

/** The D3 switch of the workspace: asks for the reason and says what Recital 30 holds. */
export function PolicySwitch({ workspace }: { workspace: WorkspaceSummary }) {
  const [wanted, setWanted] = useState<ClassificationPolicy | null>(null);
  const [reason, setReason] = useState('');
  const change = async (): Promise<void> => {
    queryClient.setQueryData(
      keys.workspace,
      await engine.workspaces.setPolicy({ policy: wanted!, reason: reason.trim() }),
    );
    await refresh(['classification']);
    // Measuring again takes its time; the strip says so itself.
    void refresh(['assessment'], ['profile'], keys.register, keys.verification);
  };
  return (
    <>
      <SegmentedControl
        aria-label={text.label}
        readOnly={workspace.readOnly}
        value={workspace.policy}
        onChange={(policy) => setWanted(policy)}
        data={[
          { value: 'customer-tracking', label: text.tracking },
          { value: 'gdpr-strict', label: text.strict },
        ]}
      />
      {wanted && (
        <ConfirmDialog
          opened
          title={text.changeTitle[wanted]}
          confirm={text.confirm}
          disabled={reason.trim() === ''}
          onClose={() => setWanted(null)}
          onConfirm={change}
        >
          <p>{text.change[wanted]}</p>
          <p>{text.whole}</p>
          <ReasonField label={text.reason} value={reason} onChange={setReason} autoFocus />
        </ConfirmDialog>
      )}
    </>
  );
}
