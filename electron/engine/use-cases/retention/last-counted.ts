import type { RetentionBinding } from '#shared/retention/bind-rules.ts';
import type { EntryOf } from '#engine/catalog/repositories/entries-of.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

export type CountedEntry = EntryOf<'retention.rehearsed' | 'retention.ran'>;

/** What was counted last of a rule on a dataset, and on which day. */
export interface Counted {
  entry: number;
  /** ISO 8601: when it was entered. */
  at: string;
  /** YYYY-MM-DD: the day that it was counted for. */
  day: string;
  /** Over, not held, and not done. */
  over: number;
  undated: number;
  months: readonly { month: string; ends: number }[];
}

/**
 * Dry runs and runs, the newest first. One that looked ahead says nothing of today.
 * @param today YYYY-MM-DD
 */
export const countedEntries = ({ catalog }: Workspace, today: string): CountedEntry[] =>
  catalog
    .entriesOf('retention.rehearsed', 'retention.ran')
    .filter(({ payload }) => payload.today <= today)
    .toReversed();

/** @returns null where nobody counted, or by another length than holds now */
export function lastCounted(
  entries: readonly CountedEntry[],
  datasetId: string,
  { rule: { preset, duration }, column }: RetentionBinding,
): Counted | null {
  for (const { seq, ts, payload } of entries) {
    if (payload.datasetId !== datasetId) continue;
    const rules: readonly ((typeof payload.rules)[number] & { acted?: number })[] = payload.rules;
    const found = rules.find((one) => one.rule === preset.id && one.column === column);
    if (found === undefined) continue;
    const { over, held, undated, months, acted = 0 } = found;
    if (found.duration !== duration) return null;
    return { entry: seq, at: ts, day: payload.today, over: over - held - acted, undated, months };
  }
  return null;
}
