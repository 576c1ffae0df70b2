import { Anchor, Button, Group, Modal, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { useKeyStore } from '#renderer/client/queries.ts';
import { keys } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { operatorWithRole } from '#shared/text/operators.ts';
import { appText } from '#shared/text/window/app.ts';
import { workspaceText as text } from '#shared/text/window/workspace.ts';
import { showDialog } from './dialog-state.ts';
import { RememberChoice } from './remember-choice.tsx';
import { WeakChoice } from './weak-choice.tsx';
import { openWorkspace } from './workspace-actions.ts';

interface Target {
  name: string;
  grantId?: string;
  recentId?: string;
  error?: unknown;
}

const placeOf = ({ grantId, recentId }: Target) => ({
  ...(grantId === undefined ? {} : { grantId }),
  ...(recentId === undefined ? {} : { recentId }),
});

/** Who may say that it is them; asked anew for each dialog, for somebody may have been added meanwhile. */
const useOperatorsOf = (target: Target) =>
  useQuery({
    queryKey: [...keys.operators, 'of-place', target.grantId, target.recentId],
    queryFn: () => engine.operators.ofPlace(placeOf(target)),
    gcTime: 0,
  }).data ?? [];

function Who({
  names,
  who,
  onChange,
}: {
  names: ReturnType<typeof useOperatorsOf>;
  who: string;
  onChange(name: string): void;
}) {
  return (
    <Select
      label={text.who}
      required
      allowDeselect={false}
      data={names.map(({ name, role }) => ({ value: name, label: operatorWithRole(name, role) }))}
      value={who === '' ? null : who}
      onChange={(name) => onChange(name ?? '')}
    />
  );
}

/** With the recovery key an operator gets a new passphrase, and a new key. */
function NewPassphrase({
  value,
  onChange,
  children,
}: {
  value: string;
  onChange(value: string): void;
  children: ReactNode;
}) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {text.recoveryAnew}
      </Text>
      <PasswordInput
        label={text.newPassphrase}
        required
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {children}
    </>
  );
}

/** Asks who is working where there is a choice, and for their passphrase (or the recovery key), and opens a workspace. */
export function OpenDialog({ target }: { target: Target }) {
  const [secret, setSecret] = useState('');
  const [byRecovery, setByRecovery] = useState(false);
  const [error, setError] = useState<unknown>(target.error ?? null);
  const [remember, setRemember] = useState(false);
  const [chosen, setChosen] = useState('');
  const [anew, setAnew] = useState('');
  const [weakAccepted, setWeakAccepted] = useState(false);
  const canRemember = useKeyStore().data?.available === true;
  const [busy, setBusy] = useState(false);
  const operators = useOperatorsOf(target);
  const who = operators.length === 1 ? (operators[0]?.name ?? '') : chosen;
  const makesAnew = byRecovery && operators.length > 0;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await openWorkspace({
        name: target.name,
        ...placeOf(target),
        ...(who === '' ? {} : { operator: who }),
        ...(byRecovery ? { recoveryKey: secret.trim() } : { passphrase: secret, ...(canRemember ? { remember } : {}) }),
        ...(makesAnew ? { newPassphrase: anew, weakAccepted } : {}),
      });
      showDialog(null);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const otherSecret = (): void => {
    setByRecovery(!byRecovery);
    setSecret('');
    setError(null);
  };
  const field = {
    value: secret,
    required: true,
    'data-autofocus': true,
    onChange: (event: { currentTarget: HTMLInputElement }) => setSecret(event.currentTarget.value),
  };
  const isComplete = secret !== '' && (operators.length === 0 || who !== '') && (!makesAnew || anew !== '');
  return (
    <Modal opened onClose={() => showDialog(null)} title={text.openTitle(target.name)}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {operators.length > 1 && <Who names={operators} who={who} onChange={setChosen} />}
          {byRecovery ? (
            <TextInput key="key" label={text.recoveryKey} autoComplete="off" {...field} />
          ) : (
            <PasswordInput key="passphrase" label={text.passphrase} autoComplete="current-password" {...field} />
          )}
          {makesAnew && (
            <NewPassphrase value={anew} onChange={setAnew}>
              <WeakChoice error={error} checked={weakAccepted} onChange={setWeakAccepted} />
            </NewPassphrase>
          )}
          {!byRecovery && <RememberChoice checked={remember} onChange={setRemember} />}
          <Anchor component="button" type="button" size="sm" ta="left" onClick={otherSecret}>
            {byRecovery ? text.usePassphrase : text.useRecovery}
          </Anchor>
          {error !== null && <FailureNotice error={error} />}
          <Group justify="flex-end" gap="sm">
            <Button onClick={() => showDialog(null)}>{appText.cancel}</Button>
            <Button type="submit" variant="filled" loading={busy} disabled={!isComplete}>
              {text.openButton}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
