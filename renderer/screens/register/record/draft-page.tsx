import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useOthers, useRecord } from '#renderer/client/records.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { useScreenCommand } from '#renderer/navigation/command-bus.ts';
import type { RecordDetail } from '#shared/contract/records.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordKinds } from '#shared/register/record-kinds/index.ts';
import { isReadableVersion, type RecordVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { fieldWords } from '../form/field-words.ts';
import { useFormContext } from '../form/record-form-context.ts';
import { askedOf } from '../form/asked.ts';
import { plainWords } from '../form/value-view.tsx';
import { valueWords } from '../form/value-words.ts';
import { DiscardPanel } from '../review/retire-panel.tsx';
import { SendPanel } from '../review/send-panel.tsx';
import { CellStrip } from './cell-strip.tsx';
import { goToField, nextField } from './go-to-field.ts';
import { KindNotices } from './kind-notices.tsx';
import { RecordForm, fieldsAsked, openByLaw, openFields } from './record-form.tsx';
import { RecordHead } from './record-head.tsx';
import styles from './record.module.css';
import type { Clash, Sitting, SittingState } from './sitting.ts';
import { useMinimum } from './use-minimum.ts';
import { useSitting } from './use-sitting.ts';

const text = recordsText;

/** Answers that cannot be kept as they are written: on top, each leading to its field, in the field's own words. */
function Problems({ kind, problems }: { kind: RecordKind; problems: ReadonlyMap<string, string> }) {
  if (problems.size === 0) return null;
  return (
    <Notice tone="block" title={text.problems.title(problems.size)}>
      {[...problems].map(([field, problem]) => (
        <a
          key={field}
          href={`#field-${field}`}
          onClick={(event) => {
            event.preventDefault();
            goToField(field);
          }}
          style={{ display: 'block', color: 'inherit' }}
        >
          {text.problems.each(fieldWords(kind, field).label, problem)}
        </a>
      ))}
    </Notice>
  );
}

/** Two wrote the same field: what the other says, and whose is kept. */
function ClashNotice({ kind, clash, onSettle }: { kind: RecordKind; clash: Clash; onSettle: Sitting['settle'] }) {
  const names = useFormContext();
  const { field, theirs } = clash;
  const asked = askedOf(kind, field);
  const words =
    theirs === undefined
      ? text.clash.theirsNothing
      : text.clash.theirsSays(
          theirs.state !== 'stated'
            ? plainWords(theirs)
            : 'value' in theirs
              ? valueWords(asked, theirs.value, names)
              : theirs.items.map(({ value }) => valueWords(asked, value, names)).join('; '),
        );
  return (
    <Notice
      tone="warn"
      title={text.clash.title(asked.words.label)}
      action={
        <>
          <Button onClick={() => onSettle('mine')}>{text.clash.mine}</Button>
          <Button onClick={() => onSettle('theirs')}>{text.clash.theirs}</Button>
        </>
      }
    >
      {words}
    </Notice>
  );
}

/** Why the version before was sent back: what its author looks at first. */
function SentBack({ kind, id, version }: { kind: RecordKind; id: string; version: number }) {
  const { data } = useRecord(kind, id, version);
  const returned = data?.version ?? null;
  const closing = returned !== null && isReadableVersion(returned) ? returned.closing : null;
  if (closing === null) return null;
  return <Notice tone="warn">{text.review.sendBack.was(closing.by, closing.at, closing.reason)}</Notice>;
}

const keptNote = ({ saving, savedAt, kept }: SittingState): string =>
  saving
    ? text.page.saving
    : savedAt === null
      ? text.page.savedBy(kept.savedAt, kept.savedBy)
      : text.page.saved(savedAt);

/** Sentences about answers that cannot be kept, by field. */
function useProblems() {
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const put = (field: string, problem: string | null): void =>
    setProblems((now) => {
      if ((now.get(field) ?? null) === problem) return now;
      const next = new Map(now);
      if (problem === null) next.delete(field);
      else next.set(field, problem);
      return next;
    });
  return [problems, put] as const;
}

interface Props {
  /** The draft, or the version that a new one begins from. */
  from: RecordVersion;
  detail: RecordDetail;
  /** The version that holds meanwhile. */
  holding: number | null;
  /** The field to begin at. */
  field: string | undefined;
  /** What is to be said above the form. */
  notices: ReactNode;
  about: ReactNode;
  onSent(): void;
  onDiscarded(): void;
}

/** Takes the last answer back, and says which. */
function UndoButton({ kind, undoable, onUndo }: { kind: RecordKind; undoable: string | null; onUndo(): void }) {
  return (
    <Button
      leftSection={<Undo2 size={14} aria-hidden="true" />}
      disabled={undoable === null}
      {...(undoable === null ? {} : { 'aria-label': text.page.undoOf(fieldWords(kind, undoable).label) })}
      onClick={onUndo}
    >
      {text.page.undo}
    </Button>
  );
}

/** A draft as it is written: the form, kept field by field; sending it; throwing it away. */
export function DraftPage({ from, detail, holding, field, notices, about, onSent, onDiscarded }: Props) {
  const { kind, id, ref } = from;
  const { sitting, state } = useSitting(from);
  const { body, error, clash, undoable } = state;
  const [problems, putProblem] = useProblems();
  const [panel, setPanel] = useState<'send' | 'discard' | null>(null);
  const minimum = useMinimum(kind, id, body);
  const others = useOthers(useFormContext().operator, 'review');
  const next = (): void => {
    const all = fieldsAsked(kind, body).map(([name]) => name);
    const wanted = nextField(all, openFields(kind, body));
    if (wanted !== null) goToField(wanted);
  };
  useScreenCommand({ id: 'record.next-open', label: text.page.nextOpen, keys: 'F8', run: next });
  useEffect(() => {
    if (field !== undefined) goToField(field);
  }, [field]);
  const open = async (which: 'send' | 'discard'): Promise<void> => {
    // What could not be kept stands above the form; it would be missing from what is sent.
    if ((await sitting.flush()) || which === 'discard') setPanel(which);
  };
  const [before] = detail.versions;
  const returned = before?.state === 'returned' ? before.version : undefined;
  const draft = detail.draft === null ? null : state.kept;
  const title = body[recordKinds[kind].title];
  const name = title !== undefined && 'value' in title ? String(title.value) : text.list.unnamed;
  return (
    <div className={styles.page}>
      <RecordHead
        name={`${ref} ${name}`}
        version={state.kept.version}
        state={state.kept.state}
        note={keptNote(state)}
        printed={kind === 'activity' ? id : undefined}
      >
        <UndoButton kind={kind} undoable={undoable} onUndo={sitting.undo} />
        <Button disabled={draft === null} onClick={() => void open('discard')}>
          {text.review.discard.open}
        </Button>
        <Button variant="filled" disabled={draft === null || problems.size > 0} onClick={() => void open('send')}>
          {text.review.send.open(others)}
        </Button>
      </RecordHead>
      <div className={styles.work} tabIndex={0} role="group" aria-label={name}>
        <div className={`${styles.column} ${styles.notices}`}>
          {notices}
          <KindNotices kind={kind} id={id} body={body} />
          {returned !== undefined && <SentBack kind={kind} id={id} version={returned} />}
          <Problems kind={kind} problems={problems} />
          {error !== null && <FailureNotice error={error} onRetry={() => void sitting.flush()} />}
          {clash !== null && <ClashNotice kind={kind} clash={clash} onSettle={sitting.settle} />}
        </div>
        {draft !== null && panel === 'send' && (
          <SendPanel
            draft={draft}
            holding={holding}
            open={openByLaw(kind, body).map((one) => fieldWords(kind, one).label)}
            onClose={() => setPanel(null)}
            onDone={onSent}
          />
        )}
        {draft !== null && panel === 'discard' && (
          <DiscardPanel
            draft={draft}
            onClose={() => setPanel(null)}
            onDone={() => {
              sitting.forget();
              onDiscarded();
            }}
          />
        )}
        {minimum !== null && <CellStrip minimum={minimum} id={id} onField={goToField} />}
        <RecordForm kind={kind} body={body} problems={problems} onAnswer={sitting.answer} onProblem={putProblem} />
        {about}
      </div>
    </div>
  );
}
