import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { FileGrant } from '#shared/contract/bridge.ts';
import type { ConsentRecorded } from '#shared/contract/consent.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { consentForms, type ConsentForm } from '#shared/domain/consent.ts';
import { consentText } from '#shared/text/window/consent.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useClassification, useDatasets, usePurposes } from '#renderer/client/queries.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './consent.module.css';

const text = consentText.form;

interface Wish {
  datasetId: string;
  key: string | null;
  form: ConsentForm;
  file: FileGrant | null;
  purpose: string | null;
  purposeColumn: string;
  state: string;
  date: string;
  tcfPurposes: string;
  tcfVendor: string;
}

/** Types of columns that name people, in the order in which they are proposed. */
const naming: readonly string[] = ['customer_id', 'user_id', 'email_address', 'phone_number'];
const isDocument = (form: ConsentForm): boolean => form === 'kantara' || form === 'iso-27560';
const isInFile = (form: ConsentForm): boolean => form !== 'columns';

/** The column that names people, as long as nobody chose another. */
function useProposedKey(datasetId: string): string | null {
  const { data } = useClassification(datasetId === '' ? null : datasetId);
  for (const type of naming) {
    const found = data?.columns.find(({ effective }) => effective.type === type);
    if (found) return found.suggestion.name;
  }
  return null;
}

const given = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());

async function read(
  { datasetId, form, file, ...wish }: Wish,
  key: string,
  name: string,
): Promise<ConsentRecorded | null> {
  const named = { purpose: given(wish.purposeColumn), state: given(wish.state), date: given(wish.date) };
  const purposes = wish.tcfPurposes.split(',').map((part) => Number(part.trim()));
  return runJob(text.job(name), () =>
    engine.consent.record({
      datasetId,
      key,
      form,
      columns: Object.fromEntries(Object.entries(named).filter(([, column]) => column !== undefined)),
      ...(file === null || !isInFile(form) ? {} : { grantId: file.grantId }),
      ...(wish.purpose === null ? {} : { purpose: wish.purpose }),
      ...(form === 'tcf' ? { tcf: { purposes, vendor: Number(wish.tcfVendor) } } : {}),
    }),
  );
}

/** Which columns of the source say it, where they are not found by themselves. */
function SourceFields({
  wish,
  set,
  columns,
}: {
  wish: Wish;
  set(part: Partial<Wish>): void;
  /** Names of the columns, where they are known: a file’s are not before it is read. */
  columns: readonly string[] | null;
}) {
  if (isDocument(wish.form)) return null;
  const field = (label: string, name: 'state' | 'date' | 'purposeColumn') => {
    const placeholder = name === 'purposeColumn' ? '' : text.found;
    return columns === null ? (
      <TextInput
        label={label}
        placeholder={placeholder}
        value={wish[name]}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      />
    ) : (
      <Select
        label={label}
        placeholder={placeholder}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': text.found }}
        limit={200}
        data={[...columns]}
        value={wish[name] === '' ? null : wish[name]}
        onChange={(column) => set({ [name]: column ?? '' })}
      />
    );
  };
  return (
    <>
      {wish.form === 'tcf' && (
        <div className={styles.pair}>
          <TextInput
            label={text.tcfPurposes}
            required
            value={wish.tcfPurposes}
            onChange={({ currentTarget }) => set({ tcfPurposes: currentTarget.value })}
          />
          <TextInput
            label={text.tcfVendor}
            required
            value={wish.tcfVendor}
            onChange={({ currentTarget }) => set({ tcfVendor: currentTarget.value })}
          />
        </div>
      )}
      <div className={styles.pair}>
        {wish.form !== 'google' && field(text.state, 'state')}
        {wish.form !== 'tcf' && field(text.date, 'date')}
      </div>
      {wish.purpose === null && field(text.purposeColumn, 'purposeColumn')}
    </>
  );
}

/** Whose people, and what it is read from. */
function SourceChoice({
  wish,
  set,
  proposed,
  datasets,
}: {
  wish: Wish;
  set(part: Partial<Wish>): void;
  proposed: string | null;
  datasets: readonly DatasetSummary[];
}) {
  const dataset = datasets.find(({ id }) => id === wish.datasetId);
  const choose = async (): Promise<void> => {
    const file = await window.custos.requestOpen({ kind: 'consent' });
    if (file) set({ file });
  };
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={text.dataset}
          required
          allowDeselect={false}
          data={datasets.map(({ id, name }) => ({ value: id, label: name }))}
          value={wish.datasetId}
          onChange={(datasetId) => datasetId !== null && set({ datasetId, key: null })}
        />
        <Select
          label={text.key}
          description={text.keyHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          searchable
          limit={200}
          data={[...new Set((dataset?.columns ?? []).map(({ name }) => name))]}
          value={wish.key ?? proposed}
          onChange={(key) => set({ key })}
        />
      </div>
      <Select
        label={text.from}
        required
        allowDeselect={false}
        data={consentForms.map((form) => ({ value: form, label: text.forms[form] }))}
        value={wish.form}
        onChange={(form) => form !== null && set({ form, file: null })}
      />
      {isInFile(wish.form) && (
        <div className={styles.buttons}>
          <Button onClick={() => void choose()}>{text.choose}</Button>
          <span className={styles.soft}>{wish.file?.fileName ?? text.none}</span>
        </div>
      )}
    </>
  );
}

/** Says what consent is read from, and reads it into the ledger. */
export function ReadInForm({
  datasetId,
  onDone,
  onCancel,
}: {
  datasetId: string;
  onDone(read: ConsentRecorded): void;
  onCancel: (() => void) | null;
}) {
  const { data: datasets = [] } = useDatasets();
  const { data: purposes = [] } = usePurposes();
  const [busy, setBusy] = useState(false);
  const [wish, setWish] = useState<Wish>({
    datasetId,
    key: null,
    form: 'columns',
    file: null,
    purpose: null,
    purposeColumn: '',
    state: '',
    date: '',
    tcfPurposes: '1, 3, 4',
    tcfVendor: '',
  });
  const set = (part: Partial<Wish>): void => setWish((now) => ({ ...now, ...part }));
  const proposed = useProposedKey(wish.datasetId);
  const key = wish.key ?? proposed;
  const columns = [...new Set(datasets.find(({ id }) => id === wish.datasetId)?.columns.map(({ name }) => name))];
  const ready = key !== null && (!isInFile(wish.form) || wish.file !== null);
  const sourceName = wish.file?.fileName ?? datasets.find(({ id }) => id === wish.datasetId)?.name ?? '';
  const run = (event: FormEvent): void => {
    event.preventDefault();
    void guarded(async () => {
      setBusy(true);
      try {
        const done = await read(wish, key!, sourceName);
        if (done === null) return;
        notifyDone(text.done(done.events, done.people));
        await refresh(keys.consent, keys.register, keys.verification);
        onDone(done);
      } finally {
        setBusy(false);
      }
    });
  };
  return (
    <form className={styles.form} aria-label={text.title} onSubmit={run}>
      <SourceChoice wish={wish} set={set} proposed={proposed} datasets={datasets} />
      <Select
        label={text.purpose}
        placeholder={text.purposeOfSource}
        clearable
        clearButtonProps={{ 'aria-label': text.purposeOfSource }}
        data={purposes.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        value={wish.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <SourceFields wish={wish} set={set} columns={isInFile(wish.form) ? null : columns} />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" loading={busy} disabled={!ready}>
          {text.run}
        </Button>
        {onCancel !== null && <Button onClick={onCancel}>{text.cancel}</Button>}
      </div>
    </form>
  );
}
