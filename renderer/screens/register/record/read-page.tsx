import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { Notice } from '#renderer/design/notice.tsx';
import type { RecordDetail } from '#shared/contract/records.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import { recordKinds } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { useFormContext } from '../form/record-form-context.ts';
import { RetirePanel } from '../review/retire-panel.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import { CellStrip } from './cell-strip.tsx';
import { goToField } from './go-to-field.ts';
import { KindNotices } from './kind-notices.tsx';
import { RecordForm } from './record-form.tsx';
import { RecordHead } from './record-head.tsx';
import styles from './record.module.css';
import { useMinimum } from './use-minimum.ts';

const text = recordsText;
const nothing = (): void => {};

/** Whose word a version has, and whether anybody but its author read it. */
function ApprovalNotice({ version }: { version: RecordVersion }) {
  const { approval, closing } = version;
  return (
    <>
      {approval !== null && (
        <Notice>
          {approval.byAnother
            ? text.review.approve.approved(approval.by, approval.at)
            : text.review.approve.approvedAlone(approval.by, approval.at)}{' '}
          {text.review.approve.key(approval.keyId)}
        </Notice>
      )}
      {closing !== null && (
        <Notice tone="warn">
          {(closing.state === 'retired' ? text.review.retire : text.review.sendBack).was(
            closing.by,
            closing.at,
            closing.reason,
          )}
        </Notice>
      )}
    </>
  );
}

interface Props {
  version: RecordVersion;
  detail: RecordDetail;
  /** The version that holds meanwhile. */
  holding: number | null;
  field: string | undefined;
  notices: ReactNode;
  about: ReactNode;
  /** Begins a new version from this one; null where one is being written, or nobody may write. */
  onNewVersion: (() => void) | null;
}

/** A version that does not change any more: to read, to review, to retire. */
export function ReadPage({ version, detail, holding, field, notices, about, onNewVersion }: Props) {
  const { kind, id, ref, state } = version;
  const { readOnly: _, operator } = useFormContext();
  const [retiring, setRetiring] = useState(false);
  const body = version.body as AnyBody;
  useEffect(() => {
    if (field !== undefined) goToField(field);
  }, [field]);
  const minimum = useMinimum(kind, id, body);
  const title = body[recordKinds[kind].title];
  const name = title !== undefined && 'value' in title ? String(title.value) : text.list.unnamed;
  const mayWrite = onNewVersion !== null;
  return (
    <div className={styles.page}>
      <RecordHead
        name={`${ref} ${name}`}
        version={version.version}
        state={state}
        note={text.page.savedBy(version.savedAt, version.savedBy)}
        printed={kind === 'activity' ? id : undefined}
      >
        {state === 'approved' && (
          <Button disabled={!mayWrite} onClick={() => setRetiring(true)}>
            {text.review.retire.open}
          </Button>
        )}
        {state !== 'in-review' && (
          <Button variant="filled" disabled={!mayWrite} onClick={onNewVersion ?? nothing}>
            {text.page.newVersion}
          </Button>
        )}
      </RecordHead>
      <div className={styles.work} tabIndex={0} role="group" aria-label={name}>
        <div className={`${styles.column} ${styles.notices}`}>
          {notices}
          <KindNotices kind={kind} id={id} body={body} />
          <ApprovalNotice version={version} />
        </div>
        {state === 'in-review' && (
          <ReviewPanel key={version.sha256} version={version} before={holding} operator={operator} />
        )}
        {retiring && (
          <RetirePanel version={version} referredBy={detail.referredBy} onClose={() => setRetiring(false)} />
        )}
        {minimum !== null && <CellStrip minimum={minimum} id={id} onField={goToField} />}
        <RecordForm kind={kind} body={body} problems={new Map()} onAnswer={nothing} onProblem={nothing} />
        {about}
      </div>
    </div>
  );
}
