import { Button, Radio, TextInput, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { refreshDataUse } from '#renderer/client/data-use.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { showRecord } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { GeneratedNotice } from '#shared/contract/lawfulness.ts';
import { noticesText } from '#shared/text/window/notices.ts';
import styles from './notices.module.css';

const text = noticesText.take;

/** A person reads the text, mends it, and answers for it: as the next version of a kept notice, or one of its own. */
export function TakeOverPanel({ notice, onClose }: { notice: GeneratedNotice; onClose(): void }) {
  const { purpose, missing, kept } = notice;
  const [words, setWords] = useState(notice.text);
  const [validFrom, setValidFrom] = useState(() => new Date().toISOString().slice(0, 10));
  const [toldWhere, setToldWhere] = useState('');
  const [newest] = kept;
  const [next, setNext] = useState(newest !== undefined);
  const [busy, setBusy] = useState(false);
  const take = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    await guarded(async () => {
      const { id, ref } = await engine.lawfulness.takeOverNotice({
        purpose: purpose.id,
        text: words,
        validFrom,
        ...(toldWhere.trim() === '' ? {} : { toldWhere: toldWhere.trim() }),
        ...(next && newest !== undefined ? { record: newest.id } : {}),
      });
      await refreshDataUse('');
      notifyDone(text.done(ref), {
        label: noticesText.keptOnes.open(ref),
        run: () => showRecord({ kind: 'notice', id }),
      });
      onClose();
    });
    setBusy(false);
  };
  return (
    <section className={styles.panel} aria-label={text.title(purpose.title)}>
      <h2 className={styles.panelTitle}>{text.title(purpose.title)}</h2>
      <form className={styles.form} onSubmit={(event) => void take(event)}>
        <p className={styles.words}>
          {text.means} {missing.length > 0 && text.lacks}
        </p>
        <Textarea
          label={text.text}
          required
          autosize
          minRows={6}
          maxRows={16}
          maxLength={20_000}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={text.validFrom}
          required
          value={validFrom}
          onChange={({ currentTarget }) => setValidFrom(currentTarget.value)}
        />
        <TextInput
          label={text.toldWhere}
          maxLength={500}
          value={toldWhere}
          onChange={({ currentTarget }) => setToldWhere(currentTarget.value)}
        />
        {newest !== undefined && (
          <Radio.Group label={text.as} value={next ? 'next' : 'own'} onChange={(value) => setNext(value === 'next')}>
            <div className={styles.choices}>
              <Radio value="next" label={text.next(newest.ref, newest.version)} />
              <Radio value="own" label={text.own} />
            </div>
          </Radio.Group>
        )}
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" loading={busy} disabled={words.trim() === '' || validFrom === ''}>
            {text.confirm}
          </Button>
          <Button onClick={onClose}>{text.cancel}</Button>
        </div>
      </form>
    </section>
  );
}
