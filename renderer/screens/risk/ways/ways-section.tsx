import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { WayComparison } from '#shared/domain/compared-way.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf, usualK } from '#shared/domain/recipe-target.ts';
import { waysWindowText as text } from '#shared/text/window/ways.ts';
import { engine } from '#renderer/client/connection.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { takeWayToRecipe } from '#renderer/state/chosen-way.ts';
import styles from './ways.module.css';
import { WaysTable } from './ways-table.tsx';

/** A share of rows that may be left out where no recipe says one. */
const usualSuppression = 0.05;

/** Over the same rows; more are made on the command line. */
const mostTables = 20;

/** Narrow, counts, levels, wide, synthetic and pseudonymised on this dataset: what each costs, one press to use it. */
export function WaysSection({
  dataset,
  recipe,
  purposes,
  readOnly,
}: {
  dataset: DatasetSummary;
  recipe: Recipe | null;
  purposes: readonly Purpose[];
  readOnly: boolean;
}) {
  const [purpose, setPurpose] = useState(recipe?.purpose ?? purposes[0]?.id ?? '');
  const [found, setFound] = useState<WayComparison | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [running, setRunning] = useState(false);
  const [tables, setTables] = useState(1);
  const target = {
    k: recipe === null ? usualK : kOf(recipe),
    suppression: recipe?.target.suppression ?? usualSuppression,
  };
  const compare = async (): Promise<void> => {
    setError(null);
    setRunning(true);
    try {
      const done = await runJob(text.job(dataset.name), () =>
        engine.ways.ofDataset({ datasetId: dataset.id, purpose, tables, ...target }),
      );
      if (done !== null) setFound(done);
    } catch (failure) {
      setError(failure);
    } finally {
      setRunning(false);
    }
  };
  const stale = found !== null && (found.purpose !== purpose || found.k !== target.k || found.tables !== tables);
  return (
    <Section title={text.title}>
      <p className={styles.soft}>{text.why}</p>
      <div className={styles.ask}>
        <Select
          label={text.purpose}
          data={purposes.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}`.trim() }))}
          value={purpose}
          allowDeselect={false}
          onChange={(id) => id !== null && setPurpose(id)}
        />
        <NumberInput
          label={text.tables}
          value={tables}
          onChange={(value) => setTables(typeof value === 'number' ? value : 1)}
          min={1}
          max={mostTables}
          allowDecimal={false}
          w={120}
        />
        <Button loading={running} disabled={purpose === ''} onClick={() => void compare()}>
          {found === null ? text.compare : text.again}
        </Button>
      </div>
      {error !== null && <FailureNotice error={error} onRetry={() => void compare()} />}
      {stale && <p className={styles.soft}>{text.stale}</p>}
      {found !== null && !stale && (
        <WaysTable
          found={found}
          onUse={
            readOnly
              ? null
              : (way, chosen) => takeWayToRecipe({ datasetId: dataset.id, recipe: chosen, name: text.names[way] })
          }
        />
      )}
    </Section>
  );
}
