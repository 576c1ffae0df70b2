import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWorkspace } from '#renderer/client/queries.ts';
import { useRecord } from '#renderer/client/records.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { showAssessment, showRegisterTab, useRegisterTab, type OpenRecord } from '#renderer/state/register-place.ts';
import type { RecordDetail } from '#shared/contract/records.ts';
import { isReadableVersion, type RecordVersion, type UnreadableVersion } from '#shared/register/register-snapshot.ts';
import { impactWindowText } from '#shared/text/window/impact.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { registerText } from '#shared/text/window/register.ts';
import { DraftPage } from './draft-page.tsx';
import { FormSurroundings } from './form-surroundings.tsx';
import { ReadPage } from './read-page.tsx';
import { RecordDifferences } from './record-differences.tsx';
import { RecordHead } from './record-head.tsx';
import styles from './record.module.css';
import { AboutRecord } from './version-list.tsx';

const text = recordsText;

/** A version that this program cannot read: what can be told of it, and that it is kept. */
function UnreadablePage({ version }: { version: UnreadableVersion }) {
  const { ref, title, state, savedAt, savedBy, why } = version;
  return (
    <div className={styles.page}>
      <RecordHead
        name={`${ref} ${title}`.trim()}
        version={version.version}
        state={state}
        note={text.page.savedBy(savedAt, savedBy)}
      />
      <div className={styles.work}>
        <div className={styles.column}>
          <Notice tone="block" title={text.unreadable.title}>
            {text.unreadable[why]} {text.unreadable.next[why]}
          </Notice>
        </div>
      </div>
    </div>
  );
}

type View = { what: 'newest' } | { what: 'version'; version: number } | { what: 'new-version' };

/** The version that holds: the newest that was approved, unless it was retired. */
function holdingOf({ versions }: RecordDetail): number | null {
  const decided = versions.find(({ state }) => state === 'approved' || state === 'retired');
  return decided?.state === 'approved' ? decided.version : null;
}

/** What else there is of the record beside what is shown. */
function BesideNotices({
  detail,
  shown,
  writing,
  onView,
}: {
  detail: RecordDetail;
  shown: number | null;
  writing: boolean;
  onView(view: View): void;
}) {
  const holding = holdingOf(detail);
  const waiting = detail.versions.find(({ state }) => state === 'in-review');
  const { draft } = detail;
  return (
    <>
      {writing && holding !== null && (
        <Notice
          action={
            <Button onClick={() => onView({ what: 'version', version: holding })}>
              {text.page.showHolding(holding)}
            </Button>
          }
        >
          {text.page.holds(holding)}
        </Notice>
      )}
      {!writing && draft !== null && (
        <Notice action={<Button onClick={() => onView({ what: 'newest' })}>{text.page.showDraft}</Button>}>
          {text.page.draftBeside(draft.savedBy, draft.savedAt)}
        </Notice>
      )}
      {waiting !== undefined && waiting.version !== shown && (
        <Notice
          tone="warn"
          action={
            <Button onClick={() => onView({ what: 'version', version: waiting.version })}>
              {text.page.showReview(waiting.version)}
            </Button>
          }
        >
          {text.page.reviewBeside(waiting.version, waiting.savedBy)}
        </Notice>
      )}
    </>
  );
}

/** Which version of a record stands open: the draft, else what waits for review, else what holds. */
function shownOf(detail: RecordDetail, view: View): RecordVersion | UnreadableVersion | null {
  return view.what === 'newest' ? (detail.draft ?? detail.version) : detail.version;
}

/** One record: its draft to write, or a version to read. */
export function RecordPage({ record }: { record: OpenRecord }) {
  const { kind, id, field } = record;
  const tab = useRegisterTab();
  const { data: workspace } = useWorkspace();
  const [view, setView] = useState<View>({ what: 'newest' });
  const newest = useRecord(kind, id);
  const waiting = newest.data?.versions.find(({ state }) => state === 'in-review')?.version;
  const wanted = view.what === 'version' ? view.version : view.what === 'newest' ? waiting : undefined;
  const detail = useRecord(kind, id, newest.data?.draft === null || view.what !== 'newest' ? wanted : undefined);
  if (detail.isError)
    return (
      <FailureNotice
        error={detail.error}
        onRetry={() => void detail.refetch()}
        actions={<Button onClick={() => showRegisterTab(tab)}>{text.page.back(registerText.tabs[tab])}</Button>}
      />
    );
  if (!detail.data) return <SkeletonRows rows={8} />;
  const shown = shownOf(detail.data, view);
  if (shown === null) return <SkeletonRows rows={8} />;
  if (!isReadableVersion(shown)) return <UnreadablePage version={shown} />;
  const readOnly = workspace?.readOnly ?? true;
  const toNewest = (): void => setView({ what: 'newest' });
  const isDraft = view.what !== 'version' && detail.data.draft !== null;
  const writing = !readOnly && (isDraft || view.what === 'new-version');
  const pageProps = {
    detail: detail.data,
    holding: holdingOf(detail.data),
    field,
    notices: (
      <>
        {readOnly && <Notice>{text.page.readOnly}</Notice>}
        {kind === 'activity' && (
          <Notice action={<Button onClick={() => showAssessment(id)}>{impactWindowText.open}</Button>}>
            {impactWindowText.ofActivity}
          </Notice>
        )}
        <RecordDifferences kind={kind} id={id} />
        <BesideNotices detail={detail.data} shown={shown.version} writing={writing} onView={setView} />
      </>
    ),
    about: (
      <AboutRecord
        kind={kind}
        id={id}
        detail={detail.data}
        onShow={(version) => setView({ what: 'version', version })}
      />
    ),
  };
  return (
    <FormSurroundings readOnly={!writing}>
      {writing ? (
        <DraftPage
          key={`${kind} ${id}`}
          from={shown}
          onSent={toNewest}
          onDiscarded={detail.data.versions.length === 0 ? () => showRegisterTab(tab) : toNewest}
          {...pageProps}
        />
      ) : (
        <ReadPage
          key={`${kind} ${id} ${shown.version}`}
          version={shown}
          onNewVersion={readOnly || detail.data.draft !== null ? null : () => setView({ what: 'new-version' })}
          {...pageProps}
        />
      )}
    </FormSurroundings>
  );
}
