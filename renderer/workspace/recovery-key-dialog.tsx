import { Button, Checkbox, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { workspaceText as text } from '#shared/text/window/workspace.ts';
import { showDialog } from './dialog-state.ts';

/** Shows the recovery key once; it cannot be closed before the person says it is written down. */
export function RecoveryKeyDialog({ recoveryKey }: { recoveryKey: string }) {
  const [written, setWritten] = useState(false);
  const clipboard = useClipboard({ timeout: 3000 });
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={text.keyTitle}
      size={480}
    >
      <Stack gap="sm">
        <Text size="sm">{text.keyWhy}</Text>
        <Code
          block
          bg="var(--cx-ground-sunken)"
          fz={15}
          ta="center"
          p="md"
          aria-label={text.recoveryKey}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {recoveryKey}
        </Code>
        <Group justify="space-between">
          <Checkbox
            label={text.written}
            checked={written}
            onChange={(event) => setWritten(event.currentTarget.checked)}
          />
          <Group gap="sm">
            <Button onClick={() => clipboard.copy(recoveryKey)}>{clipboard.copied ? text.copied : text.copy}</Button>
            <Button variant="filled" disabled={!written} onClick={() => showDialog(null)}>
              {text.done}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
