import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { appText } from '#shared/text/window/app.ts';
import { showDialog } from './dialog-state.ts';

/** Asks who is working; goes on with what needed the name. */
export function OperatorDialog({ then }: { then?: () => void }) {
  const [operator, setOperator] = useState(useWorkspace().data?.operator ?? '');
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      queryClient.setQueryData(keys.workspace, await engine.workspaces.setOperator({ operator: operator.trim() }));
      await refresh(keys.register, keys.verification);
      showDialog(null);
      then?.();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal opened onClose={() => showDialog(null)} title={appText.operatorTitle}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {appText.operatorWhy}
          </Text>
          <TextInput
            label={appText.operatorField}
            value={operator}
            data-autofocus
            required
            maxLength={200}
            onChange={(event) => setOperator(event.currentTarget.value)}
          />
          {error !== null && <FailureNotice error={error} />}
          <Group justify="flex-end" gap="sm">
            <Button onClick={() => showDialog(null)}>{appText.cancel}</Button>
            <Button type="submit" variant="filled" disabled={operator.trim() === ''}>
              {appText.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
