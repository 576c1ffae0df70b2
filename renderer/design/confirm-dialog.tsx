import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { appText } from '#shared/text/window/app.ts';
import { FailureNotice } from './failure-notice.tsx';

interface Props {
  opened: boolean;
  title: string;
  confirm: string;
  /** Drawn as a danger: what is confirmed cannot be taken back. */
  danger?: boolean;
  disabled?: boolean;
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
    <Modal opened={opened} onClose={onClose} title={title}>
      <Text component="div" size="sm" mb="md">
        {children}
      </Text>
      {error !== null && <FailureNotice error={error} />}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button onClick={onClose}>{appText.cancel}</Button>
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
    </Modal>
  );
}
