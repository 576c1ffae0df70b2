import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { breachesWindowText } from '#shared/text/window/breaches.ts';
import { engine } from '#renderer/client/connection.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { localOf, momentOf, refreshBreaches } from './use-change.ts';
import styles from './breaches.module.css';

const text = breachesWindowText.form;

/** Aware when, and what: no more is needed for the clock to begin. */
export function ReportForm({ onDone, onCancel }: { onDone(ref: string): void; onCancel(): void }) {
  const [title, setTitle] = useState('');
  const [aware, setAware] = useState(() => localOf(new Date().toISOString()));
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const awareAt = momentOf(aware);
  const report = (event: FormEvent): void => {
    event.preventDefault();
    if (awareAt === null) return;
    void guarded(async () => {
      const { ref } = await engine.breaches.report({ title, awareAt, zone });
      await refreshBreaches();
      onDone(ref);
    });
  };
  return (
    <form className={styles.form} aria-label={text.title} onSubmit={report}>
      <TextInput
        label={text.what}
        description={text.whatHint}
        value={title}
        maxLength={300}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={text.aware}
        description={text.awareHint(zone)}
        value={aware}
        onChange={({ currentTarget }) => setAware(currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" disabled={title.trim() === '' || awareAt === null}>
          {text.begin}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  );
}
