import { Button, Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { openBeforeAnswer } from '#shared/cases/request-stages.ts';
import { requestChannels, type RequestChannel } from '#shared/domain/request.ts';
import { requestChannelWords, requestStageWords } from '#shared/text/requests.ts';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { DayField } from '../day-field.tsx';
import styles from '../requests.module.css';
import { useAct, type StageProps } from '../use-act.ts';

const text = requestsWindowText.answer;

/** That the person was told, on which day; from then on no clock runs. */
export function AnswerStage({ view, locked }: StageProps) {
  const { act, busy } = useAct(view);
  const [on, setOn] = useState(view.today);
  const [how, setHow] = useState<RequestChannel>(view.request.channel);
  const [remediesTold, setRemediesTold] = useState(false);
  const { answer, acknowledgedOn, decision } = view.request;
  if (answer !== null) return <Notice tone="pass">{text.closed(answer.on)}</Notice>;
  if (locked) return null;
  const missing = openBeforeAnswer(view.request);
  return (
    <>
      {missing.length > 0 && <Notice>{text.missing(missing.map((stage) => requestStageWords[stage]))}</Notice>}
      {acknowledgedOn !== null && <p className={styles.soft}>{text.acknowledged(acknowledgedOn)}</p>}
      <div className={styles.form}>
        <div className={styles.row}>
          <DayField label={text.on} value={on} latest={view.today} onChange={setOn} />
          <Select
            label={text.how}
            allowDeselect={false}
            data={requestChannels.map((value) => ({ value, label: requestChannelWords[value] }))}
            value={how}
            onChange={(chosen) => chosen !== null && setHow(chosen)}
          />
        </div>
        {decision !== null && decision.outcome !== 'granted' && (
          <Checkbox
            label={text.remedies}
            checked={remediesTold}
            onChange={({ currentTarget }) => setRemediesTold(currentTarget.checked)}
          />
        )}
        <div className={styles.buttons}>
          <Button
            variant="filled"
            loading={busy}
            disabled={on === ''}
            onClick={() => act({ act: 'answer', on, how, remediesTold })}
          >
            {text.close}
          </Button>
          {acknowledgedOn === null && (
            <Button loading={busy} onClick={() => act({ act: 'acknowledge', on })}>
              {text.acknowledge}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
