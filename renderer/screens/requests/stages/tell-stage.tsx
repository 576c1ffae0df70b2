import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RequestRecipient } from '#shared/cases/request.ts';
import { isToldOn } from '#shared/cases/request-stages.ts';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { DayField } from '../day-field.tsx';
import styles from '../requests.module.css';
import { useAct, type StageProps } from '../use-act.ts';

const text = requestsWindowText.tell;

/** One recipient: told on a day, or why that is impossible. */
function Told({ view, locked, recipient }: StageProps & { recipient: RequestRecipient }) {
  const { act, busy } = useAct(view);
  const [on, setOn] = useState(view.today);
  const [reason, setReason] = useState<string | null>(null);
  const { releaseId, fileName, toldOn, notTold } = recipient;
  if (toldOn !== null) return text.toldOn(toldOn);
  if (notTold !== '') return text.notTold(notTold);
  if (locked) return null;
  if (reason !== null)
    return (
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          label={text.whyNot}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button
          loading={busy}
          disabled={reason.trim() === ''}
          onClick={() => act({ act: 'tell', releaseId, on: null, notTold: reason })}
        >
          {text.enter}
        </Button>
      </div>
    );
  return (
    <div className={styles.row}>
      <DayField label={requestsWindowText.on} value={on} latest={view.today} onChange={setOn} />
      <Button
        variant="filled"
        loading={busy}
        aria-label={text.toldOf(fileName)}
        onClick={() => act({ act: 'tell', releaseId, on, notTold: '' })}
      >
        {text.told}
      </Button>
      <Button aria-label={text.impossibleOf(fileName)} onClick={() => setReason('')}>
        {text.impossible}
      </Button>
    </div>
  );
}

/** Who was given the data, by the log of releases, and what they were told (Art. 19). */
export function TellStage({ view, locked }: StageProps) {
  const { type, recipients } = view.request;
  if (!isToldOn(type)) return <Notice>{text.notAsked}</Notice>;
  if (recipients.length === 0) return <Notice>{text.none}</Notice>;
  return (
    <table className={styles.table} aria-label={text.table}>
      <ColumnHeads names={text.heads} />
      <tbody>
        {recipients.map((recipient) => (
          <tr key={recipient.releaseId}>
            <th scope="row">
              <bdi>{recipient.fileName}</bdi>
            </th>
            <td>{recipient.recipient ?? <span className={styles.soft}>{text.nobody}</span>}</td>
            <td>{text.holds[recipient.holds]}</td>
            <td>
              <Told view={view} locked={locked} recipient={recipient} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
