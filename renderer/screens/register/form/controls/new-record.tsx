import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { recordKinds, type RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { fieldWords } from '../field-words.ts';
import styles from '../form.module.css';

const text = recordsText.create;

/** A record begins with its name, where it is needed; the rest is told in the record itself. */
export function NewRecord({
  kind,
  onCreate,
  onClose,
}: {
  kind: RecordKind;
  onCreate(name: string): Promise<void>;
  onClose(): void;
}) {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // The form stands inside another one's page: Enter there is not meant for it.
    event.stopPropagation();
    if (name.trim() === '' || busy) return;
    setBusy(true);
    await guarded(() => onCreate(name.trim()));
    setBusy(false);
  };
  return (
    <form className={styles.inPlace} onSubmit={(event) => void create(event)}>
      <TextInput
        className={styles.grow}
        autoFocus
        maxLength={500}
        aria-label={text.name(fieldWords(kind, recordKinds[kind].title).label)}
        placeholder={fieldWords(kind, recordKinds[kind].title).label}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose();
        }}
      />
      <Button type="submit" loading={busy} disabled={name.trim() === ''}>
        {text.confirm}
      </Button>
      <Button onClick={onClose}>{text.cancel}</Button>
    </form>
  );
}
