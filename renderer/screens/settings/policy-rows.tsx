import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PolicyItem } from '#shared/contract/policy.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { usePolicy } from '#renderer/client/queries.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { policyText } from '#shared/text/policy.ts';
import { policyWindowText as text } from '#shared/text/window/policy.ts';
import { PolicyDialog, type PolicyWish } from './policy-dialog.tsx';
import styles from './settings.module.css';

/** Rows of a topic that are shown before somebody asks for all. */
const first = 3;

/** Where a row comes from, what is merely proposed, and who set it otherwise. */
function Source({ row, pending, unit, override }: PolicyItem) {
  return (
    <>
      {override && <strong className={styles.override}>{text.set(override, policyText.value(row.value, unit))}</strong>}
      {row.source}, <span className={styles.days}>{text.since(row.validFrom ?? '', row.checkedOn)}.</span> {row.note}
      {pending.map((other) => (
        <span key={`${other.value} ${other.source}`} className={styles.pending}>
          {text.pending(policyText.value(other.value, unit), other.source)}
        </span>
      ))}
    </>
  );
}

interface TopicProps {
  id: string;
  items: readonly PolicyItem[];
  readOnly: boolean;
  onWish(wish: PolicyWish): void;
}

/** One topic's rows; of a long one the first and those that were set otherwise. */
function Topic({ id, items, readOnly, onWish }: TopicProps) {
  const [all, setAll] = useState(false);
  const title = policyText.topics[id] ?? id;
  const shown = items.filter(({ override }, at) => all || at < first || override !== null);
  const subjectOf = ({ subject }: PolicyItem): string =>
    subject === '*' ? (items.length === 1 ? text.everybody : text.everybodyElse) : text.subject(id, subject);
  return (
    <>
      <table className={styles.rows} aria-label={title}>
        <caption>{title}</caption>
        <ColumnHeads names={Object.values(text.columns)} />
        <tbody>
          {shown.map((item) => (
            <tr key={item.key}>
              <th scope="row">{subjectOf(item)}</th>
              <td>{policyText.value(item.value, item.unit)}</td>
              <td>
                <Source {...item} />
              </td>
              <td className={styles.change}>
                {item.minimum === item.maximum ? (
                  text.byLaw
                ) : (
                  <Button
                    size="compact-sm"
                    aria-label={text.changeOf(item.key)}
                    disabled={readOnly}
                    onClick={() => onWish({ item, topic: title, subject: subjectOf(item), kind: 'change' })}
                  >
                    {text.change}
                  </Button>
                )}
                {item.override && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={text.resetOf(item.key)}
                    disabled={readOnly}
                    onClick={() => onWish({ item, topic: title, subject: subjectOf(item), kind: 'reset' })}
                  >
                    {text.reset}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > first && (
        <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.fewer : text.all(items.length)}
        </Button>
      )}
    </>
  );
}

/** What releases go by, with source and day, and what the workspace sets otherwise. */
export function PolicyRows({ workspace }: { workspace: WorkspaceSummary }) {
  const policy = usePolicy();
  const [wish, setWish] = useState<PolicyWish | null>(null);
  if (policy.isError) return <FailureNotice error={policy.error} onRetry={() => void policy.refetch()} />;
  if (policy.isPending) return <SkeletonRows rows={4} />;
  const topics = [...new Set(policy.data.map(({ id }) => id))];
  return (
    <Section title={text.title}>
      <p className={styles.help}>{text.help}</p>
      {topics.map((topic) => (
        <Topic
          key={topic}
          id={topic}
          items={policy.data.filter(({ id }) => id === topic)}
          readOnly={workspace.readOnly}
          onWish={setWish}
        />
      ))}
      {wish && <PolicyDialog wish={wish} onClose={() => setWish(null)} />}
    </Section>
  );
}
