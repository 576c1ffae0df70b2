import { useMemo, useState } from 'react';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { useClassification } from '#renderer/client/queries.ts';
import { revealColumn } from '#renderer/column/reveal-column.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridColumn } from '#renderer/grid/grid-columns.ts';
import { selectColumn, useIsArriving, useIsRevealed, useSelectedColumn, useWithin } from '#renderer/state/ui-state.ts';
import { Hint } from '#renderer/design/hint.tsx';
import { columnMark } from '#shared/domain/shown-class.ts';
import { typeWords } from '#shared/text/window/classes.ts';
import { datasetsText as text } from '#shared/text/window/datasets.ts';
import { ColumnInspector } from './column-inspector.tsx';
import { useReadRows } from './use-read-rows.ts';
import styles from './datasets.module.css';
import { WithinChip } from './within-chip.tsx';

/** The dataset's columns with what is known of them so far. */
function gridColumns(columns: DatasetSummary['columns'], classification: ClassifiedDataset | undefined): GridColumn[] {
  const known = new Map(classification?.columns.map((column) => [column.effective.name, column]));
  return columns.map(({ name, physical }) => {
    const column = known.get(name);
    return {
      name,
      physical,
      shownClass: column ? columnMark(column.effective) : null,
      type: column ? typeWords(column.effective.type) : '',
      needsReview: column ? column.suggestion.needsReview && column.decision === null : false,
    };
  });
}

/** The whole dataset in the grid, with the selected column explained in the inspector. */
export function RowsTab({ dataset }: { dataset: DatasetSummary }) {
  const selected = useSelectedColumn();
  const classification = useClassification(dataset.id).data;
  const revealed = useIsRevealed(dataset.id, selected);
  const arriving = useIsArriving(dataset.id);
  const within = useWithin(dataset.id);
  const [version, setVersion] = useState(0);
  const [arrived, setArrived] = useState(!arriving);
  if (arrived === arriving) {
    // What is not personal is shown from now on.
    setArrived(!arriving);
    if (!arriving) setVersion(version + 1);
  }
  const [total, setTotal] = useState(dataset.rows);
  const [error, setError] = useState<unknown>(null);
  const columns = useMemo(() => gridColumns(dataset.columns, classification), [dataset.columns, classification]);
  const { read, reveal, hide } = useReadRows(dataset.id, within);
  const showColumn = async (column: string, show: boolean): Promise<void> => {
    await revealColumn(dataset.id, column, show);
    if (!show) hide(column);
    setVersion((now) => now + 1);
  };
  return (
    <>
      {error !== null && (
        <div className={styles.failure}>
          <FailureNotice
            error={error}
            onRetry={() => {
              setError(null);
              setVersion((now) => now + 1);
            }}
          />
        </div>
      )}
      {within !== null && <WithinChip within={within} />}
      <DataGrid
        label={text.gridLabel(dataset.name)}
        table={dataset.columns}
        columns={columns}
        read={read}
        version={version}
        scope={JSON.stringify(within)}
        selectedColumn={selected}
        onSelectColumn={selectColumn}
        onReveal={reveal}
        onTotal={setTotal}
        onFailure={setError}
      />
      <Hint>{total !== dataset.rows ? text.matching(total, dataset.rows) : arriving ? text.arriving : text.hint}</Hint>
      {selected !== null && dataset.columns.some(({ name }) => name === selected) && (
        <Inspector>
          <ColumnInspector
            dataset={dataset}
            name={selected}
            column={classification?.columns.find(({ effective }) => effective.name === selected) ?? null}
            revealed={revealed}
            onReveal={(show) => showColumn(selected, show)}
          />
        </Inspector>
      )}
    </>
  );
}
