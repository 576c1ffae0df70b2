import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { requestWaits, type RequestWait } from '#shared/domain/request.ts';
import { requestWaitWords } from '#shared/text/requests.ts';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { Section } from '#renderer/design/section.tsx';
import { DayField } from '../day-field.tsx';
import styles from '../requests.module.css';
import { useAct, type StageProps } from '../use-act.ts';

const text = requestsWindowText.identity;

/** What the person was asked, each question with its answer or the way to enter it. */
function Waits({ view, locked }: StageProps) {
  const { act, busy } = useAct(view);
  const [on, setOn] = useState(view.today);
  const { waits } = view.request;
  if (waits.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {waits.map(({ why, askedOn, answeredOn, detail }) => (
        <li key={`${why} ${askedOn}`}>
          {text.asked(requestWaitWords[why], askedOn)}
          <span className={styles.soft}>
            {' '}
            ({detail}), {answeredOn === null ? text.open : text.answered(answeredOn)}
          </span>
          {/* Identity is answered by saying why it is certain. */}
          {answeredOn === null && why !== 'identity' && !locked && (
            <div className={styles.row}>
              <DayField label={requestsWindowText.on} value={on} latest={view.today} onChange={setOn} />
              <Button loading={busy} onClick={() => act({ act: 'answered', why, on })}>
                {text.enterAnswer}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A question to the person: who they are, what they mean, a fee. It may stop the clock. */
function Ask({ view }: StageProps) {
  const { act, busy } = useAct(view);
  const [why, setWhy] = useState<RequestWait>('identity');
  const [detail, setDetail] = useState('');
  const [on, setOn] = useState(view.today);
  return (
    <Section title={text.askTitle}>
      <div className={styles.form}>
        <Select
          label={text.why}
          allowDeselect={false}
          data={requestWaits.map((value) => ({ value, label: text.whyOf[value] }))}
          value={why}
          onChange={(chosen) => chosen !== null && setWhy(chosen)}
        />
        <Textarea
          label={why === 'fee' ? text.feeDetail : text.detail}
          autosize
          minRows={2}
          maxLength={4000}
          value={detail}
          onChange={({ currentTarget }) => setDetail(currentTarget.value)}
        />
        <div className={styles.row}>
          <DayField label={requestsWindowText.on} value={on} latest={view.today} onChange={setOn} />
          <Button
            loading={busy}
            disabled={detail.trim() === ''}
            onClick={() => act({ act: 'ask', why, detail, on }, () => setDetail(''))}
          >
            {text.ask}
          </Button>
        </div>
      </div>
    </Section>
  );
}

/** Says why it is certain who asks. */
function Identify({ view }: StageProps) {
  const { act, busy } = useAct(view);
  const [how, setHow] = useState('');
  const [on, setOn] = useState(view.today);
  const enter = (needed: boolean) => (): void => act({ act: 'identified', needed, how, on });
  return (
    <div className={styles.form}>
      <Textarea
        label={text.how}
        autosize
        minRows={2}
        maxLength={4000}
        value={how}
        onChange={({ currentTarget }) => setHow(currentTarget.value)}
      />
      <div className={styles.row}>
        <DayField label={requestsWindowText.on} value={on} latest={view.today} onChange={setOn} />
        <Button variant="filled" loading={busy} disabled={how.trim() === ''} onClick={enter(true)}>
          {text.shown}
        </Button>
        <Button loading={busy} disabled={how.trim() === ''} onClick={enter(false)}>
          {text.notNeeded}
        </Button>
      </div>
    </div>
  );
}

/** Who asks, and whether that is certain. */
export function IdentityStage({ view, locked }: StageProps) {
  const { name, contact, onBehalf, wish, identity } = view.request;
  const said = (value: string): string => (value === '' ? requestsWindowText.notGiven : value);
  const { fields } = requestsWindowText;
  return (
    <>
      <Facts
        items={[
          { label: fields.name, value: <bdi>{said(name)}</bdi> },
          { label: fields.contact, value: <bdi>{said(contact)}</bdi> },
          { label: fields.onBehalf, value: onBehalf === '' ? null : <bdi>{onBehalf}</bdi> },
          { label: fields.wish, value: wish === '' ? null : <bdi>{wish}</bdi> },
        ]}
      />
      <p>
        {text.state[identity.state]}
        {identity.method !== '' && identity.state !== 'asked' && (
          <span className={styles.soft}> {identity.method}</span>
        )}
      </p>
      <Waits view={view} locked={locked} />
      {!locked && view.stages.identity !== 'done' && <Identify view={view} locked={locked} />}
      {!locked && <Ask view={view} locked={locked} />}
    </>
  );
}
