import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { settingsText as text } from '#shared/text/window/settings.ts';
import { WeakChoice } from '#renderer/workspace/weak-choice.tsx';
import styles from './settings.module.css';

const shortest = 10;

/** Current passphrase, new one twice; the recovery key stays valid. */
export function PassphraseForm({ readOnly }: { readOnly: boolean }) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const form = useForm({
    initialValues: { current: '', next: '', again: '', weakAccepted: false },
    validate: {
      current: (value) => (value === '' ? text.required : null),
      next: (value) => (value.length < shortest ? text.tooShort : null),
      again: (value, all) => (value === all.next ? null : text.notSame),
    },
  });
  const submit = form.onSubmit(async ({ current, next, weakAccepted }) => {
    setError(null);
    setDone(false);
    setBusy(true);
    try {
      await engine.workspaces.changePassphrase({ current, next, weakAccepted });
      form.reset();
      setDone(true);
      await refresh(keys.register, keys.verification);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  });
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PasswordInput
        label={text.current}
        autoComplete="current-password"
        disabled={readOnly}
        {...form.getInputProps('current')}
      />
      <PasswordInput
        label={text.next}
        autoComplete="new-password"
        disabled={readOnly}
        {...form.getInputProps('next')}
      />
      <PasswordInput
        label={text.again}
        autoComplete="new-password"
        disabled={readOnly}
        {...form.getInputProps('again')}
      />
      <WeakChoice
        error={error}
        checked={form.values.weakAccepted}
        onChange={(weak) => form.setFieldValue('weakAccepted', weak)}
      />
      {error !== null && <FailureNotice error={error} />}
      <Button type="submit" loading={busy} disabled={readOnly}>
        {text.change}
      </Button>
      {done && (
        <span role="status" className={styles.done}>
          {text.changed}
        </span>
      )}
    </form>
  );
}
