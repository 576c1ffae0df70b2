import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { AskedJoin, JoinResult } from '#shared/contract/joins.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { JoinMatch } from '#shared/domain/joined-view.ts';
import { joinText as text } from '#shared/text/window/join.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useClassification } from '#renderer/client/queries.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { JoinForm, type JoinWish } from './join-form.tsx';
import { JoinDone } from './join-done.tsx';
import { MatchTold } from './match-told.tsx';
import styles from './join.module.css';

/** The pairs of keys that are proposed for two datasets. */
const useProposedKeys = (leftId: string, rightId: string) =>
  useQuery({
    queryKey: keys.joinKeys(leftId, rightId),
    queryFn: () => engine.joins.keys({ leftId, rightId }),
  });

/** Whether a dataset's column holds telephone numbers. */
function useIsPhone(datasetId: string, column: string | null): boolean {
  const { data } = useClassification(datasetId);
  return data?.columns.find(({ suggestion }) => suggestion.name === column)?.effective.type === 'phone_number';
}

const askedOf = (wish: JoinWish, left: string, right: string): AskedJoin => ({
  left: { datasetId: wish.leftId, column: left },
  right: { datasetId: wish.rightId, column: right },
  rows: wish.rows,
  callingCode: wish.callingCode,
});

/** Names the view and joins. */
function JoinButton({ name, busy, onRun }: { name: string; busy: boolean; onRun(name: string): void }) {
  const [typed, setTyped] = useState(name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onRun(typed.trim());
  };
  return (
    <form className={styles.run} aria-label={text.run} onSubmit={submit}>
      <TextInput
        label={text.name}
        required
        w={360}
        maxLength={200}
        disabled={busy}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" variant="filled" loading={busy} disabled={typed.trim() === ''}>
        {text.run}
      </Button>
    </form>
  );
}

interface Props {
  left: DatasetSummary;
  datasets: readonly DatasetSummary[];
  onClose(): void;
}

/** What is being joined, and what has come of it. */
function useJoin(left: DatasetSummary, datasets: readonly DatasetSummary[]) {
  const [wish, setWish] = useState<JoinWish>({
    leftId: left.id,
    rightId: datasets.find(({ id }) => id !== left.id)?.id ?? '',
    leftKey: null,
    rightKey: null,
    rows: 'both',
    callingCode: '',
  });
  const [match, setMatch] = useState<JoinMatch | null>(null);
  const [done, setDone] = useState<JoinResult | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { data: pairs, isPending } = useProposedKeys(wish.leftId, wish.rightId);
  const proposed = pairs?.[0] ?? null;
  const [leftKey, rightKey] = [wish.leftKey ?? proposed?.left ?? null, wish.rightKey ?? proposed?.right ?? null];
  const set = (part: Partial<JoinWish>): void => {
    setWish((now) => ({ ...now, ...part }));
    setMatch(null);
    setFailure(null);
  };
  const during = async (work: (asked: AskedJoin) => Promise<void>): Promise<void> => {
    if (leftKey === null || rightKey === null) return;
    setBusy(true);
    setFailure(null);
    try {
      await work(askedOf(wish, leftKey, rightKey));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const preview = (): Promise<void> =>
    during(async (asked) => {
      setMatch(null);
      setMatch(await runJob(text.previewJob, () => engine.joins.preview(asked)));
    });
  const run = (name: string): Promise<void> =>
    during(async (asked) => {
      const made = await runJob(text.runJob(name), () => engine.joins.run({ ...asked, name }));
      if (made === null) return;
      notifyDone(text.done(made.dataset.name, made.dataset.rows));
      await refresh(keys.datasets, keys.records, keys.register, keys.verification);
      setDone(made);
    });
  return { wish, set, leftKey, rightKey, proposed, isProposing: isPending, match, done, failure, busy, preview, run };
}

/** Joins two datasets on a keyed hash: choose, see how they match and who is alone then, join. */
export function JoinPage({ left, datasets, onClose }: Props) {
  const { wish, match, done, failure, busy, ...join } = useJoin(left, datasets);
  const isPhone = [useIsPhone(wish.leftId, join.leftKey), useIsPhone(wish.rightId, join.rightKey)].some(Boolean);
  const nameOf = (id: string): string => datasets.find((dataset) => dataset.id === id)?.name ?? '';
  const name = text.nameOf(nameOf(wish.leftId), nameOf(wish.rightId));
  return (
    <Screen
      title={done === null ? text.title : text.doneTitle}
      of={left.name}
      actions={
        <Button leftSection={<ArrowLeft size={14} aria-hidden="true" />} onClick={onClose}>
          {text.back}
        </Button>
      }
    >
      {done !== null ? (
        <JoinDone made={done} />
      ) : (
        <>
          <p className={styles.sentence}>{text.sentence}</p>
          <JoinForm
            wish={wish}
            set={join.set}
            datasets={datasets}
            proposed={join.proposed}
            isProposing={join.isProposing}
            asksCallingCode={isPhone}
            busy={busy}
            isPreviewed={match !== null}
            onPreview={() => void join.preview()}
          />
          {failure !== null && <FailureNotice error={failure} />}
          {match !== null && (
            <>
              {match.both.most > 0 && (
                <JoinButton key={name} name={name} busy={busy} onRun={(as) => void join.run(as)} />
              )}
              <MatchTold match={match} />
            </>
          )}
        </>
      )}
    </Screen>
  );
}
