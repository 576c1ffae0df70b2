import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { InventoryItem } from '#shared/domain/finding.ts';
import { inventoryText } from '#shared/domain/inventory-text.ts';
import { trackingText } from '#shared/text/engine/tracking.ts';
import { retyped } from '#engine/classify/inventory.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireEnterable } from '../require-enterable.ts';
import { inventoryDates } from './inventory-dates.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';

/**
 * The inventory by what people decided: a column of another type than suggested tracks what that type does, or nothing.
 */
export async function effectiveInventory(state: EngineSession, session: DatasetSession): Promise<InventoryItem[]> {
  const { classification, summary } = session.record;
  const dates = await inventoryDates(state.requireWorkspace(), summary.id);
  const items = new Map(
    classification.inventory.map((item) => [item.column, { ...item, since: dates.get(item.column) ?? null }]),
  );
  const since = [...dates.values()].sort()[0] ?? null;
  return session.classified().flatMap(({ suggestion, effective }) => {
    const item = items.get(suggestion.name);
    if (effective.type === suggestion.type) return item ? [{ ...item, channel: summary.channel }] : [];
    const distinct = session.profiles.find(({ name }) => name === suggestion.name)?.distinct ?? 0;
    const measured = item ?? {
      column: suggestion.name,
      tracks: '',
      reveals: '',
      granularity: trackingText.different(distinct),
      since,
    };
    const found = retyped(measured, effective.type);
    return found ? [{ ...found, channel: summary.channel }] : [];
  });
}

/** Writes the tracking inventory whole or not at all, and says so in the register. */
export async function exportInventory(
  state: EngineSession,
  session: DatasetSession,
  path: string,
): Promise<{ fileName: string; sha256: string; items: number }> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'inventory.exported');
  await guardWrite(state, [{ path }]);
  const { summary } = session.record;
  const items = await effectiveInventory(state, session);
  const text = inventoryText(
    path,
    {
      dataset: summary.name,
      source: summary.fileName,
      sha256: summary.sha256,
      channel: summary.channel,
      informedHow: summary.informedHow,
    },
    items,
  );
  const written = {
    fileName: basename(path),
    sha256: createHash('sha256').update(text).digest('hex'),
    items: items.length,
  };
  await writeEntered(path, text, () =>
    workspace.register.append({
      kind: 'inventory.exported',
      subjectRef: summary.id,
      payload: { datasetId: summary.id, ...written },
    }),
  );
  return written;
}
