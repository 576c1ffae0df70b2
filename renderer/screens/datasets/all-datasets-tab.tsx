import { Anchor, Table } from '@mantine/core';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { channelLabel, datasetsText } from '#shared/text/window/datasets.ts';
import { count, moment } from '#shared/text/numbers.ts';
import { OtherVersions } from '#renderer/workspace/other-versions.tsx';
import styles from './datasets.module.css';

const text = datasetsText.all;

/** Every dataset of the workspace with its facts. */
export function AllDatasetsTab({ datasets, onShow }: { datasets: DatasetSummary[]; onShow(id: string): void }) {
  return (
    <>
      <OtherVersions kinds={['dataset', 'classification', 'decision']} />
      <Table stickyHeader highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.name}</Table.Th>
            <Table.Th className={styles.number}>{text.rows}</Table.Th>
            <Table.Th className={styles.number}>{text.columns}</Table.Th>
            <Table.Th className={styles.number}>{text.rejected}</Table.Th>
            <Table.Th>{text.imported}</Table.Th>
            <Table.Th>{text.channel}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {datasets.map((dataset) => (
            <Table.Tr key={dataset.id}>
              <Table.Td>
                <Anchor
                  component="button"
                  type="button"
                  aria-label={text.show(dataset.name)}
                  onClick={() => onShow(dataset.id)}
                >
                  {dataset.name}
                </Anchor>
              </Table.Td>
              <Table.Td className={styles.number}>{count(dataset.rows)}</Table.Td>
              <Table.Td className={styles.number}>{count(dataset.columns.length)}</Table.Td>
              <Table.Td className={styles.number}>{count(dataset.rejectedRows)}</Table.Td>
              <Table.Td>{moment(dataset.importedAt)}</Table.Td>
              <Table.Td>{channelLabel(dataset.channel)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
