import { useQuery } from '@tanstack/react-query';
import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import type { ColumnShape } from '#shared/contract/datasets.ts';
import { engine } from '#renderer/client/connection.ts';
import { keepOfDataset } from '#renderer/client/keep-of-dataset.ts';
import { keys } from '#renderer/client/query-client.ts';
import { FilledBar, ShapeWords } from '#renderer/column/shape-picture.tsx';
import { ClassBadge } from '#renderer/design/class-badge.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { selectColumn, useSelectedColumn } from '#renderer/state/ui-state.ts';
import { columnMark } from '#shared/domain/shown-class.ts';
import { typeWords } from '#shared/text/window/classes.ts';
import { columnText } from '#shared/text/window/column.ts';
import { datasetsText } from '#shared/text/window/datasets.ts';
import { count } from '#shared/text/numbers.ts';
import styles from './columns.module.css';

const text = datasetsText.columns;

/** What is known of columns so far, by their names. */
export type KnownColumns = ReadonlyMap<string, ClassifiedColumn>;

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
      <td>{of && <ClassBadge of={columnMark(of.effective)} short />}</td>
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
export function ColumnShapes({ datasetId, names, known }: { datasetId: string; names: string[]; known: KnownColumns }) {
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
