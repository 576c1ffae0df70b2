import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import type { ConsentAsked, ConsentRecorded, ConsentStatus } from '#shared/contract/consent.ts';
import type { ConsentBatch } from '#shared/domain/consent.ts';
import { consentText as text } from '#shared/text/window/consent.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useDataset, useWorkspace } from '#renderer/client/queries.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { PersonFinder } from './person-finder.tsx';
import { PurposeBar } from './purpose-bar.tsx';
import { ReadInForm } from './read-in-form.tsx';
import { ReadResult } from './read-result.tsx';
import { Readings } from './readings.tsx';
import { Renewals } from './renewals.tsx';
import { ToTell } from './to-tell.tsx';
import styles from './consent.module.css';

type Reading = ConsentBatch & { dataset: string };

/** Whoever can be shown: the people of a dataset that the ledger knows, or everybody in it. */
const everybody = 'everybody';
const knownDatasets = (readings: readonly Reading[]) =>
  [...new Map(readings.map(({ datasetId, dataset }) => [datasetId, dataset]))].map(([value, label]) => ({
    value,
    label,
  }));

/** Where people stand for one purpose, and what is due. */
function Purpose({
  status,
  datasetId,
  readOnly,
}: {
  status: ConsentStatus;
  datasetId: string | null;
  readOnly: boolean;
}) {
  const [asked, setAsked] = useState<ConsentAsked | null>(null);
  const list = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'people', suggestedName: text.ask.file(status.code) });
      if (!grant) return;
      const written = await engine.consent.askAgain({
        purpose: status.purpose,
        ...(datasetId === null ? {} : { datasetId }),
        grantId: grant.grantId,
      });
      setAsked(written);
      notifyDone(text.ask.done(written.people, written.fileName));
      await refresh(keys.register, keys.verification);
    });
  const calendar = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'calendar', suggestedName: text.renewals.file });
      if (!grant) return;
      const { due, fileName } = await engine.consent.calendar({ purpose: status.purpose, grantId: grant.grantId });
      notifyDone(text.renewals.saved(due, fileName));
      await refresh(keys.register, keys.verification);
    });
  const keep = (): Promise<void> =>
    guarded(async () => {
      const { registerEntry } = await engine.consent.check({ purpose: status.purpose });
      notifyDone(text.checked(registerEntry));
      await refresh(keys.consent, keys.register, keys.verification);
    });
  return (
    <>
      <PurposeBar status={status} />
      <div className={styles.deeds}>
        <Button variant="filled" disabled={readOnly} onClick={() => void list()}>
          {text.ask.write}
        </Button>
        <Button onClick={() => void calendar()}>{text.renewals.save}</Button>
        <Button onClick={() => void keep()}>{text.check}</Button>
        <span className={styles.soft}>{text.checkDue(status.check.last, status.check.next, status.day)}</span>
      </div>
      {asked !== null && (
        <Notice
          tone="pass"
          action={<Button onClick={() => goToEntry(asked.registerEntry)}>{text.ask.entry(asked.registerEntry)}</Button>}
        >
          {text.ask.written(asked)}
        </Notice>
      )}
      <Renewals status={status} />
      <ToTell releases={status.toTell} />
    </>
  );
}

/** The ledger, where something was read into it. */
function Ledger({ readings, readOnly }: { readings: readonly Reading[]; readOnly: boolean }) {
  const known = knownDatasets(readings);
  const inHand = useDataset();
  const [chosen, setChosen] = useState<string | null>(null);
  const first = known.find(({ value }) => value === inHand?.id)?.value ?? known[0]?.value ?? everybody;
  const shown = chosen ?? first;
  const datasetId = shown === everybody ? null : shown;
  const status = useQuery({
    queryKey: [...keys.consent, 'status', shown],
    queryFn: () => engine.consent.status(datasetId === null ? {} : { datasetId }),
    // Withdrawals and releases change it from elsewhere, and every day does.
    staleTime: 0,
  });
  return (
    <>
      <div className={styles.bar}>
        <Select
          label={text.of}
          allowDeselect={false}
          data={[...known, { value: everybody, label: text.everybody }]}
          value={shown}
          onChange={setChosen}
        />
      </div>
      {status.isError && <FailureNotice error={status.error} onRetry={() => void status.refetch()} />}
      {status.isPending && <SkeletonRows rows={6} />}
      {status.data?.map((one) => (
        <Purpose key={one.purpose} status={one} datasetId={datasetId} readOnly={readOnly} />
      ))}
      <PersonFinder />
      <Readings readings={readings} />
    </>
  );
}

/** For whom may we act, and whom must we ask: the consent ledger of the workspace. */
export function ConsentScreen() {
  const workspace = useWorkspace();
  const dataset = useDataset();
  const [reading, setReading] = useState(false);
  const [read, setRead] = useState<ConsentRecorded | null>(null);
  const readings = useQuery({
    queryKey: [...keys.consent, 'readings'],
    queryFn: () => engine.consent.readings({}),
    enabled: Boolean(workspace.data),
  });
  if (workspace.isPending) return <SkeletonRows rows={8} />;
  if (!workspace.data || !dataset) return <NoDataset title={text.title} icon={BadgeCheck} words={text.closed} />;
  const { readOnly } = workspace.data;
  const isEmpty = readings.data?.length === 0;
  const form = (
    <ReadInForm
      datasetId={dataset.id}
      onCancel={() => setReading(false)}
      onDone={(done) => {
        setRead(done);
        setReading(false);
      }}
    />
  );
  return (
    <Screen
      title={text.title}
      note={text.note}
      actions={
        !isEmpty && (
          <Button disabled={readOnly || reading} onClick={() => setReading(true)}>
            {text.readIn}
          </Button>
        )
      }
    >
      {reading && form}
      {read !== null && !reading && <ReadResult read={read} />}
      {readings.isError && <FailureNotice error={readings.error} onRetry={() => void readings.refetch()} />}
      {readings.isPending && <SkeletonRows rows={8} />}
      {isEmpty && !reading && (
        <EmptyState
          icon={BadgeCheck}
          title={text.empty.title}
          actions={
            <Button variant="filled" disabled={readOnly} onClick={() => setReading(true)}>
              {text.readIn}
            </Button>
          }
        >
          {text.empty.sentence}
        </EmptyState>
      )}
      {readings.data && !isEmpty && <Ledger readings={readings.data} readOnly={readOnly} />}
    </Screen>
  );
}
