import { Button } from '@mantine/core';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { EditionCheck } from '#shared/domain/edition.ts';
import { editionWindowText as text } from '#shared/text/window/editions.ts';
import { checkEdition, useEdition } from '#renderer/client/editions.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { NewsList } from '#renderer/differences/news-list.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './datasets.module.css';

function Checked({ check, onAgain }: { check: EditionCheck; onAgain: (() => void) | null }) {
  const { news, earlier, notes, registerEntry, checkedAt, rows } = check;
  return (
    <Section
      title={text.title(earlier.name)}
      aside={
        <div className={styles.deeds}>
          {onAgain !== null && <Button onClick={onAgain}>{text.again}</Button>}
          <Button onClick={() => goToEntry(registerEntry)}>{text.entry(registerEntry)}</Button>
        </div>
      }
    >
      {news.length === 0 ? <Notice tone="pass">{text.none(earlier.name)}</Notice> : <NewsList news={news} />}
      <p className={styles.sentence}>
        {text.kept(checkedAt, rows)} {notes.join(' ')}
      </p>
    </Section>
  );
}

/** A dataset held against the edition before it. */
export function EditionTab({ dataset, readOnly }: { dataset: DatasetSummary; readOnly: boolean }) {
  const edition = useEdition(dataset.id);
  if (edition.isPending) return <SkeletonRows rows={6} />;
  if (edition.isError) return <FailureNotice error={edition.error} onRetry={() => void edition.refetch()} />;
  const { earlier, check } = edition.data;
  if (earlier === null) return null;
  const run = readOnly ? null : (): void => void guarded(() => checkEdition(dataset));
  if (check !== null) return <Checked check={check} onAgain={run} />;
  return (
    <Notice
      tone="warn"
      action={
        run !== null && (
          <Button variant="filled" onClick={run}>
            {text.check}
          </Button>
        )
      }
    >
      {text.notYet(earlier.name)}
    </Notice>
  );
}
