import { Button, Checkbox, Select } from '@mantine/core';
import { Play } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { usePurposes } from '#renderer/client/queries.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { count } from '#shared/text/numbers.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import styles from './release.module.css';

type Format = keyof typeof text.formats;

function Result({ result }: { result: ReleaseResult }) {
  return (
    <Section title={text.done.title}>
      <Notice>{text.done.sentence(text.label[result.label])}</Notice>
      <Facts
        items={[
          { label: text.facts.file, value: result.output },
          { label: text.facts.rows, value: text.ofRows(result.rowsOut, result.rowsIn) },
          { label: text.facts.suppressed, value: count(result.suppressed), numeric: true },
          ...result.excluded.map(({ why, rows }) => ({ label: text.facts.excluded, value: text.excluded(rows, why) })),
          { label: text.facts.k, value: count(result.k), numeric: true },
          { label: text.facts.unique, value: count(result.uniqueRows), numeric: true },
          { label: text.facts.sha, value: <span className={styles.hash}>{result.sha256}</span> },
        ]}
      />
      <Button className={styles.more} onClick={() => goTo('register')}>{text.done.entry(result.registerEntry ?? 0)}</Button>
    </Section>
  );
}

/** Format, order of rows, Run; then what was written. */
export function ReleaseForm({ dataset, recipe, assessment, readOnly }: { dataset: DatasetSummary; recipe: Recipe; assessment: Assessment; readOnly: boolean }) {
  const purposes = usePurposes();
  const [format, setFormat] = useState<Format>('csv');
  const [keepOrder, setKeepOrder] = useState(false);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<ReleaseResult | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (): Promise<void> => {
    setError(null);
    setCancelled(false);
    setBusy(true);
    try {
      const grant = await window.custos.requestSave({ kind: 'release', suggestedName: `${dataset.name}.${recipe.release}.${format}` });
      if (!grant) return;
      setResult(null);
      const written = await runJob(text.running(grant.fileName), () => engine.releases.run({ datasetId: dataset.id, recipe, grantId: grant.grantId, keepOrder }));
      setResult(written);
      setCancelled(written === null);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      await refresh(keys.releases, keys.register, keys.verification);
    }
  };
  return (
    <>
      <Section title={text.title}>
        <div className={styles.form}>
          <Facts
            items={[
              { label: text.facts.purpose, value: purposes.data?.find(({ id }) => id === recipe.purpose)?.title ?? recipe.purpose },
              { label: text.facts.kind, value: text.kinds[recipe.release] },
              { label: text.facts.label, value: text.label[assessment.label] },
              { label: text.facts.steps, value: text.steps(recipe.steps.filter(({ enabled }) => enabled).length) },
              { label: text.facts.rows, value: text.ofRows(assessment.rowsOut, assessment.rowsIn) },
              { label: text.facts.k, value: count(assessment.k), numeric: true },
            ]}
          />
          <Select label={text.format} allowDeselect={false} value={format} onChange={(value) => setFormat((value ?? 'csv') as Format)} data={Object.entries(text.formats).map(([value, label]) => ({ value, label }))} />
          <Checkbox label={text.keepOrder} description={text.keepOrderHelp} checked={keepOrder} onChange={(event) => setKeepOrder(event.currentTarget.checked)} />
          {readOnly && <Notice>{text.readOnly}</Notice>}
          <Button variant="filled" leftSection={<Play size={15} aria-hidden="true" />} loading={busy} disabled={readOnly} onClick={() => void run()}>{text.run}</Button>
          {cancelled && <Notice>{text.cancelled}</Notice>}
          {error !== null && <FailureNotice error={error} actions={<Button onClick={() => goTo('recipe')}>{text.change}</Button>} />}
        </div>
      </Section>
      {result && <Result result={result} />}
    </>
  );
}
