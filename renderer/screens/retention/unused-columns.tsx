import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RetentionTimeline } from '#shared/contract/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { Section } from '#renderer/design/section.tsx';

type Unused = RetentionTimeline['unused'];
const text = retentionWindowText.unusedColumns;
/** So many columns are named in the sentence. */
const shownAtOnce = 5;

/** What is said of a dataset; all of its columns where somebody wants to see more than the first. */
function Told({ one, period }: { one: Unused['datasets'][number]; period: Unused['period'] }) {
  const [all, setAll] = useState(false);
  const { columns } = one;
  return (
    <div>
      <p>{text.told(one, period)}</p>
      {columns.length > shownAtOnce && (
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.fewer : text.all(columns.length)}
        </Button>
      )}
      {all && <p>{columns.join(', ')}</p>}
    </div>
  );
}

/** Columns that no recipe, release, purpose or check used: by dataset, a sentence each. */
export function UnusedColumns({ unused: { period, datasets } }: { unused: Unused }) {
  return (
    <Section title={text.title}>
      {datasets.map((one) => (
        <Told key={one.datasetId} one={one} period={period} />
      ))}
    </Section>
  );
}
