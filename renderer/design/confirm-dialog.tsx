import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { appText } from '#shared/text/window/app.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Working } from './working.tsx';

interface Props {
  opened: boolean;
  title: string;
  confirm: string;
  /** Drawn as a danger: what is confirmed cannot be taken back. */
  danger?: boolean;
  disabled?: boolean;
  /** The name of the job that is started: its progress and its Cancel stand here, for the title bar lies under the dialog. */
  job?: string;
  onConfirm(): Promise<void>;
  onClose(): void;
  children: ReactNode;
}

/** Asks before something that cannot be taken back; shows the failure inside when it does not work. */
export function ConfirmDialog({
  opened,
  title,
  confirm,
  danger = false,
  disabled = false,
  job,
  onConfirm,
  onClose,
  children,
}: Props) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const act = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    // What goes on is not left by a button that closes: “Cancel” would read as if it had been stopped.
    <Modal opened={opened} onClose={busy ? () => {} : onClose} withCloseButton={!busy} title={title}>
      <Text component="div" size="sm" mb="md">
        {children}
      </Text>
      {error !== null && <FailureNotice error={error} />}
      {busy && job !== undefined ? (
        <Working name={job} />
      ) : (
        <Group justify="flex-end" gap="sm" mt="md">
          <Button disabled={busy} onClick={onClose}>
            {appText.cancel}
          </Button>
          <Button
            variant="filled"
            color={danger ? 'red.9' : 'accent'}
            loading={busy}
            disabled={disabled}
            onClick={() => void act()}
          >
            {confirm}
          </Button>
        </Group>
      )}
    </Modal>
  );
}
