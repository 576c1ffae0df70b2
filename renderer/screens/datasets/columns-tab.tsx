import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { engine } from '#renderer/client/connection.ts';
import { keepOfDataset } from '#renderer/client/keep-of-dataset.ts';
import { keys } from '#renderer/client/query-client.ts';
import { useClassification } from '#renderer/client/queries.ts';
import { revealColumn } from '#renderer/column/reveal-column.ts';
import { FilledBar, ShapeWords } from '#renderer/column/shape-picture.tsx';
import { ClassBadge } from '#renderer/design/class-badge.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { selectColumn, useIsRevealed, useSelectedColumn } from '#renderer/state/ui-state.ts';
import { shownClass } from '#shared/domain/shown-class.ts';
import { typeWords } from '#shared/text/window/classes.ts';
import { columnText } from '#shared/text/window/column.ts';
import { datasetsText } from '#shared/text/window/datasets.ts';
import { count } from '#shared/text/numbers.ts';
import { ColumnInspector } from './column-inspector.tsx';
import styles from './columns.module.css';

const text = datasetsText.columns;
/** Columns on a page: of a wide file one page at a time is measured. */
const pageColumns = 60;

/** What is in each column, seeing nobody: how full, how many kinds, the shape of its values. */
export function ColumnsTab({ dataset }: { dataset: DatasetSummary }) {
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const classification = useClassification(dataset.id).data;
  const selected = useSelectedColumn();
  const revealed = useIsRevealed(dataset.id, selected);
  const known = new Map(classification?.columns.map((column) => [column.effective.name, column]));
  const fitting = dataset.columns.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  const shown = fitting.slice(page * pageColumns, (page + 1) * pageColumns).map(({ name }) => name);
  const shapes = useQuery({
    queryKey: [
      ...keys.profile(dataset.id, ''),
      'shapes',
      shown,
      [...known].map(([name, { effective }]) => `${name}:${effective.class}`).join(),
    ],
    queryFn: ({ signal }) => engine.datasets.shapes({ datasetId: dataset.id, columns: shown }, { signal }),
    enabled: shown.length > 0,
    placeholderData: keepOfDataset(dataset.id),
  });
  const column = selected === null ? null : (known.get(selected) ?? null);
  return (
    <div className={styles.tab}>
      <div className={styles.bar} role="search">
        <TextInput
          aria-label={text.filter}
          placeholder={text.filter}
          w={260}
          leftSection={<Search size={14} aria-hidden="true" />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPage(0);
          }}
        />
        <span role="status">{text.shown(fitting.length, dataset.columns.length)}</span>
        {fitting.length > pageColumns && (
          <>
            <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
              {text.before}
            </Button>
            <Button disabled={(page + 1) * pageColumns >= fitting.length} onClick={() => setPage(page + 1)}>
              {text.after}
            </Button>
          </>
        )}
      </div>
      {shapes.isError && <FailureNotice error={shapes.error} onRetry={() => void shapes.refetch()} />}
      {shapes.isPending && shown.length > 0 ? (
        <SkeletonRows rows={12} />
      ) : (
        <table className={styles.table} aria-busy={shapes.isFetching}>
          <thead>
            <tr>
              <th scope="col">{text.class}</th>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.filled}</th>
              <th scope="col" className={styles.number}>
                {text.kinds}
              </th>
              <th scope="col">{text.shape}</th>
            </tr>
          </thead>
          <tbody>
            {(shapes.data ?? []).map((shape) => {
              const of = known.get(shape.name);
              return (
                <tr key={shape.name} data-selected={shape.name === selected || undefined}>
                  <td>{of && <ClassBadge of={shownClass(of.effective)} short />}</td>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.name}
                      aria-pressed={shape.name === selected}
                      title={shape.name.slice(0, 500)}
                      onClick={() => selectColumn(shape.name)}
                    >
                      <bdi>{shape.name.slice(0, 120)}</bdi>
                    </button>
                    {of && <span className={styles.type}>{typeWords(of.effective.type)}</span>}
                  </th>
                  <td>
                    <FilledBar shape={shape} />
                  </td>
                  <td className={styles.number}>
                    {shape.distinctIsApproximate ? columnText.distinctAbout(shape.distinct) : count(shape.distinct)}
                  </td>
                  <td>
                    <ShapeWords datasetId={dataset.id} shape={shape} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {selected !== null && dataset.columns.some(({ name }) => name === selected) && (
        <Inspector>
          <ColumnInspector
            dataset={dataset}
            name={selected}
            column={column}
            revealed={revealed}
            onReveal={(show) => revealColumn(dataset.id, selected, show)}
          />
        </Inspector>
      )}
    </div>
  );
}
