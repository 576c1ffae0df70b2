import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { engine } from '#renderer/client/connection.ts';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { settingsText as text } from '#shared/text/window/settings.ts';
import { adoptWorkspace } from '#renderer/workspace/workspace-actions.ts';

/** Deletes the workspace's folder after its name was typed. */
export function DeleteWorkspace({ workspace }: { workspace: WorkspaceSummary }) {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  return (
    <>
      <Button color="red" disabled={workspace.readOnly} onClick={() => setAsking(true)}>
        {text.delete}
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        title={text.deleteTitle(workspace.name)}
        confirm={text.deleteConfirm}
        disabled={typed !== workspace.name || reason.trim() === ''}
        onClose={() => {
          setAsking(false);
          setTyped('');
          setReason('');
        }}
        onConfirm={async () => {
          await engine.workspaces.delete({ confirmName: typed, reason });
          await adoptWorkspace(null);
        }}
      >
        <p>{text.dangerHelp}</p>
        <TextInput
          label={text.deleteType(workspace.name)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        <ReasonField label={text.deleteReason} value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}
