import { Table } from '@mantine/core';
import type { InventoryItem } from '#shared/domain/finding.ts';
import { classifyText } from '#renderer/text/classify.ts';
import { channelLabel } from '#renderer/text/datasets.ts';
import styles from './classify.module.css';

const text = classifyText.inventory;

/** What the dataset tracks about people (D7): per column what, what it reveals, how finely, since when. */
export function InventoryTab({ items, channel }: { items: InventoryItem[]; channel: string | null }) {
  if (items.length === 0) return <p className={styles.none}>{text.none}</p>;
  return (
    <>
      <p className={styles.sentence}>{text.why} {text.channel}: {channelLabel(channel)}.</p>
      <Table stickyHeader>
        <Table.Thead><Table.Tr><Table.Th>{text.column}</Table.Th><Table.Th>{text.tracks}</Table.Th><Table.Th>{text.reveals}</Table.Th><Table.Th>{text.granularity}</Table.Th><Table.Th>{text.since}</Table.Th><Table.Th>{text.purposes}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>{items.map((item) => <Table.Tr key={item.column}><Table.Th scope="row" fw={500}>{item.column.slice(0, 200)}</Table.Th><Table.Td>{item.tracks}</Table.Td><Table.Td>{item.reveals}</Table.Td><Table.Td>{item.granularity}</Table.Td><Table.Td>{item.since ?? ''}</Table.Td><Table.Td>{item.purposes?.join(' ') ?? ''}</Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
    </>
  );
}
