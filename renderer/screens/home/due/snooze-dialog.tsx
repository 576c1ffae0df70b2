import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DueListed } from '#shared/contract/due.ts';
import { dueText } from '#shared/text/engine/due.ts';
import { dueWindowText as text } from '#shared/text/window/due.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';

const inDays = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

/** Puts a task aside until a day, for a reason that goes into the register. */
export function SnoozeDialog({ item, now, onClose }: { item: DueListed; now: string; onClose(): void }) {
  // Clocks of the law do not stop: the engine takes a day at most for them.
  const [until, setUntil] = useState(() => inDays(now, item.kind === 'breach' || item.kind === 'request' ? 1 : 7));
  const [reason, setReason] = useState('');
  const snooze = async (): Promise<void> => {
    await engine.due.snooze({ kind: item.kind, id: item.id, until, reason });
    await refresh(keys.due, keys.register, keys.verification);
  };
  return (
    <ConfirmDialog
      opened
      title={text.dialog.title}
      confirm={text.dialog.confirm}
      disabled={reason.trim() === '' || until === ''}
      onConfirm={snooze}
      onClose={onClose}
    >
      <p>{text.dialog.sentence(dueText.calendar.title(item.ref, item.what), text.dated(item.at))}</p>
      <TextInput
        type="date"
        label={text.dialog.until}
        value={until}
        min={inDays(now, 1)}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <ReasonField label={text.dialog.reason} value={reason} onChange={setReason} autoFocus />
    </ConfirmDialog>
  );
}
