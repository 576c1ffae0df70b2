import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import type { ColumnShape, DatasetSummary } from '#shared/contract/datasets.ts';
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

type Known = ReadonlyMap<string, ClassifiedColumn>;

/** The columns whose name holds what was typed, a page at a time. */
function useColumnPages(columns: DatasetSummary['columns']) {
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const fitting = columns.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return {
    typed,
    type: (next: string): void => {
      setTyped(next);
      setPage(0);
    },
    fitting: fitting.length,
    shown: fitting.slice(page * pageColumns, (page + 1) * pageColumns).map(({ name }) => name),
    many: fitting.length > pageColumns,
    before: page === 0 ? null : () => setPage(page - 1),
    after: (page + 1) * pageColumns >= fitting.length ? null : () => setPage(page + 1),
  };
}

function PageBar({ pages, all }: { pages: ReturnType<typeof useColumnPages>; all: number }) {
  const { before, after } = pages;
  return (
    <div className={styles.bar} role="search">
      <TextInput
        aria-label={text.filter}
        placeholder={text.filter}
        w={260}
        leftSection={<Search size={14} aria-hidden="true" />}
        value={pages.typed}
        onChange={(event) => pages.type(event.currentTarget.value)}
      />
      <span role="status">{text.shown(pages.fitting, all)}</span>
      {pages.many && (
        <>
          <Button disabled={before === null} onClick={() => before?.()}>
            {text.before}
          </Button>
          <Button disabled={after === null} onClick={() => after?.()}>
            {text.after}
          </Button>
        </>
      )}
    </div>
  );
}

function ShapeRow({
  datasetId,
  shape,
  of,
  selected,
}: {
  datasetId: string;
  shape: ColumnShape;
  of: ClassifiedColumn | undefined;
  selected: boolean;
}) {
  return (
    <tr data-selected={selected || undefined}>
      <td>{of && <ClassBadge of={shownClass(of.effective)} short />}</td>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          aria-pressed={selected}
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
        <ShapeWords datasetId={datasetId} shape={shape} />
      </td>
    </tr>
  );
}

/** The shapes of the columns on the page: measured again when a class changes, which changes what may be seen. */
function Shapes({ datasetId, names, known }: { datasetId: string; names: string[]; known: Known }) {
  const selected = useSelectedColumn();
  const shapes = useQuery({
    queryKey: [
      ...keys.profile(datasetId, ''),
      'shapes',
      names,
      [...known].map(([name, { effective }]) => `${name}:${effective.class}`).join(),
    ],
    queryFn: ({ signal }) => engine.datasets.shapes({ datasetId, columns: names }, { signal }),
    enabled: names.length > 0,
    placeholderData: keepOfDataset(datasetId),
  });
  return (
    <>
      {shapes.isError && <FailureNotice error={shapes.error} onRetry={() => void shapes.refetch()} />}
      {shapes.isPending && names.length > 0 ? (
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
            {(shapes.data ?? []).map((shape) => (
              <ShapeRow
                key={shape.name}
                datasetId={datasetId}
                shape={shape}
                of={known.get(shape.name)}
                selected={shape.name === selected}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** What is in each column, seeing nobody: how full, how many kinds, the shape of its values. */
export function ColumnsTab({ dataset }: { dataset: DatasetSummary }) {
  const pages = useColumnPages(dataset.columns);
  const classification = useClassification(dataset.id).data;
  const selected = useSelectedColumn();
  const revealed = useIsRevealed(dataset.id, selected);
  const known: Known = new Map(classification?.columns.map((column) => [column.effective.name, column]));
  return (
    <div className={styles.tab}>
      <PageBar pages={pages} all={dataset.columns.length} />
      <Shapes datasetId={dataset.id} names={pages.shown} known={known} />
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
