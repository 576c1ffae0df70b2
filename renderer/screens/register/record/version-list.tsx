import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRecordDiff } from '#renderer/client/records.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { showRecord } from '#renderer/state/register-place.ts';
import type { RecordDetail, VersionSummary } from '#shared/contract/records.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { fieldWords } from '../form/field-words.ts';
import { DiffView } from '../review/diff-view.tsx';
import styles from './record.module.css';

const text = recordsText;

function VersionDiff({ kind, id, from, to }: { kind: RecordKind; id: string; from: number; to: number }) {
  const diff = useRecordDiff(kind, id, from, to);
  if (diff.isError) return <FailureNotice error={diff.error} onRetry={() => void diff.refetch()} />;
  return diff.data ? <DiffView kind={kind} differences={diff.data} /> : <SkeletonRows rows={2} />;
}

/** One version: its state, who made it and why; its words and what it changed on request. */
function VersionRow({
  kind,
  id,
  version,
  before,
  onShow,
}: {
  kind: RecordKind;
  id: string;
  version: VersionSummary;
  before: VersionSummary | undefined;
  onShow(version: number): void;
}) {
  const [compared, setCompared] = useState(false);
  const { version: number, state, savedBy, savedAt, reason, approvedBy, approvedAt, unreadable } = version;
  return (
    <li>
      <div className={styles.version}>
        <Pill tone={unreadable ? 'block' : 'quiet'}>
          {unreadable ? text.list.unreadable : text.page.version(number, state)}
        </Pill>
        <span>{text.page.made(savedBy, savedAt)}</span>
        {approvedBy !== null && approvedAt !== null && (
          <span className={styles.quiet}>{text.page.approvedBy(approvedBy, approvedAt)}</span>
        )}
        <span className={styles.grow} />
        {before !== undefined && !unreadable && !before.unreadable && (
          <Button aria-expanded={compared} onClick={() => setCompared(!compared)}>
            {text.page.compare(before.version, number)}
          </Button>
        )}
        <Button onClick={() => onShow(number)}>{text.page.show(number)}</Button>
      </div>
      {reason !== '' && <div className={styles.quiet}>{text.review.why(reason)}</div>}
      {compared && before !== undefined && <VersionDiff kind={kind} id={id} from={before.version} to={number} />}
    </li>
  );
}

/** Below the form: every version with what it changed, and the records that name this one. */
export function AboutRecord({
  kind,
  id,
  detail,
  onShow,
}: {
  kind: RecordKind;
  id: string;
  detail: RecordDetail;
  onShow(version: number): void;
}) {
  const { versions, referredBy } = detail;
  return (
    <div className={styles.section}>
      {versions.length > 0 && (
        <Section title={text.page.versions}>
          <ul className={styles.versions}>
            {versions.map((version, at) => (
              <VersionRow
                key={version.version}
                kind={kind}
                id={id}
                version={version}
                before={versions[at + 1]}
                onShow={onShow}
              />
            ))}
          </ul>
        </Section>
      )}
      <Section title={text.page.namedBy}>
        {referredBy.length === 0 && <p className={styles.quiet}>{text.page.namedByNone}</p>}
        <ul className={styles.versions}>
          {referredBy.map((other) => (
            <li key={`${other.kind} ${other.id} ${other.field}`} className={styles.version}>
              <Button onClick={() => showRecord({ kind: other.kind, id: other.id, field: other.field })}>
                {`${other.ref} ${other.title}`.trim()}
              </Button>
              <span className={styles.quiet}>{text.page.namedIn(fieldWords(other.kind, other.field).label)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
