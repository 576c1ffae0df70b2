import type { Finding, InventoryItem } from '#shared/domain/finding.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ColumnFacts } from './column-facts.ts';

/** How finely a column follows a person, in words; never a cell value. */
function granularity(facts: ColumnFacts): string {
  if (facts.date) return facts.date.hasTime ? 'to the second or minute' : 'to the day';
  if (facts.uniqueness > 0.95) return 'every row its own value';
  if (facts.number) return facts.number.whole ? 'counts' : `numbers to ${facts.number.decimals} decimals`;
  return `${facts.distinct.toLocaleString('en')} different values`;
}

/** The earliest year among the table's moments: since when is tracked. */
const sinceOf = (facts: readonly ColumnFacts[], findings: readonly Finding[]): string | null => {
  const years = facts.filter((column) => findings[column.at]?.flags.includes('timestamp')).flatMap((column) => column.date?.years[0] ?? []);
  return years.length === 0 ? null : String(Math.min(...years));
};

/** The tracking inventory (mission D7): what each column that follows people's doings tracks and reveals. */
export function trackingInventory(findings: readonly Finding[], facts: readonly ColumnFacts[]): InventoryItem[] {
  const since = sinceOf(facts, findings);
  return findings.flatMap((finding, at) => {
    const tracking = semanticTypeById(finding.type)?.tracking;
    const column = facts[at];
    return tracking && column && !column.kinds.has('empty') ? [{ column: finding.name, tracks: tracking.tracks, reveals: tracking.reveals, granularity: granularity(column), since }] : [];
  });
}
