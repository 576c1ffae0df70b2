import type { RetentionTimeline } from '#shared/contract/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { Section } from '#renderer/design/section.tsx';

const text = retentionWindowText.unusedColumns;

/** Columns that no recipe, release, purpose or check used: by dataset, a sentence each. */
export function UnusedColumns({ unused: { period, datasets } }: { unused: RetentionTimeline['unused'] }) {
  return (
    <Section title={text.title}>
      {datasets.map((one) => (
        <p key={one.datasetId}>{text.told(one, period)}</p>
      ))}
    </Section>
  );
}
