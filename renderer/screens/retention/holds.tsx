import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RetentionHoldView, RetentionTimeline } from '#shared/contract/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Section } from '#renderer/design/section.tsx';
import { HoldDialog, LiftDialog } from './hold-dialogs.tsx';
import styles from './retention.module.css';

const text = retentionWindowText.holds;

function Rows({
  holds,
  mayApprove,
  onLift,
}: {
  holds: readonly RetentionHoldView[];
  mayApprove: boolean;
  onLift(hold: RetentionHoldView): void;
}) {
  return (
    <table className={styles.table} aria-label={text.label}>
      <ColumnHeads names={Object.values(text.heads)} deeds />
      <tbody>
        {holds.map((hold) => (
          <tr key={hold.id}>
            <th scope="row">{text.what(hold)}</th>
            <td>{hold.citation}</td>
            <td className={hold.holds ? undefined : styles.isOpen}>{text.until(hold)}</td>
            <td>{hold.by}</td>
            <td>{hold.reason}</td>
            <td className={styles.deed}>
              <Button
                size="compact-sm"
                disabled={!mayApprove}
                aria-label={text.liftOf(hold.citation)}
                onClick={() => onLift(hold)}
              >
                {text.lift}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is kept from every run, by which law and until when. */
export function Holds({ timeline, mayApprove }: { timeline: RetentionTimeline; mayApprove: boolean }) {
  const { holds } = timeline;
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<RetentionHoldView | null>(null);
  return (
    <Section
      title={text.title}
      aside={
        <Button size="compact-sm" disabled={!mayApprove} onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      }
    >
      {holds.length === 0 ? (
        <p className={styles.soft}>{text.none}</p>
      ) : (
        <Rows holds={holds} mayApprove={mayApprove} onLift={setLifting} />
      )}
      {adding && <HoldDialog rules={timeline.rules} onClose={() => setAdding(false)} />}
      {lifting !== null && <LiftDialog hold={lifting} onClose={() => setLifting(null)} />}
    </Section>
  );
}
