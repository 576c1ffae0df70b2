import { useDifferences } from '#renderer/client/differences.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { DifferenceList } from '#renderer/differences/difference-list.tsx';
import styles from '#renderer/differences/differences.module.css';
import { differencesText } from '#shared/text/register/differences.ts';
import { differencesWindowText as text } from '#shared/text/window/differences.ts';

/** What the data show and the register does not say; and what could not be told, which is no agreement. */
export function DifferencesTab() {
  const found = useDifferences();
  if (found.isError) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <SkeletonRows rows={6} label={text.comparing} />;
  const { differences, notJudged, advice, compared } = found.data;
  return (
    <div className={styles.page}>
      <Section title={text.title(differences.length)}>
        {differences.length === 0 ? (
          <Notice tone={notJudged.length === 0 && compared > 0 ? 'pass' : 'quiet'}>
            {compared === 0 ? text.nothingToCompare : text.none(compared, notJudged.length)}
          </Notice>
        ) : (
          <DifferenceList differences={differences} label={text.tasks} />
        )}
      </Section>
      {notJudged.length > 0 && (
        <Section title={text.notJudged(notJudged.length)}>
          <ul className={styles.aside}>
            {notJudged.map((each) => (
              <li key={differencesText.notJudged(each)}>{differencesText.notJudged(each)}</li>
            ))}
          </ul>
        </Section>
      )}
      {advice.length > 0 && (
        <Section title={text.advice}>
          <ul className={styles.aside}>
            {advice.map((each) => (
              <li key={differencesText.advice(each)}>{differencesText.advice(each)}</li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
