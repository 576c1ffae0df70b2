import { Button, Group, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { engine } from '#renderer/client/connection.ts';
import { keepOfDataset } from '#renderer/client/keep-of-dataset.ts';
import { keys } from '#renderer/client/query-client.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { datasetsText } from '#shared/text/window/datasets.ts';
import { count } from '#shared/text/numbers.ts';
import styles from './datasets.module.css';

const pageRows = 100;
const text = datasetsText.rejects;

/** Rows that could not be read, by line of the file, a page at a time. */
export function RejectsTab({ dataset }: { dataset: DatasetSummary }) {
  const [offset, setOffset] = useState(0);
  const rejects = useQuery({
    queryKey: [...keys.rejects(dataset.id), offset],
    queryFn: () => engine.datasets.rejects({ datasetId: dataset.id, offset, limit: pageRows }),
    placeholderData: keepOfDataset(dataset.id),
    enabled: dataset.rejectedRows > 0,
  });
  if (dataset.rejectedRows === 0) return <EmptyState icon={ListChecks} title={text.none} />;
  if (rejects.isPending) return <SkeletonRows />;
  if (rejects.isError) return <FailureNotice error={rejects.error} onRetry={() => void rejects.refetch()} />;
  const { rows, total } = rejects.data;
  return (
    <>
      <p className={styles.sentence}>{text.sentence}</p>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={styles.number}>{text.line}</Table.Th>
            <Table.Th>{text.column}</Table.Th>
            <Table.Th>{text.kind}</Table.Th>
            <Table.Th>{text.detail}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => (
            <Table.Tr key={`${offset + at}`}>
              <Table.Td className={styles.number}>{count(row.line)}</Table.Td>
              <Table.Td>{row.column ?? text.wholeRow}</Table.Td>
              <Table.Td>{row.kind.replaceAll('_', ' ').toLowerCase()}</Table.Td>
              <Table.Td>{row.detail}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > pageRows && (
        <Group gap="sm" mt="sm">
          <Button disabled={offset === 0} onClick={() => setOffset(offset - pageRows)}>
            {text.previous}
          </Button>
          <span>{text.page(offset + 1, Math.min(total, offset + pageRows), total)}</span>
          <Button disabled={offset + pageRows >= total} onClick={() => setOffset(offset + pageRows)}>
            {text.next}
          </Button>
        </Group>
      )}
    </>
  );
}
