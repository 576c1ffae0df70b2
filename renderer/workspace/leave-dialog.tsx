import { Button, Group, Modal, Text } from '@mantine/core';
import { appText } from '#shared/text/window/app.ts';
import { workspaceText as text } from '#shared/text/window/workspace.ts';
import { showDialog } from './dialog-state.ts';
import { guarded } from './workspace-actions.ts';

/** Before a temporary workspace is wiped: save it, wipe it, or stay. */
export function CloseTemporaryDialog({ then }: { then: () => Promise<void> }) {
  return (
    <Modal opened onClose={() => showDialog(null)} title={text.closeTemporaryTitle}>
      <Text size="sm" mb="md">{text.closeTemporary}</Text>
      <Group justify="flex-end" gap="sm">
        <Button onClick={() => showDialog(null)}>{appText.cancel}</Button>
        <Button onClick={() => showDialog({ kind: 'save' })}>{text.saveEllipsis}</Button>
        <Button variant="filled" color="red.9" onClick={() => { showDialog(null); void guarded(then); }}>{text.wipe}</Button>
      </Group>
    </Modal>
  );
}
