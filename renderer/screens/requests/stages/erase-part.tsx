import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { rowsChanged } from '#renderer/client/rows-changed.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import styles from '../requests.module.css';
import type { StageProps } from '../use-act.ts';

const text = requestsWindowText.do;

/** Takes the person out of everything that is held here; asked once more before, since nothing brings it back. */
export function ErasePart({ view }: StageProps) {
  const [opened, setOpened] = useState(false);
  const [suppress, setSuppress] = useState(false);
  const { search, decision, deeds } = view.request;
  const kept = decision?.kept.length ?? 0;
  // Once it is done the next step is the primary one; what came in since can still be erased.
  const isDone = deeds.some(({ what }) => what === 'erased');
  const most = (search?.hits ?? [])
    .filter(({ place, match }) => place === 'dataset' && match !== 'text')
    .reduce((all, { rows }) => Math.max(all, rows), 0);
  const erase = async (): Promise<void> => {
    await runJob(text.eraseJob, () => engine.requests.erase({ id: view.id, suppress }));
    await rowsChanged();
  };
  return (
    <>
      <p className={styles.soft}>{text.eraseHelp}</p>
      <div className={styles.buttons}>
        {isDone ? (
          <Button onClick={() => setOpened(true)}>{text.eraseAgain}…</Button>
        ) : (
          <Button variant="filled" color="red.9" onClick={() => setOpened(true)}>
            {text.erase(0)}…
          </Button>
        )}
        {kept > 0 && <span className={styles.soft}>{text.keeps(kept)}</span>}
      </div>
      <ConfirmDialog
        opened={opened}
        title={text.erase(most)}
        confirm={text.erase(0)}
        job={text.eraseJob}
        danger
        onClose={() => setOpened(false)}
        onConfirm={erase}
      >
        <p>{text.eraseHelp}</p>
        {kept > 0 && <p>{text.keeps(kept)}</p>}
        <Checkbox
          label={text.suppress}
          checked={suppress}
          onChange={({ currentTarget }) => setSuppress(currentTarget.checked)}
        />
      </ConfirmDialog>
    </>
  );
}
