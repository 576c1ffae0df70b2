import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { rowsChanged } from '#renderer/client/rows-changed.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { JobButton } from '#renderer/design/job-button.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from '../requests.module.css';
import type { StageProps } from '../use-act.ts';

const text = requestsWindowText.do;

/** Puts one column of one dataset right, in every record of theirs. */
export function RectifyPart({ view }: StageProps) {
  const { data: datasets = [] } = useDatasets();
  const found = new Set((view.request.search?.hits ?? []).map(({ id }) => id));
  const theirs = datasets.filter(({ id }) => found.has(id));
  const [datasetId, setDatasetId] = useState<string | null>(theirs[0]?.id ?? null);
  const [column, setColumn] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const dataset = theirs.find(({ id }) => id === datasetId) ?? theirs[0];
  const rectify = (): Promise<void> =>
    guarded(async () => {
      if (dataset === undefined || column === null) return;
      const asked = { id: view.id, datasetId: dataset.id, column, to: to === '' ? null : to };
      await runJob(text.rectifyJob, () => engine.requests.rectify(from === '' ? asked : { ...asked, from }));
      setTo('');
      setFrom('');
      await rowsChanged();
    });
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <Select
          label={text.dataset}
          allowDeselect={false}
          data={theirs.map(({ id, name }) => ({ value: id, label: name }))}
          value={dataset?.id ?? null}
          onChange={(chosen) => {
            setDatasetId(chosen);
            setColumn(null);
          }}
        />
        <Select
          label={text.column}
          required
          searchable
          limit={200}
          data={[...new Set((dataset?.columns ?? []).map(({ name }) => name))]}
          value={column}
          onChange={setColumn}
        />
      </div>
      <div className={styles.pair}>
        <TextInput label={text.to} value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)} />
        <TextInput
          label={text.from}
          description={text.fromHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
      </div>
      <div className={styles.buttons}>
        <JobButton job={text.rectifyJob} variant="filled" disabled={column === null} onClick={() => void rectify()}>
          {text.rectify}
        </JobButton>
      </div>
    </div>
  );
}
