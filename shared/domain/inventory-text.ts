import type { InventoryItem } from './finding.ts';
import { csvText } from './csv-text.ts';

/** What an exported inventory is about. */
export interface InventoryHead {
  dataset: string;
  source: string;
  sha256: string | null;
  channel: string | null;
  informedHow: string;
}

/**
 * The tracking inventory as a file's text: JSON where the name ends so, else CSV (RFC 4180). No cell value of the
 * dataset is in it.
 */
export function inventoryText(fileName: string, head: InventoryHead, items: readonly InventoryItem[]): string {
  const rows = items.map(({ column, type, tracks, reveals, granularity, since, channel, purposes }) => ({
    column,
    type: type ?? '',
    tracks,
    reveals,
    granularity,
    since,
    channel: channel ?? head.channel,
    purposes: purposes ?? [],
  }));
  if (fileName.toLowerCase().endsWith('.json')) return `${JSON.stringify({ ...head, items: rows }, null, 2)}\n`;
  const names = ['column', 'type', 'tracks', 'reveals', 'granularity', 'since', 'channel', 'purposes', 'informedHow'];
  const lines = rows.map((row) => [
    row.column,
    row.type,
    row.tracks,
    row.reveals,
    row.granularity,
    row.since ?? '',
    row.channel ?? '',
    row.purposes.join(' '),
    head.informedHow,
  ]);
  return csvText([names, ...lines]);
}
