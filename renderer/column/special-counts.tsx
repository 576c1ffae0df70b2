import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ValueCounts } from '#shared/contract/datasets.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { columnText } from '#shared/text/window/column.ts';
import styles from './shape.module.css';

const text = columnText.counts;

/** A special category tells nothing of itself until its counts are asked for, which is an entry in the access log. */
export function SpecialCounts({ datasetId, column, filled }: { datasetId: string; column: string; filled: number }) {
  const [counts, setCounts] = useState<ValueCounts | null>(null);
  const ask = (): Promise<void> =>
    guarded(async () => {
      setCounts(await engine.datasets.valueCounts({ datasetId, column }));
      await refresh(keys.register, keys.verification);
    });
  if (counts === null)
    return (
      <span className={styles.shape}>
        <span className={styles.words}>{text.special}</span>
        <Button aria-label={text.askOf(column)} onClick={() => void ask()}>
          {text.ask}
        </Button>
      </span>
    );
  return (
    <div className={styles.counts}>
      <ul aria-label={text.listOf(column)}>
        {counts.values.map(({ value, count }) => (
          <li key={value}>{text.value(value, count, filled)}</li>
        ))}
        {counts.values.length === 0 && <li>{text.none(counts.least)}</li>}
        {counts.others !== null && <li>{text.others(counts.others.kinds, counts.others.rows, counts.least)}</li>}
      </ul>
      <Button aria-label={text.hideOf(column)} onClick={() => setCounts(null)}>
        {text.hide}
      </Button>
    </div>
  );
}
