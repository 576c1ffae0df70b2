import { Button, Group, Modal, Text } from '@mantine/core';
import { appText } from '#shared/text/window/app.ts';
import { workspaceText as text } from '#shared/text/window/workspace.ts';
import type { AtStake } from './at-stake.ts';
import { showDialog } from './dialog-state.ts';
import { guarded } from './workspace-actions.ts';

/** Before a temporary workspace is wiped, a job stopped or something typed lost: save it, let it happen, or stay. */
export function LeaveDialog({
  stake: { temporary, jobs, unsaved },
  then,
}: {
  stake: AtStake;
  then: () => Promise<void>;
}) {
  const leave = (): void => {
    showDialog(null);
    void guarded(then);
  };
  return (
    <Modal
      opened
      onClose={() => showDialog(null)}
      title={temporary || unsaved ? text.closeTemporaryTitle : text.stopTitle}
    >
      {unsaved && (
        <Text size="sm" mb="md">
          {text.unsaved}
        </Text>
      )}
      {temporary && (
        <Text size="sm" mb="md">
          {text.closeTemporary}
        </Text>
      )}
      {jobs.length > 0 && (
        <Text size="sm" mb="md">
          {text.stopJobs(jobs)}
        </Text>
      )}
      <Group justify="flex-end" gap="sm">
        <Button onClick={() => showDialog(null)}>{appText.cancel}</Button>
        {temporary && <Button onClick={() => showDialog({ kind: 'save' })}>{text.saveEllipsis}</Button>}
        <Button variant="filled" color="red.9" onClick={leave}>
          {temporary ? text.wipe : jobs.length > 0 ? text.stopAndClose : text.closeUnsaved}
        </Button>
      </Group>
    </Modal>
  );
}
