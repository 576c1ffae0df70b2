import { Button, Group, Modal, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyNotices } from '#renderer/client/notify.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { appText } from '#shared/text/window/app.ts';
import { workspaceText as text } from '#shared/text/window/workspace.ts';
import { showDialog } from './dialog-state.ts';
import { RememberChoice } from './remember-choice.tsx';
import { WeakChoice } from './weak-choice.tsx';
import { adoptWorkspace } from './workspace-actions.ts';

const shortest = 10;

type Kind = 'create' | 'save';

const useSealForm = (workspace: { operator: string; organisation: string } | null | undefined) =>
  useForm({
    initialValues: {
      operator: workspace?.operator ?? '',
      organisation: workspace?.organisation ?? '',
      policy: 'customer-tracking' as ClassificationPolicy,
      passphrase: '',
      again: '',
      remember: false,
      weakAccepted: false,
    },
    validate: {
      operator: (value) => (value.trim() === '' ? text.required : null),
      passphrase: (value) => (value.length < shortest ? text.tooShort : null),
      again: (value, all) => (value === all.passphrase ? null : text.notSame),
    },
  });
type Form = ReturnType<typeof useSealForm>;

/** Asks for the folder, makes the workspace there, then shows its recovery key. */
async function seal(kind: Kind, values: Form['values'], suggestedName: string): Promise<void> {
  const grant = await window.custos.requestSave({ kind: 'workspace', suggestedName });
  if (!grant) return;
  const { remember } = values;
  const request = {
    grantId: grant.grantId,
    operator: values.operator.trim(),
    organisation: values.organisation.trim(),
    passphrase: values.passphrase,
    weakAccepted: values.weakAccepted,
    ...(remember ? { remember } : {}),
  };
  if (kind === 'create') {
    const made = await engine.workspaces.create({ ...request, policy: values.policy });
    await adoptWorkspace(made.workspace);
    showDialog({ kind: 'recovery-key', key: made.recoveryKey });
    if (remember && !made.remembered) notifyNotices(made.workspace.name, [text.notRemembered]);
  } else {
    const saved = await engine.workspaces.saveTemporary(request);
    queryClient.setQueryData(keys.workspace, saved.workspace);
    await refresh(keys.recent, keys.datasets, keys.register, keys.verification);
    showDialog({ kind: 'recovery-key', key: saved.recoveryKey });
    if (remember && !saved.remembered) notifyNotices(saved.workspace.name, [text.notRemembered]);
  }
}

/** Who answers for the workspace, and by which policy; a temporary one has its policy already. */
function AnswersFor({ kind, form }: { kind: Kind; form: Form }) {
  return (
    <>
      <TextInput
        label={text.operator}
        description={text.operatorHelp}
        required
        autoFocus
        data-autofocus
        {...form.getInputProps('operator')}
      />
      <TextInput label={text.organisation} {...form.getInputProps('organisation')} />
      {kind === 'create' && (
        <Radio.Group label={text.policy} {...form.getInputProps('policy')}>
          <Stack gap={4} mt={4}>
            <Radio value="customer-tracking" label={text.policyTracking} />
            <Radio value="gdpr-strict" label={text.policyStrict} />
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}

function PassphraseFields({ form }: { form: Form }) {
  return (
    <>
      <PasswordInput
        label={text.passphrase}
        description={text.passphraseHelp}
        required
        autoComplete="new-password"
        {...form.getInputProps('passphrase')}
      />
      <PasswordInput
        label={text.passphraseAgain}
        required
        autoComplete="new-password"
        {...form.getInputProps('again')}
      />
    </>
  );
}

/**
 * Creates a workspace, or saves the temporary one for good: operator, passphrase twice, folder; then the recovery key.
 */
export function SealDialog({ kind }: { kind: Kind }) {
  const workspace = useWorkspace().data;
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useSealForm(workspace);
  const submit = form.onSubmit(async (values) => {
    setError(null);
    setBusy(true);
    try {
      await seal(kind, values, kind === 'save' && workspace ? `${workspace.name}.custos` : text.suggested);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  });
  return (
    <Modal opened onClose={() => showDialog(null)} title={kind === 'create' ? text.create : text.save} size={480}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {kind === 'create' ? text.createWhy : text.saveWhy}
          </Text>
          <AnswersFor kind={kind} form={form} />
          <PassphraseFields form={form} />
          <WeakChoice
            error={error}
            checked={form.values.weakAccepted}
            onChange={(weak) => form.setFieldValue('weakAccepted', weak)}
          />
          <RememberChoice
            checked={form.values.remember}
            onChange={(remember) => form.setFieldValue('remember', remember)}
          />
          {error !== null && <FailureNotice error={error} />}
          <Group justify="flex-end" gap="sm">
            <Button onClick={() => showDialog(null)}>{appText.cancel}</Button>
            <Button type="submit" variant="filled" loading={busy}>
              {text.chooseFolder}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
