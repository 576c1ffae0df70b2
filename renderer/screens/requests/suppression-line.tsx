import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys } from '#renderer/client/query-client.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import styles from './requests.module.css';
import { refreshRequests } from './use-act.ts';

const text = requestsWindowText.suppression;

/** How many keyed hashes the suppression list has, and a way off it: it names nobody, so a value is typed. */
export function SuppressionLine({ readOnly }: { readOnly: boolean }) {
  const [opened, setOpened] = useState(false);
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const list = useQuery({
    queryKey: [...keys.requests, 'suppression'],
    queryFn: () => engine.subjects.suppressionList({}),
  });
  const hashes = list.data?.hashes ?? 0;
  if (hashes === 0) return null;
  const remove = async (): Promise<void> => {
    const made = await engine.subjects.unsuppress({ values: [value.trim()], reason });
    notifyDone(text.done(made.hashes));
    setValue('');
    setReason('');
    await refreshRequests();
  };
  return (
    <p className={styles.soft}>
      {text.holds(hashes)}{' '}
      <Button size="compact-sm" disabled={readOnly} onClick={() => setOpened(true)}>
        {text.remove}…
      </Button>
      <ConfirmDialog
        opened={opened}
        title={text.remove}
        confirm={text.confirm}
        disabled={value.trim() === '' || reason.trim() === ''}
        onClose={() => setOpened(false)}
        onConfirm={remove}
      >
        <p>{text.help}</p>
        <TextInput label={text.value} value={value} onChange={({ currentTarget }) => setValue(currentTarget.value)} />
        <ReasonField label={text.reason} value={reason} onChange={setReason} />
      </ConfirmDialog>
    </p>
  );
}
