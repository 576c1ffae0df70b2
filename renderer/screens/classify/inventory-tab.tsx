import { Button, Table } from '@mantine/core';
import { Download } from 'lucide-react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { InventoryItem } from '#shared/domain/finding.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { classifyText } from '#shared/text/window/classify.ts';
import { channelLabel } from '#shared/text/window/datasets.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './classify.module.css';

const text = classifyText.inventory;

/** What the dataset tracks about people (D7): per column what, what it reveals, how finely, since when. */
export function InventoryTab({
  dataset,
  items,
  channel,
  readOnly,
}: {
  dataset: DatasetSummary;
  items: InventoryItem[];
  channel: string | null;
  readOnly: boolean;
}) {
  if (items.length === 0) return <p className={styles.none}>{text.none}</p>;
  const save = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'report', suggestedName: `${dataset.name}.inventory.csv` });
      if (!grant) return;
      const { fileName, items: written } = await engine.classify.exportInventory({
        datasetId: dataset.id,
        grantId: grant.grantId,
      });
      notifyDone(text.saved(fileName, written));
      await refresh(keys.register, keys.verification);
    });
  return (
    <>
      <div className={styles.inventoryHead}>
        <p className={styles.sentence}>
          {text.why} {text.channel(channelLabel(channel))}
        </p>
        <Button disabled={readOnly} leftSection={<Download size={14} aria-hidden="true" />} onClick={() => void save()}>
          {text.save}
        </Button>
      </div>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.column}</Table.Th>
            <Table.Th>{text.tracks}</Table.Th>
            <Table.Th>{text.reveals}</Table.Th>
            <Table.Th>{text.granularity}</Table.Th>
            <Table.Th>{text.since}</Table.Th>
            <Table.Th>{text.purposes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.column}>
              <Table.Th scope="row" fw={500}>
                {item.column.slice(0, 200)}
              </Table.Th>
              <Table.Td>{item.tracks}</Table.Td>
              <Table.Td>{item.reveals}</Table.Td>
              <Table.Td>{item.granularity}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{item.since ?? ''}</Table.Td>
              <Table.Td>{item.purposes?.join(' ') ?? ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
