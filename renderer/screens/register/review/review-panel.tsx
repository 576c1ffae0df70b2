import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useOthers, useRecordDiff } from '#renderer/client/records.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { itemsOf, type AnyBody } from '#shared/register/any-body.ts';
import { generatedStatements } from '#shared/register/origins.ts';
import type { RecordVersion, Statement } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { askedOf } from '../form/asked.ts';
import { useFormContext } from '../form/record-form-context.ts';
import { EntryChip } from '../form/statement.tsx';
import { plainWords } from '../form/value-view.tsx';
import { valueWords } from '../form/value-words.ts';
import { ActPanel } from './act-panel.tsx';
import { DiffView } from './diff-view.tsx';
import styles from './review.module.css';

const text = recordsText.review;
const keyOf = ({ field, item }: Statement): string => JSON.stringify([field, item]);

/** The generated statements of a version, each with a box: the approval takes over those that are ticked. */
function TakingOver({
  version,
  taken,
  onTaken,
}: {
  version: RecordVersion;
  /** Keys of statements that the approver takes over; none before they say so, for each is their word from then on. */
  taken: ReadonlySet<string>;
  onTaken(taken: ReadonlySet<string>): void;
}) {
  const names = useFormContext();
  const body = version.body as AnyBody;
  const statements = generatedStatements(body);
  if (statements.length === 0) return null;
  const words = ({ field, item }: Statement): { label: string; said: string; entry: number | null } => {
    const asked = askedOf(version.kind, field);
    const answer = body[field];
    const found = itemsOf(answer).find(({ id }) => id === item);
    const value = found?.value ?? (answer !== undefined && 'value' in answer ? answer.value : undefined);
    const origin = found?.origin ?? (answer !== undefined && 'origin' in answer ? answer.origin : null);
    const said =
      value === undefined && answer !== undefined && answer.state !== 'stated'
        ? plainWords(answer)
        : valueWords(asked, value, names);
    return { label: asked.words.label, said, entry: origin?.from === 'log' ? origin.entry : null };
  };
  return (
    <div className={styles.takeOver} role="group" aria-label={text.takesOver}>
      <span className={styles.takeHead}>
        {text.takesOver}
        {statements.length > 1 && (
          <Button
            size="compact-sm"
            disabled={taken.size === statements.length}
            onClick={() => onTaken(new Set(statements.map(keyOf)))}
          >
            {text.takeAll(statements.length)}
          </Button>
        )}
      </span>
      {statements.map((statement) => {
        const { label, said, entry } = words(statement);
        const key = keyOf(statement);
        return (
          <span key={key} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
            <Checkbox
              label={text.statement(label, said)}
              checked={taken.has(key)}
              onChange={({ currentTarget }) =>
                onTaken(new Set(currentTarget.checked ? [...taken, key] : [...taken].filter((one) => one !== key)))
              }
            />
            {entry !== null && <EntryChip seq={entry} />}
          </span>
        );
      })}
    </div>
  );
}

/** Sends a version back to its draft, with what its author should look at. */
function SendBack({ version, onClose }: { version: RecordVersion; onClose(): void }) {
  const [reason, setReason] = useState('');
  return (
    <ActPanel
      kind={version.kind}
      title={text.sendBack.title(version.ref, version.version)}
      confirm={text.sendBack.confirm}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.records.sendBack({
          kind: version.kind,
          id: version.id,
          reason: reason.trim(),
          recordSha256: version.sha256,
        });
        notifyDone(text.sendBack.done(version.ref, version.version));
      }}
    >
      <ReasonField label={text.sendBack.reason} value={reason} onChange={setReason} />
    </ActPanel>
  );
}

/** A version waits for somebody's word: what it changes, which statements of the log it takes over, and the word. */
export function ReviewPanel({
  version,
  before,
  operator,
}: {
  version: RecordVersion;
  /** The version that holds meanwhile. */
  before: number | null;
  operator: string;
}) {
  const [returning, setReturning] = useState(false);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const diff = useRecordDiff(version.kind, version.id, before, version.version);
  const others = useOthers(operator, 'approve');
  if (returning) return <SendBack version={version} onClose={() => setReturning(false)} />;
  const isOwn = version.authors.includes(operator);
  const takingOver = generatedStatements(version.body as AnyBody).filter((statement) => taken.has(keyOf(statement)));
  return (
    <ActPanel
      kind={version.kind}
      title={text.approve.title(version.ref, version.version, version.savedBy)}
      confirm={text.approve.confirm(version.version)}
      disabled={isOwn && others.length > 0}
      more={<Button onClick={() => setReturning(true)}>{text.sendBack.open}</Button>}
      onConfirm={async () => {
        const { approval } = await engine.records.approve({
          kind: version.kind,
          id: version.id,
          version: version.version,
          recordSha256: version.sha256,
          takingOver,
        });
        notifyDone(text.approve.done(version.ref, version.version, approval?.byAnother ?? false));
      }}
    >
      {version.reason !== '' && <p className={styles.words}>{text.why(version.reason)}</p>}
      {before !== null && <p className={styles.quiet}>{text.send.changes(before)}</p>}
      {diff.isError ? (
        <FailureNotice error={diff.error} onRetry={() => void diff.refetch()} />
      ) : diff.data ? (
        before !== null && <DiffView kind={version.kind} differences={diff.data} />
      ) : (
        <SkeletonRows rows={3} />
      )}
      <TakingOver version={version} taken={taken} onTaken={setTaken} />
      <p className={styles.words}>
        {!isOwn
          ? text.approve.signs(version.version)
          : others.length > 0
            ? text.approve.another(others)
            : text.approve.alone}
      </p>
    </ActPanel>
  );
}
