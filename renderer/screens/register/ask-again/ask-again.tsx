import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { AskedAgain } from '#shared/contract/lawfulness.ts';
import { askAgainText as text } from '#shared/text/window/ask-again.ts';
import styles from './ask-again.module.css';

interface Props {
  dataset: { id: string; name: string };
  /** Id of the record of the purpose that they would be asked for. */
  purpose: string;
  disabled: boolean;
}

/** Writes the list of people who may be asked for a new consent, where the person says; the log has its counts. */
export function AskAgain({ dataset, purpose, disabled }: Props) {
  const [written, setWritten] = useState<AskedAgain | null>(null);
  const running = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const write = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'people', suggestedName: text.name(dataset.name) });
      if (!grant) return;
      const control = new AbortController();
      running.current = control;
      setBusy(true);
      try {
        const { grantId } = grant;
        const asked = await engine.lawfulness.askAgain(
          { datasetId: dataset.id, purpose, grantId },
          { signal: control.signal },
        );
        setWritten(asked);
        notifyDone(text.done(asked.people, asked.fileName));
        await refresh(keys.register, keys.verification);
      } catch (error) {
        if (!control.signal.aborted) throw error;
        notifyDone(text.cancelled);
      } finally {
        setBusy(false);
      }
    });
  return (
    <div className={styles.ask}>
      <div className={styles.buttons}>
        <Button loading={busy} disabled={disabled} onClick={() => void write()}>
          {text.write}
        </Button>
        {busy && <Button onClick={() => running.current?.abort()}>{text.cancel}</Button>}
      </div>
      {written !== null && (
        <Notice
          tone="pass"
          action={<Button onClick={() => goToEntry(written.registerEntry)}>{text.entry(written.registerEntry)}</Button>}
        >
          {text.written(written)}
        </Notice>
      )}
    </div>
  );
}
