import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { useClassification } from '#renderer/client/queries.ts';
import { revealColumn } from '#renderer/column/reveal-column.ts';
import { useIsRevealed, useSelectedColumn } from '#renderer/state/ui-state.ts';
import { ColumnInspector } from './column-inspector.tsx';
import { PageBar, useColumnPages } from './column-pages.tsx';
import { ColumnShapes, type KnownColumns } from './column-shapes.tsx';
import styles from './columns.module.css';

/** What is in each column, seeing nobody: how full, how many kinds, the shape of its values. */
export function ColumnsTab({ dataset }: { dataset: DatasetSummary }) {
  const pages = useColumnPages(dataset.columns);
  const classification = useClassification(dataset.id).data;
  const selected = useSelectedColumn();
  const revealed = useIsRevealed(dataset.id, selected);
  const known: KnownColumns = new Map(classification?.columns.map((column) => [column.effective.name, column]));
  return (
    <div className={styles.tab}>
      <PageBar pages={pages} all={dataset.columns.length} />
      <ColumnShapes datasetId={dataset.id} names={pages.shown} known={known} />
      {selected !== null && dataset.columns.some(({ name }) => name === selected) && (
        <Inspector>
          <ColumnInspector
            dataset={dataset}
            name={selected}
            column={known.get(selected) ?? null}
            revealed={revealed}
            onReveal={(show) => revealColumn(dataset.id, selected, show)}
          />
        </Inspector>
      )}
    </div>
  );
}
