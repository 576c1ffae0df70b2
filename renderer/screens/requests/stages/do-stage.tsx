import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { endsUse } from '#shared/cases/request-stages.ts';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { DayField } from '../day-field.tsx';
import styles from '../requests.module.css';
import { refreshRequests, useAct, type StageProps } from '../use-act.ts';

const text = requestsWindowText.do;

/** The copy that answers access and portability. */
function Copy({ view }: StageProps) {
  const write = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'copy', suggestedName: text.copyName(view.request.ref) });
      if (!grant) return;
      await runJob(text.copyJob, () => engine.requests.export({ id: view.id, grantId: grant.grantId }));
      await refreshRequests();
    });
  return (
    <div className={styles.buttons}>
      <Button variant="filled" onClick={() => void write()}>
        {text.copy}
      </Button>
      <span className={styles.soft}>{text.copyHelp}</span>
    </div>
  );
}

/** What somebody did where the data are used: an end of a use, or what the program cannot do itself. */
function ByHand({ view }: StageProps) {
  const { act, busy } = useAct(view);
  const [note, setNote] = useState('');
  const [on, setOn] = useState(view.today);
  const { type } = view.request;
  const ends = endsUse(type);
  const enter = (): void => act(ends ? { act: 'stop', note, on } : { act: 'by-hand', note, on }, () => setNote(''));
  return (
    <div className={styles.form}>
      {!ends && (
        <p className={styles.soft}>{text.byHandHelp[type === 'erase' || type === 'rectify' ? type : 'other']}</p>
      )}
      <Textarea
        label={ends ? text.stopNote : text.byHandNote}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <div className={styles.row}>
        <DayField label={requestsWindowText.on} value={on} latest={view.today} onChange={setOn} />
        <Button variant="filled" loading={busy} disabled={note.trim() === ''} onClick={enter}>
          {ends ? text.stop : text.byHand}
        </Button>
      </div>
    </div>
  );
}

/** What is done of the request, and what was. */
export function DoStage({ view, locked }: StageProps) {
  const { type, deeds, decision } = view.request;
  const isCopied = type === 'access' || type === 'portability';
  if (decision?.outcome === 'refused') return <Notice>{text.refused}</Notice>;
  return (
    <>
      {deeds.length > 0 && (
        <ul className={styles.lines} aria-label={text.deeds}>
          {deeds.map(({ what, on, fileName, note, registerEntry }) => (
            <li key={`${what} ${on} ${fileName} ${note}`}>
              {text.deedOn(text.deed[what], on, fileName, note)}{' '}
              {registerEntry !== null && (
                <Button size="compact-sm" onClick={() => goToEntry(registerEntry)}>
                  {requestsWindowText.find.entry(registerEntry)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!locked && isCopied && <Copy view={view} locked={locked} />}
      {!locked && !isCopied && <ByHand view={view} locked={locked} />}
    </>
  );
}
