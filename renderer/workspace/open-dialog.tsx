import { Anchor, Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useKeyStore } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { appText } from '#shared/text/window/app.ts';
import { workspaceText as text } from '#shared/text/window/workspace.ts';
import { showDialog } from './dialog-state.ts';
import { RememberChoice } from './remember-choice.tsx';
import { openWorkspace } from './workspace-actions.ts';

/** Asks for the passphrase (or the recovery key) of a workspace and opens it. */
export function OpenDialog({
  target,
}: {
  target: { name: string; grantId?: string; recentId?: string; error?: unknown };
}) {
  const [secret, setSecret] = useState('');
  const [byRecovery, setByRecovery] = useState(false);
  const [error, setError] = useState<unknown>(target.error ?? null);
  const [remember, setRemember] = useState(false);
  const canRemember = useKeyStore().data?.available === true;
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const { name, grantId, recentId } = target;
    try {
      await openWorkspace({
        name,
        ...(grantId === undefined ? {} : { grantId }),
        ...(recentId === undefined ? {} : { recentId }),
        ...(byRecovery ? { recoveryKey: secret.trim() } : { passphrase: secret, ...(canRemember ? { remember } : {}) }),
      });
      showDialog(null);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const field = {
    value: secret,
    required: true,
    'data-autofocus': true,
    onChange: (event: { currentTarget: HTMLInputElement }) => setSecret(event.currentTarget.value),
  };
  return (
    <Modal opened onClose={() => showDialog(null)} title={text.openTitle(target.name)}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {byRecovery ? (
            <TextInput key="key" label={text.recoveryKey} autoComplete="off" {...field} />
          ) : (
            <PasswordInput key="passphrase" label={text.passphrase} autoComplete="current-password" {...field} />
          )}
          {!byRecovery && <RememberChoice checked={remember} onChange={setRemember} />}
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="left"
            onClick={() => {
              setByRecovery(!byRecovery);
              setSecret('');
              setError(null);
            }}
          >
            {byRecovery ? text.usePassphrase : text.useRecovery}
          </Anchor>
          {error !== null && <FailureNotice error={error} />}
          <Group justify="flex-end" gap="sm">
            <Button onClick={() => showDialog(null)}>{appText.cancel}</Button>
            <Button type="submit" variant="filled" loading={busy} disabled={secret === ''}>
              {text.openButton}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
