import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { BreachShown } from '#shared/contract/breaches.ts';
import { breachDeletions, type BreachDeletion } from '#shared/domain/breach.ts';
import { inZone } from '#shared/cases/breach/clock.ts';
import { breachesWindowText } from '#shared/text/window/breaches.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { Section } from '#renderer/design/section.tsx';
import { refreshBreaches, stateBreach } from './use-change.ts';
import styles from './breaches.module.css';

const text = breachesWindowText.end;

/** A closed breach becomes open again, with the reason. */
function Reopen({ breach: { id, body } }: { breach: BreachShown }) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const reopen = async (): Promise<void> => {
    if (await stateBreach(id, { kind: 'reopen', reason })) setReason('');
  };
  return (
    <>
      <Button onClick={() => setOpened(true)}>{text.reopen}…</Button>
      <ConfirmDialog
        opened={opened}
        title={text.reopenTitle(body.ref)}
        confirm={text.reopen}
        disabled={reason.trim() === ''}
        onClose={() => setOpened(false)}
        onConfirm={reopen}
      >
        <p>{text.reopenHelp}</p>
        <ReasonField label={text.reason} value={reason} onChange={setReason} autoFocus />
      </ConfirmDialog>
    </>
  );
}

/** Erases the record for good; why is chosen, so that no word of it stays. */
export function DeleteBreach({ id, name }: { id: string; name: string }) {
  const [opened, setOpened] = useState(false);
  const [why, setWhy] = useState<BreachDeletion | null>(null);
  const remove = async (): Promise<void> => {
    if (why === null) return;
    await engine.breaches.delete({ breach: id, why });
    notifyDone(text.deleted(name));
    await refreshBreaches();
  };
  return (
    <>
      <Button onClick={() => setOpened(true)}>{text.delete}…</Button>
      <ConfirmDialog
        opened={opened}
        title={text.deleteTitle(name)}
        confirm={text.delete}
        danger
        disabled={why === null}
        onClose={() => setOpened(false)}
        onConfirm={remove}
      >
        <p>{text.deleteHelp}</p>
        <Select
          label={text.why}
          allowDeselect={false}
          data={breachDeletions.map((value) => ({ value, label: text.whys[value] }))}
          value={why}
          onChange={setWhy}
        />
      </ConfirmDialog>
    </>
  );
}

/** What can be done with the record itself, and how often it was opened again. */
export function EndSection({ breach, readOnly }: { breach: BreachShown; readOnly: boolean }) {
  const { reopenings, zone, closing, ref } = breach.body;
  return (
    <Section title={text.title}>
      <ul className={styles.entries}>
        {reopenings.map(({ at, by, reason }) => (
          <li key={at}>
            {text.reopened(by, inZone(at, zone))} <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className={styles.buttons}>
          {closing !== null && <Reopen breach={breach} />}
          <DeleteBreach id={breach.id} name={ref} />
        </div>
      )}
    </Section>
  );
}
