import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { settingsText as text } from '#shared/text/window/settings.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './settings.module.css';

/** Who works here: named in every entry from now on. */
export function OperatorForm({ workspace }: { workspace: WorkspaceSummary }) {
  const [operator, setOperator] = useState(workspace.operator);
  const [saved, setSaved] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void guarded(async () => {
      queryClient.setQueryData(keys.workspace, await engine.workspaces.setOperator({ operator: operator.trim() }));
      setSaved(true);
      await refresh(keys.register, keys.verification);
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={text.operator}
        description={text.operatorHelp}
        required
        maxLength={200}
        disabled={workspace.readOnly}
        value={operator}
        onChange={(event) => {
          setOperator(event.currentTarget.value);
          setSaved(false);
        }}
      />
      <Button
        type="submit"
        disabled={workspace.readOnly || operator.trim() === '' || operator.trim() === workspace.operator}
      >
        {text.save}
      </Button>
      {saved && (
        <span role="status" className={styles.done}>
          {text.saved}
        </span>
      )}
    </form>
  );
}
