import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { endsUse } from '#shared/cases/request-stages.ts';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { JobButton } from '#renderer/design/job-button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { DayField } from '../day-field.tsx';
import styles from '../requests.module.css';
import { refreshRequests, useAct, type StageProps } from '../use-act.ts';
import { ErasePart } from './erase-part.tsx';
import { RectifyPart } from './rectify-part.tsx';

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
      <JobButton job={text.copyJob} variant="filled" onClick={() => void write()}>
        {text.copy}
      </JobButton>
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
  const isHere = type === 'erase' || type === 'rectify';
  const enter = (): void => act(ends ? { act: 'stop', note, on } : { act: 'by-hand', note, on }, () => setNote(''));
  return (
    <div className={styles.form}>
      {!ends && <p className={styles.soft}>{text.byHandHelp[isHere ? type : 'other']}</p>}
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
        <Button variant={isHere ? 'default' : 'filled'} loading={busy} disabled={note.trim() === ''} onClick={enter}>
          {ends ? text.stop : text.byHand}
        </Button>
      </div>
    </div>
  );
}

/** Keyed hashes that keep an objection after the person's data are gone. */
function Suppress({ view }: StageProps) {
  const suppress = (): Promise<void> =>
    guarded(async () => {
      await engine.requests.suppress({ id: view.id });
      await refreshRequests();
    });
  return (
    <div className={styles.buttons}>
      <Button onClick={() => void suppress()}>{text.suppressNow}</Button>
      <span className={styles.soft}>{text.suppressHelp}</span>
    </div>
  );
}

/** What was done, each with its entry, and what an erasure left. */
function Deeds({ view }: Pick<StageProps, 'view'>) {
  const { deeds } = view.request;
  const remains = deeds.flatMap((deed) => deed.remains);
  return (
    <>
      <ul className={styles.lines} aria-label={text.deeds}>
        {deeds.map(({ what, on, rows, fileName, note, registerEntry }) => (
          <li key={`${what} ${on} ${registerEntry} ${note}`}>
            {text.deedOn(text.deed[what], on, rows, fileName, note)}{' '}
            {registerEntry !== null && (
              <Button size="compact-sm" onClick={() => goToEntry(registerEntry)}>
                {requestsWindowText.find.entry(registerEntry)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remains.length > 0 && (
        <Section title={text.remains}>
          <ul className={styles.lines}>
            {remains.map(({ what, why }) => (
              <li key={`${what} ${why}`}>
                <bdi>{what}</bdi>: {why}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** What is done of the request, and what was. */
export function DoStage({ view, locked }: StageProps) {
  const { type, deeds, decision, search } = view.request;
  const given = { view, locked };
  if (decision?.outcome === 'refused') return <Notice>{text.refused}</Notice>;
  const here = decision !== null && search !== null;
  const objects = endsUse(type) || type === 'object';
  return (
    <>
      {deeds.length > 0 && <Deeds view={view} />}
      {!locked && (type === 'access' || type === 'portability') && <Copy {...given} />}
      {!locked && here && type === 'erase' && <ErasePart {...given} />}
      {!locked && here && type === 'rectify' && <RectifyPart {...given} />}
      {!locked && objects && <Suppress {...given} />}
      {!locked && type !== 'access' && type !== 'portability' && <ByHand {...given} />}
    </>
  );
}
