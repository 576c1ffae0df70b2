import { Button, Group, Modal, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { operatorRoles, type OperatorRole } from '#shared/domain/operator.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { WeakChoice } from '#renderer/workspace/weak-choice.tsx';
import { appText } from '#shared/text/window/app.ts';
import { operatorsWindowText } from '#shared/text/window/operators.ts';
import { settingsText } from '#shared/text/window/settings.ts';
import { workspaceText } from '#shared/text/window/workspace.ts';

const text = operatorsWindowText.dialog;
const shortest = 10;

/** @param first whoever is alone types their passphrase, too: it seals a key of their own from then on */
const useAddForm = (first: boolean) =>
  useForm({
    initialValues: {
      name: '',
      role: 'author' as OperatorRole,
      own: '',
      passphrase: '',
      again: '',
      weakAccepted: false,
    },
    validate: {
      name: (value) => (value.trim() === '' ? workspaceText.required : null),
      own: (value) => (first && value === '' ? workspaceText.required : null),
      passphrase: (value) => (value.length < shortest ? settingsText.tooShort : null),
      again: (value, all) => (value === all.passphrase ? null : settingsText.notSame),
    },
  });

/** Name, role, and the passphrase that they type themselves. */
export function AddOperator({ first, onClose }: { first: boolean; onClose(): void }) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useAddForm(first);
  const submit = form.onSubmit(async ({ name, role, own, passphrase, weakAccepted }) => {
    setError(null);
    setBusy(true);
    try {
      const everybody = await engine.operators.add({
        name: name.trim(),
        role,
        passphrase,
        weakAccepted,
        ...(first ? { own } : {}),
      });
      queryClient.setQueryData(keys.operators, everybody);
      await refresh(keys.workspace, keys.register, keys.verification);
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  });
  return (
    <Modal opened onClose={onClose} title={text.add} size={480}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput label={text.name} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <Radio.Group label={text.role} {...form.getInputProps('role')}>
            <Stack gap={4} mt={4}>
              {operatorRoles.map((value) => (
                <Radio key={value} value={value} label={operatorsWindowText.role(value)} />
              ))}
            </Stack>
          </Radio.Group>
          {first && (
            <PasswordInput
              label={text.own}
              description={text.ownWhy}
              required
              autoComplete="current-password"
              {...form.getInputProps('own')}
            />
          )}
          <Text size="sm" c="dimmed">
            {text.addWhy}
          </Text>
          <PasswordInput
            label={text.passphrase}
            required
            autoComplete="new-password"
            {...form.getInputProps('passphrase')}
          />
          <PasswordInput label={text.again} required autoComplete="new-password" {...form.getInputProps('again')} />
          <WeakChoice
            error={error}
            checked={form.values.weakAccepted}
            onChange={(weak) => form.setFieldValue('weakAccepted', weak)}
          />
          {error !== null && <FailureNotice error={error} />}
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{appText.cancel}</Button>
            <Button type="submit" variant="filled" loading={busy}>
              {text.addButton}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
