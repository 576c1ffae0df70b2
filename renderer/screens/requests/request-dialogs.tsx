import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RequestView } from '#shared/contract/requests.ts';
import { requestsWindowText as text } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { DayField } from './day-field.tsx';
import { refreshRequests } from './use-act.ts';

/** Two months more, told within the first. Nothing where no extension is possible. */
export function ExtendButton({ view, readOnly }: { view: RequestView; readOnly: boolean }) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [on, setOn] = useState(view.today);
  const { extendBy } = view.clock;
  if (extendBy === null) return null;
  const extend = async (): Promise<void> => {
    await engine.requests.act({ id: view.id, act: { act: 'extend', reason, on } });
    await refreshRequests();
  };
  return (
    <>
      <Button disabled={readOnly} onClick={() => setOpened(true)}>
        {text.extend.open}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={text.extend.title}
        confirm={text.extend.confirm}
        disabled={reason.trim() === '' || on === ''}
        onClose={() => setOpened(false)}
        onConfirm={extend}
      >
        <p>{text.extend.by(extendBy)}</p>
        <ReasonField label={text.extend.reason} value={reason} onChange={setReason} autoFocus />
        <DayField label={text.extend.on} value={on} latest={view.today} onChange={setOn} />
      </ConfirmDialog>
    </>
  );
}

/** Erases the record; before its time with a reason. Nothing before the answer. */
export function DeleteButton({ view, readOnly }: { view: RequestView; readOnly: boolean }) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const { keepUntil } = view;
  if (keepUntil === null) return null;
  const isOver = view.today >= keepUntil;
  const remove = async (): Promise<void> => {
    await engine.requests.delete({ id: view.id, reason });
    notifyDone(text.delete.done(view.request.ref));
    await refreshRequests();
  };
  return (
    <>
      <Button disabled={readOnly} onClick={() => setOpened(true)}>
        {text.delete.open}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={text.delete.title}
        confirm={text.delete.confirm}
        danger
        disabled={!isOver && reason.trim() === ''}
        onClose={() => setOpened(false)}
        onConfirm={remove}
      >
        <p>{isOver ? text.delete.over : text.delete.before(keepUntil)}</p>
        {!isOver && <ReasonField label={text.delete.reason} value={reason} onChange={setReason} autoFocus />}
      </ConfirmDialog>
    </>
  );
}
