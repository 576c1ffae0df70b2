import { Button } from '@mantine/core';
import { ClipboardCheck } from 'lucide-react';
import { useRecords } from '#renderer/client/records.ts';
import { showAssessment } from '#renderer/state/register-place.ts';
import { impactWindowText as text } from '#shared/text/window/impact.ts';
import { RecordList } from '../list/record-list.tsx';
import { worstFirst } from '../list/record-order.ts';
import styles from './impact.module.css';

/** The activities that can be assessed, and the records of all assessments. */
export function AssessmentsTab() {
  const { data } = useRecords();
  const activities = worstFirst(data?.filter(({ kind, state }) => kind === 'activity' && state !== 'retired') ?? []);
  return (
    <>
      {activities.length > 0 && (
        <div className={styles.strip} role="group" aria-label={text.assess}>
          <span className={styles.soft}>{text.assess}</span>
          {activities.slice(0, text.mostOffered).map(({ id, ref, title }) => (
            <Button
              key={id}
              size="compact-sm"
              leftSection={<ClipboardCheck size={13} aria-hidden="true" />}
              onClick={() => showAssessment(id)}
            >
              {text.activity(ref, title)}
            </Button>
          ))}
          {activities.length > text.mostOffered && (
            <span className={styles.soft}>{text.more(activities.length - text.mostOffered)}</span>
          )}
        </div>
      )}
      <RecordList tab="assessments" />
    </>
  );
}
