import { useQuery } from '@tanstack/react-query';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { Section } from '#renderer/design/section.tsx';
import { columnText } from '#shared/text/window/column.ts';
import styles from './column.module.css';
import { ShapeWords } from './shape-picture.tsx';

/** The shape of a masked column's values, for the inspector. */
export function ShapePanel({ datasetId, column }: { datasetId: string; column: string }) {
  const { data } = useQuery({
    queryKey: [...keys.profile(datasetId, column), 'shape'],
    queryFn: ({ signal }) => engine.datasets.shapes({ datasetId, columns: [column] }, { signal }),
  });
  const shape = data?.[0];
  if (!shape) return null;
  return (
    <Section title={columnText.shape.title}>
      <ShapeWords datasetId={datasetId} shape={shape} />
      {(shape.numbers ?? shape.lengths ?? shape.years) && <p className={styles.soft}>{columnText.shape.note}</p>}
    </Section>
  );
}
