import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import type { DueListed, DueShown } from '#shared/contract/due.ts';
import { dueText } from '#shared/text/engine/due.ts';
import { dueWindowText as text } from '#shared/text/window/due.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { DueRows } from './due-rows.tsx';
import { foldDue, type FoldedDue } from './fold-due.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import styles from './due.module.css';

const saveCalendar = (): Promise<void> =>
  guarded(async () => {
    const grant = await window.custos.requestSave({ kind: 'calendar', suggestedName: text.file });
    if (!grant) return;
    const { due, fileName } = await engine.due.calendar({ grantId: grant.grantId });
    notifyDone(text.saved(due, fileName));
    await refresh(keys.register, keys.verification);
  });

const foldedTitle = ({ kind, month, items }: FoldedDue): string => {
  if (kind === 'month') return text.month(items.length, month);
  return kind === 'old' ? text.old(items.length) : text.later(items.length);
};

type Snooze = ((item: DueListed) => void) | null;

function Folded({ due, onSnooze }: { due: DueShown; onSnooze: Snooze }) {
  const { folded } = foldDue(due);
  return (
    <>
      {folded.map((part) => (
        <details key={`${part.kind} ${part.month}`} className={styles.folded}>
          <summary>{foldedTitle(part)}</summary>
          <DueRows items={part.items} now={due.now} label={foldedTitle(part)} onSnooze={onSnooze} />
        </details>
      ))}
      {due.snoozed.length > 0 && (
        <details className={styles.folded}>
          <summary>{text.snoozed(due.snoozed.length)}</summary>
          <ul className={styles.list} aria-label={text.snoozed(due.snoozed.length)}>
            {due.snoozed.map((item) => (
              <li key={`${item.kind} ${item.id}`} className={styles.aside}>
                {dueText.calendar.title(item.ref, item.what)}{' '}
                <span className={styles.soft}>{text.snoozedUntil(item.until, item.reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Everything that is due: what is over first, what is far folded by month; a source that cannot be asked says so. */
export function DueList({ readOnly }: { readOnly: boolean }) {
  // A dataset that has arrived meanwhile has its day, too.
  const { dataUpdatedAt } = useDatasets();
  const due = useQuery({
    queryKey: [...keys.due, dataUpdatedAt],
    queryFn: () => engine.due.list({}),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
  const [snoozing, setSnoozing] = useState<DueListed | null>(null);
  if (due.isPending) return null;
  if (due.isError) return <FailureNotice error={due.error} onRetry={() => void due.refetch()} />;
  const { items, now, notComputed } = due.data;
  const { rows } = foldDue(due.data);
  const onSnooze = readOnly ? null : setSnoozing;
  const [first] = items;
  return (
    <Section
      title={text.title(rows.length)}
      aside={
        !readOnly && (
          <Button leftSection={<CalendarDays size={14} aria-hidden="true" />} onClick={() => void saveCalendar()}>
            {text.calendar}
          </Button>
        )
      }
    >
      {notComputed.map(({ kind, why }) => (
        <Notice key={kind} tone="warn">
          {why}
        </Notice>
      ))}
      {rows.length > 0 && <DueRows items={rows} now={now} label={text.tasks} onSnooze={onSnooze} />}
      {rows.length === 0 && <p className={styles.none}>{first === undefined ? text.none : text.until(first.at)}</p>}
      <Folded due={due.data} onSnooze={onSnooze} />
      {snoozing !== null && <SnoozeDialog item={snoozing} now={now} onClose={() => setSnoozing(null)} />}
    </Section>
  );
}
